import { forgetOldPages } from '../../db/forget.ts';
import type { Db } from '../../db/open.ts';
import { transact } from '../../db/transact.ts';
import { notesWords as words } from '../../shared/messages/en/notes.ts';
import { answerBy, MOST_NOTES_A_DAY, type NoteTo, stateOfNote } from '../../shared/notes/note.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { type NoteNotice, tellOf } from './noticeLines.ts';
import * as store from './store.ts';

const DAY_MS = 24 * 60 * 60_000;

export interface Sending {
  readonly partnershipId: string;
  readonly memberId: string;
  readonly linkId: string | null;
  readonly to: NoteTo;
  readonly words: string;
  readonly nameless: boolean;
  readonly requestId: string;
}

/**
 * Sends a note to those who hold a role, and tells them that there is one. The same note sent twice is one. Refused
 * where nobody but the writer would read it.
 */
export function sendNote(
  context: Context,
  { nameless, to, ...sending }: Sending,
): { answerBy: number } | Refusal {
  const { db, newId, mail } = context;
  return transact<{ answerBy: number } | Refusal>(db, (orm, afterCommit) => {
    const before = store.sentBefore(orm, sending.requestId);
    if (before !== undefined) return { answerBy: before };
    const holders = store.holdersOf(orm, sending.partnershipId, to);
    if (holders.length === 0) return refuse('conflict', words.nobody[to], { to: words.nobody[to] });
    const readers = holders.filter(({ id }) => id !== sending.memberId);
    if (readers.length === 0) return refuse('conflict', words.yourself, { to: words.yourself });
    const at = context.now();
    if (!nameless && store.countSince(orm, sending.memberId, at - DAY_MS) >= MOST_NOTES_A_DAY)
      return refuse('too_many', words.tooMany);
    const row = {
      ...{ id: newId(), partnershipId: sending.partnershipId, toRole: to, at, answerBy: answerBy(to, at) },
      ...{ writerId: nameless ? null : sending.memberId, linkId: nameless ? null : sending.linkId },
      ...{ requestId: sending.requestId, words: sending.words },
    };
    store.addNote(orm, row);
    tellOf(
      orm,
      'note_came',
      row,
      readers.map(({ id }) => id),
      at,
    );
    afterCommit(() => mail.wake());
    return { answerBy: row.answerBy };
  });
}

/** Takes back a note of one's own that nobody has read. Its words are wiped. */
export function withdrawNote(context: Context, member: OwnMember, noteId: string): Refusal | undefined {
  const refusal = transact<Refusal | undefined>(context.db, (orm) => {
    const row = store.noteRow(orm, noteId);
    if (row?.writerId !== member.id) return notFound();
    if (stateOfNote(row) === 'withdrawn') return undefined;
    if (stateOfNote(row) !== 'sent') return refuse('conflict', words.readAlready);
    store.withdraw(orm, noteId, context.now());
    return undefined;
  });
  if (!refusal) forgetOldPages(context.db);
  return refusal;
}

/** Who works on a note that is to a role of theirs. */
export interface Receiving {
  readonly partnershipId: string;
  readonly member: OwnMember;
  readonly noteId: string;
}

/** Opens a note: from now on it can't be taken back. */
export function readNote({ db, now }: Context, by: Receiving): Refusal | undefined {
  return transact<Refusal | undefined>(db, (orm) => {
    const row = receivedBy(orm, by);
    if ('refused' in row) return row;
    store.markRead(orm, row.id, now());
    return undefined;
  });
}

/** Answers a note, once; whoever wrote it is told. */
export function answerNote(context: Context, by: Receiving, said: string): Refusal | undefined {
  return reply(context, by, 'note_answered', (orm, row, at) => {
    if (row.writerId === null) return refuse('conflict', words.cantAnswer);
    if (row.answeredAt !== null) return refuse('conflict', words.answeredAlready);
    store.answer(orm, row.id, by.member.id, said, at);
    return undefined;
  });
}

/** Closes a note with what was done; whoever wrote it is told. */
export function closeNote(context: Context, by: Receiving, said: string): Refusal | undefined {
  return reply(context, by, 'note_closed', (orm, row, at) => {
    store.close(orm, row.id, by.member.id, said, at);
    return undefined;
  });
}

function reply(
  context: Context,
  by: Receiving,
  kind: NoteNotice,
  work: (orm: Db['orm'], row: store.NoteRow, at: number) => Refusal | undefined,
): Refusal | undefined {
  return transact<Refusal | undefined>(context.db, (orm, afterCommit) => {
    const row = receivedBy(orm, by);
    if ('refused' in row) return row;
    if (row.readAt === null) return refuse('conflict', words.notOpened);
    if (row.closedAt !== null) return refuse('conflict', words.closedAlready);
    const at = context.now();
    const refusal = work(orm, row, at);
    if (refusal) return refusal;
    if (row.writerId !== null) tellOf(orm, kind, row, [row.writerId], at);
    afterCommit(() => context.mail.wake());
    return undefined;
  });
}

/** A note to a role that they hold at this moment, and did not write themselves; for everyone else there is none. */
function receivedBy(orm: Db['orm'], { partnershipId, member, noteId }: Receiving): store.NoteRow | Refusal {
  const row = store.noteRow(orm, noteId);
  if (!row || row.partnershipId !== partnershipId || row.writerId === member.id) return notFound();
  if (!store.holdersOf(orm, partnershipId, row.toRole).some(({ id }) => id === member.id)) return notFound();
  return row.withdrawnAt === null ? row : refuse('conflict', words.wasWithdrawn);
}
