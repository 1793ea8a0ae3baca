import type { Run } from '../../shared/documents/blocks.ts';
import { bold, type Piece } from '../../shared/documents/compose.ts';
import type { NorthvaleFile, Party } from './northvaleFile.ts';
import { exampleMemberId, exampleSeatId } from './store.ts';

/** The example's file holds short notes. These make them into words that read well in a document. */
export function sentence(note: string): string {
  const words = capital(pounds(note.trim()));
  return /[.?!]$/.test(words) ? words : `${words}.`;
}

export function capital(note: string): string {
  return note.charAt(0).toUpperCase() + note.slice(1);
}

/** Thousands in the file's notes are always money. */
export function pounds(note: string): string {
  return note.replace(/(?<!£)\b\d{1,3},\d{3}\b/g, (amount) => `£${amount}`);
}

export function money(amount: number): string {
  return `£${amount.toLocaleString('en-GB')}`;
}

/** `2025-05-20` as people say it: 20 May 2025. */
export function day(date: string): string {
  return new Date(`${date}T12:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** A mention of someone by the name the partnership knows them by, without what the file adds in brackets. */
export function member(name: string): Run {
  const known = name.replace(/ \(\w+\)$/, '');
  return { text: known, mention: { kind: 'member', id: exampleMemberId(known) } };
}

export function partyOf(file: NorthvaleFile, code: string): Party {
  const found = file.parties.find(({ id }) => id === code);
  if (!found) throw new Error(`the example has no party ${code}`);
  return found;
}

/** A mention of a seat. The code of no seat (such as "to be selected") is given as plain words. */
export function seat(file: NorthvaleFile, code: string): Run {
  const found = file.parties.find(({ id }) => id === code);
  return found
    ? { text: found.name, mention: { kind: 'seat', id: exampleSeatId(code) } }
    : { text: capital(code) };
}

/** A note in which the codes of seats become mentions of them. */
export function withSeats(file: NorthvaleFile, note: string): Piece[] {
  return note.split(/\b([CPGU]\d)\b/).map((words, index) => (index % 2 ? seat(file, words) : words));
}

/** Pieces with ", " between them. */
export function listed(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [', ', piece]));
}

export function decision(id: string): Run {
  return bold(`decision ${id.replace(/^D/, '')}`);
}
