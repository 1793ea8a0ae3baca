import { and, asc, count, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { comment, commentReaction, commentThread, type Standing } from '../../db/schema/comments.ts';
import { member, seat } from '../../db/schema/partnerships.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { heldSeats, rolesOf } from '../partnerships/store.ts';
import type { About } from './about.ts';

type Orm = Db['orm'];
export type ThreadRow = typeof commentThread.$inferSelect;
export type CommentRow = typeof comment.$inferSelect;
export type ReactionRow = typeof commentReaction.$inferSelect;

/** Someone who is in a partnership at this moment, with what they hold there; undefined once they have left. */
export function memberNow(
  db: Db,
  memberId: string,
): (OwnMember & { readonly partnershipId: string }) | undefined {
  const here = and(eq(member.id, memberId), isNull(member.leftAt));
  const row = db.orm.select().from(member).where(here).get();
  if (!row) return undefined;
  const { id, name, isPseudonym, partnershipId } = row;
  return { id, name, isPseudonym, partnershipId, roles: rolesOf(db, id), seats: heldSeats(db, id) };
}

/** The member that an account is in a partnership; undefined for none. */
export function memberIdOf({ orm }: Db, accountId: string, partnershipId: string): string | undefined {
  const theirs = and(
    eq(member.accountId, accountId),
    eq(member.partnershipId, partnershipId),
    isNull(member.leftAt),
  );
  return orm.select({ id: member.id }).from(member).where(theirs).get()?.id;
}

export function accountIdOf(orm: Orm, memberId: string): string | undefined {
  return orm.select({ id: member.accountId }).from(member).where(eq(member.id, memberId)).get()?.id;
}

export function threadRow(orm: Orm, threadId: string): ThreadRow | undefined {
  return orm.select().from(commentThread).where(eq(commentThread.id, threadId)).get();
}

export function commentRow(orm: Orm, commentId: string): CommentRow | undefined {
  return orm.select().from(comment).where(eq(comment.id, commentId)).get();
}

export function aboutOf({ documentId, decisionId }: ThreadRow): About {
  if (documentId !== null) return { kind: 'document', id: documentId };
  if (decisionId !== null) return { kind: 'decision', id: decisionId };
  throw new Error('a thread is about something');
}

/** Everything that has been said about something, the oldest first. */
export function saidAbout({ orm }: Db, about: About) {
  const here = isAbout(about);
  return {
    threads: orm
      .select()
      .from(commentThread)
      .where(here)
      .orderBy(asc(commentThread.createdAt), asc(sql`comment_thread.rowid`))
      .all(),
    comments: orm
      .select({ comment })
      .from(comment)
      .innerJoin(commentThread, eq(commentThread.id, comment.threadId))
      .where(here)
      .orderBy(asc(comment.at), asc(sql`comment.rowid`))
      .all()
      .map((row) => row.comment),
    reactions: orm
      .select({ reaction: commentReaction })
      .from(commentReaction)
      .innerJoin(comment, eq(comment.id, commentReaction.commentId))
      .innerJoin(commentThread, eq(commentThread.id, comment.threadId))
      .where(here)
      .orderBy(asc(commentReaction.at))
      .all()
      .map((row) => row.reaction),
  };
}

function isAbout({ kind, id }: About) {
  return kind === 'document' ? eq(commentThread.documentId, id) : eq(commentThread.decisionId, id);
}

export function commentsIn(orm: Orm, threadId: string): CommentRow[] {
  return orm
    .select()
    .from(comment)
    .where(eq(comment.threadId, threadId))
    .orderBy(asc(comment.at), asc(sql`comment.rowid`))
    .all();
}

export function countThreads(orm: Orm, about: About): number {
  return orm.select({ count: count() }).from(commentThread).where(isAbout(about)).get()?.count ?? 0;
}

/** How many comments someone has written since. */
export function countSince(orm: Orm, memberId: string, since: number): number {
  const recent = and(eq(comment.memberId, memberId), gt(comment.at, since));
  return orm.select({ count: count() }).from(comment).where(recent).get()?.count ?? 0;
}

/** What came of a request that was sent before. */
export function commentOfRequest(orm: Orm, memberId: string, requestId: string): CommentRow | undefined {
  const same = and(eq(comment.memberId, memberId), eq(comment.requestId, requestId));
  return orm.select().from(comment).where(same).get();
}

export function addThread(orm: Orm, row: typeof commentThread.$inferInsert): void {
  orm.insert(commentThread).values(row).run();
}

export function addCommentRow(orm: Orm, row: typeof comment.$inferInsert): void {
  orm.insert(comment).values(row).run();
}

/** Counts a change of a thread, or of anything in it, and writes down what else of it changes. */
export function changeThread(
  orm: Orm,
  threadId: string,
  at: number,
  set: Partial<typeof commentThread.$inferInsert> = {},
): void {
  orm
    .update(commentThread)
    .set({ ...set, changedAt: at, revision: sql`${commentThread.revision} + 1` })
    .where(eq(commentThread.id, threadId))
    .run();
}

/** Writes down what of a thread is kept back for now: that must not show in its times or its revision. */
export function holdEnding(orm: Orm, threadId: string, set: Pick<ThreadRow, 'held' | keyof Standing>): void {
  orm.update(commentThread).set(set).where(eq(commentThread.id, threadId)).run();
}

export function changeComment(orm: Orm, commentId: string, set: Partial<typeof comment.$inferInsert>): void {
  orm.update(comment).set(set).where(eq(comment.id, commentId)).run();
}

/** Adds a member's "the same for us"; false when it is there already, for whichever seat. */
export function addReaction(orm: Orm, row: ReactionRow): boolean {
  return orm.insert(commentReaction).values(row).onConflictDoNothing().run().changes > 0;
}

export function removeReaction(orm: Orm, commentId: string, memberId: string): boolean {
  const theirs = and(eq(commentReaction.commentId, commentId), eq(commentReaction.memberId, memberId));
  return orm.delete(commentReaction).where(theirs).run().changes > 0;
}

/** What the partnership calls everyone who is or was in it, and every seat that is or was at its table. */
export function namesIn({ orm }: Db, partnershipId: string) {
  const people = orm.select().from(member).where(eq(member.partnershipId, partnershipId)).all();
  const seats = orm.select().from(seat).where(eq(seat.partnershipId, partnershipId)).all();
  return {
    people: new Map(people.map(({ id, name, isPseudonym }) => [id, { memberId: id, name, isPseudonym }])),
    seats: new Map(seats.map(({ id, name, side }) => [id, { id, name, side }])),
  };
}
export type Names = ReturnType<typeof namesIn>;
