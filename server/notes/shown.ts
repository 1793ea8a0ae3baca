import type { Db } from '../../db/open.ts';
import type { NotesAnswer, OwnNote } from '../../shared/notes/api.ts';
import { daysToAnswer, isOpen, NOTE_TO, stateOfNote } from '../../shared/notes/note.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import * as store from './store.ts';

/** What a member may see of private notes: to whom they can write, their own, and those to the roles that they hold. */
export function shownNotes(
  db: Db,
  {
    partnershipId,
    member,
    now,
  }: { readonly partnershipId: string; readonly member: OwnMember; readonly now: number },
): NotesAnswer {
  const roles = NOTE_TO.filter((role) => member.roles.includes(role));
  return {
    to: peopleToWriteTo(db, partnershipId, member.id),
    mine: ownNotes(db, [member.id]),
    received: store
      .notesTo(db.orm, partnershipId, roles)
      .filter(({ writerId }) => writerId !== member.id)
      .map((row) => ({
        ...whatCameOf(row),
        from: row.from,
        words: row.readAt === null ? null : row.words,
        late: isOpen(stateOfNote(row)) && row.answerBy <= now,
      })),
  };
}

/** Who would read a note to each role, but for whoever writes it. */
export function peopleToWriteTo(db: Db, partnershipId: string, memberId: string): NotesAnswer['to'] {
  return NOTE_TO.map((role) => ({
    role,
    people: store
      .holdersOf(db.orm, partnershipId, role)
      .filter(({ id }) => id !== memberId)
      .map(({ name }) => name),
    days: daysToAnswer(role),
  }));
}

/** Every note that these memberships of one person wrote with their name, whole. */
export function ownNotes(db: Db, memberIds: readonly string[]): OwnNote[] {
  return store.notesBy(db.orm, memberIds).map((row) => ({
    ...whatCameOf(row),
    words: row.words,
    mayWithdraw: stateOfNote(row) === 'sent',
  }));
}

/** What came of the notes that a personal link sent, without their words. */
export function notesSentBy(db: Db, linkId: string): OwnNote[] {
  return store
    .notesByLink(db.orm, linkId)
    .map((row) => ({ ...whatCameOf(row), words: '', mayWithdraw: false }));
}

type Opened = ReturnType<typeof store.notesBy>[number];

/** What may be told of a note wherever it is shown. */
function whatCameOf({ id, toRole: to, at, answerBy, answer, answeredAt, done, closedAt, ...row }: Opened) {
  const state = stateOfNote({ ...row, answeredAt, closedAt });
  return { id, to, state, at, answerBy, answer, answeredAt, done, closedAt };
}
