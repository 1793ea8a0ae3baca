import type { Db } from '../../db/open.ts';
import { notesWords } from '../../shared/messages/en/notes.ts';
import { fill } from '../../shared/messages/fill.ts';
import { isOpen, type NoteTo, stateOfNote } from '../../shared/notes/note.ts';
import { sayUntilIn } from '../../shared/partnerships/timeZone.ts';
import type { LineOf, NoticeLines } from '../notifications/lines.ts';
import { notify } from '../notifications/notify.ts';
import { noteRow, timeZoneOf } from './store.ts';

const words = notesWords.notices;

export type NoteNotice = 'note_came' | 'note_late' | 'note_answered' | 'note_closed' | 'note_unheard';

/** What those who may know of a note are told of it: never a word of it, nor who wrote it. */
export const noteNoticeLines: NoticeLines = {
  note_came: lineFor('note_came'),
  note_late: lineFor('note_late'),
  note_answered: lineFor('note_answered'),
  note_closed: lineFor('note_closed'),
  note_unheard: lineFor('note_unheard'),
} satisfies Record<NoteNotice, LineOf>;

/** Writes down that people are to be told of a note, in the transaction of what happened. */
export function tellOf(
  orm: Db['orm'],
  kind: NoteNotice,
  { id, partnershipId }: { readonly id: string; readonly partnershipId: string },
  memberIds: readonly string[],
  at: number,
): void {
  const eventKey = `${kind}:${id}`;
  notify(orm, {
    ...{ eventKey, partnershipId, kind, memberIds, about: { kind: 'note', id }, at, needsMe: true },
    byMemberId: null,
  });
}

function lineFor(kind: NoteNotice): LineOf {
  return (db, { about, partnershipId }, { member }) => {
    const row = noteRow(db.orm, about.id);
    if (!row) return undefined;
    const state = stateOfNote(row);
    const isTheirs = row.writerId === member.id;
    const receives = !isTheirs && member.roles.includes(row.toRole);
    const forReaders = kind === 'note_came' || kind === 'note_late';
    if (forReaders ? !receives : !isTheirs) return undefined;
    const { title, line } = words[kind];
    const timeZone = timeZoneOf(db.orm, partnershipId);
    const gaps = { role: words.as[row.toRole satisfies NoteTo], when: sayUntilIn(timeZone, row.answerBy) };
    return {
      title,
      line: fill(line, gaps),
      href: `/partnerships/${partnershipId}/private-notes`,
      open: words.open,
      over: forReaders || kind === 'note_unheard' ? !isOpen(state) : false,
    };
  };
}
