import { and, asc, count, desc, eq, getTableColumns, gt, inArray, isNull, lte } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { privateNote } from '../../db/schema/notes.ts';
import { member, memberRole, partnership } from '../../db/schema/partnerships.ts';
import { openedFrom, sealedIn } from '../../db/sealed.ts';
import type { NoteTo } from '../../shared/notes/note.ts';

type Orm = Db['orm'];

/** What is known of a note without opening it. */
export type NoteRow = Omit<typeof privateNote.$inferSelect, 'words' | 'answer' | 'done'>;

const { words: _words, answer: _answer, done: _done, ...closed } = getTableColumns(privateNote);
const opened = {
  ...closed,
  words: openedFrom('private_note', privateNote.id, privateNote.words),
  answer: openedFrom('private_note_answer', privateNote.id, privateNote.answer),
  done: openedFrom('private_note_done', privateNote.id, privateNote.done),
};

export interface NewNoteRow {
  readonly id: string;
  readonly partnershipId: string;
  readonly toRole: NoteTo;
  readonly writerId: string | null;
  readonly linkId: string | null;
  readonly requestId: string;
  readonly words: string;
  readonly at: number;
  readonly answerBy: number;
}

export function addNote(orm: Orm, row: NewNoteRow): void {
  orm
    .insert(privateNote)
    .values({ ...row, words: sealedIn('private_note', row.id, row.words) })
    .run();
}

/** When the note that was sent under this name is to be answered by; undefined when none was. */
export function sentBefore(orm: Orm, requestId: string): number | undefined {
  const { answerBy } = privateNote;
  return orm.select({ answerBy }).from(privateNote).where(eq(privateNote.requestId, requestId)).get()
    ?.answerBy;
}

/** How many notes somebody sent with their name after that. */
export function countSince(orm: Orm, writerId: string, since: number): number {
  const theirs = and(eq(privateNote.writerId, writerId), gt(privateNote.at, since));
  return orm.select({ count: count() }).from(privateNote).where(theirs).get()?.count ?? 0;
}

export function noteRow(orm: Orm, id: string): NoteRow | undefined {
  return orm.select(closed).from(privateNote).where(eq(privateNote.id, id)).get();
}

/** What somebody wrote with their name, opened, the newest first. */
export function notesBy(orm: Orm, memberIds: readonly string[]) {
  return orm
    .select(opened)
    .from(privateNote)
    .where(inArray(privateNote.writerId, [...memberIds]))
    .orderBy(desc(privateNote.at))
    .all();
}

/** What came of the notes that were sent by a personal link. */
export function notesByLink(orm: Orm, linkId: string) {
  return orm
    .select(opened)
    .from(privateNote)
    .where(eq(privateNote.linkId, linkId))
    .orderBy(desc(privateNote.at))
    .all();
}

/** The notes to these roles that were not taken back, with whoever wrote them as they are known now, the oldest first. */
export function notesTo(orm: Orm, partnershipId: string, roles: readonly NoteTo[]) {
  return orm
    .select({ ...opened, from: member.name })
    .from(privateNote)
    .leftJoin(member, eq(member.id, privateNote.writerId))
    .where(
      and(
        eq(privateNote.partnershipId, partnershipId),
        inArray(privateNote.toRole, [...roles]),
        isNull(privateNote.withdrawnAt),
      ),
    )
    .orderBy(asc(privateNote.at))
    .all();
}

/** Who holds a role in a partnership now. */
export function holdersOf(orm: Orm, partnershipId: string, role: NoteTo) {
  return orm
    .select({ id: member.id, name: member.name })
    .from(member)
    .innerJoin(memberRole, eq(memberRole.memberId, member.id))
    .where(and(eq(member.partnershipId, partnershipId), isNull(member.leftAt), eq(memberRole.role, role)))
    .orderBy(member.name)
    .all();
}

export function markRead(orm: Orm, id: string, at: number): void {
  orm
    .update(privateNote)
    .set({ readAt: at })
    .where(and(eq(privateNote.id, id), isNull(privateNote.readAt)))
    .run();
}

/** Takes a note back: its words are gone for good. */
export function withdraw(orm: Orm, id: string, at: number): void {
  orm.update(privateNote).set({ withdrawnAt: at, words: '' }).where(eq(privateNote.id, id)).run();
}

export function answer(orm: Orm, id: string, by: string, words: string, at: number): void {
  const sealed = sealedIn('private_note_answer', id, words);
  orm
    .update(privateNote)
    .set({ answer: sealed, answeredAt: at, answeredBy: by })
    .where(eq(privateNote.id, id))
    .run();
}

export function close(orm: Orm, id: string, by: string, words: string, at: number): void {
  const sealed = sealedIn('private_note_done', id, words);
  orm
    .update(privateNote)
    .set({ done: sealed, closedAt: at, closedBy: by })
    .where(eq(privateNote.id, id))
    .run();
}

/** What should have been answered by now, and nobody was reminded of. */
export function lateNotes(orm: Orm, now: number): NoteRow[] {
  const { answerBy, answeredAt, closedAt, withdrawnAt, remindedAt } = privateNote;
  return orm
    .select(closed)
    .from(privateNote)
    .where(
      and(lte(answerBy, now), isNull(answeredAt), isNull(closedAt), isNull(withdrawnAt), isNull(remindedAt)),
    )
    .all();
}

export function markReminded(orm: Orm, id: string, at: number): void {
  orm.update(privateNote).set({ remindedAt: at }).where(eq(privateNote.id, id)).run();
}

/** By which clock a partnership lives. */
export function timeZoneOf(orm: Orm, partnershipId: string): string {
  const row = orm.select().from(partnership).where(eq(partnership.id, partnershipId)).get();
  if (!row) throw new Error('a note in a partnership that is not there');
  return row.timeZone;
}
