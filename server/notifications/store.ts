import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, max } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { notice } from '../../db/schema/notifications.ts';
import type { Notice } from '../../shared/notifications/notice.ts';

type Orm = Db['orm'];

/** A notice, and whether its reader has seen it. */
export interface KeptNotice extends Notice {
  readonly readAt: number | null;
}

/** Keeps a notice for each of these people, unless they have one of this event. */
export function addNotices(
  orm: Orm,
  memberIds: readonly string[],
  { about, ...event }: Omit<Notice, 'id' | 'memberId'>,
): void {
  for (const memberId of memberIds)
    orm
      .insert(notice)
      .values({ ...event, memberId, aboutKind: about.kind, aboutId: about.id })
      .onConflictDoNothing({ target: [notice.eventKey, notice.memberId] })
      .run();
}

/** Everyone for whom something waits that a mail may tell of, with the newest of it. */
export function waitingMembers(orm: Orm) {
  return orm
    .select({ memberId: notice.memberId, newest: max(notice.id) })
    .from(notice)
    .where(isNull(notice.settledAt))
    .groupBy(notice.memberId)
    .all();
}

/** What no mail has told this member yet, the oldest first. */
export function unsettled(orm: Orm, memberId: string): KeptNotice[] {
  const waiting = and(eq(notice.memberId, memberId), isNull(notice.settledAt));
  return orm.select().from(notice).where(waiting).orderBy(asc(notice.id)).all().map(asNotice);
}

/** No mail is to tell of these any more: they are in this one, or in none. */
export function settle(orm: Orm, ids: readonly number[], mailId: string | null, now: number): void {
  if (ids.length === 0) return;
  orm
    .update(notice)
    .set({ settledAt: now, mailId })
    .where(and(inArray(notice.id, [...ids]), isNull(notice.settledAt)))
    .run();
}

/** The mail that they were in did not get through: the next one tells of them. */
export function unsettle(orm: Orm, mailId: string): void {
  orm.update(notice).set({ settledAt: null, mailId: null }).where(eq(notice.mailId, mailId)).run();
}

/** What a member was told, the newest first. */
export function noticesOf(orm: Orm, memberId: string, most: number): KeptNotice[] {
  return orm
    .select()
    .from(notice)
    .where(eq(notice.memberId, memberId))
    .orderBy(desc(notice.at), desc(notice.id))
    .limit(most)
    .all()
    .map(asNotice);
}

/** They have seen these: no mail has to tell of them. Whatever is not theirs is passed over. */
export function markRead(orm: Orm, memberId: string, ids: readonly number[] | 'all', now: number): void {
  const theirs = eq(notice.memberId, memberId);
  const which = ids === 'all' ? theirs : and(theirs, inArray(notice.id, [...ids]));
  orm
    .update(notice)
    .set({ readAt: now })
    .where(and(which, isNull(notice.readAt)))
    .run();
  orm
    .update(notice)
    .set({ settledAt: now })
    .where(and(which, isNull(notice.settledAt)))
    .run();
}

/** Whose notices came after this one, each once, with the newest of all. */
export function toldSince(orm: Orm, id: number) {
  const people = orm
    .selectDistinct({ memberId: notice.memberId, partnershipId: notice.partnershipId })
    .from(notice)
    .where(gt(notice.id, id))
    .all();
  return { people, newest: newestId(orm) };
}

export function newestId(orm: Orm): number {
  return (
    orm
      .select({ id: max(notice.id) })
      .from(notice)
      .get()?.id ?? 0
  );
}

/** What is long over is forgotten. */
export function forgetOldNotices(orm: Orm, before: number): void {
  orm
    .delete(notice)
    .where(and(lt(notice.at, before), isNotNull(notice.settledAt)))
    .run();
}

function asNotice({ aboutKind, aboutId, settledAt, mailId, ...row }: typeof notice.$inferSelect): KeptNotice {
  return { ...row, about: { kind: aboutKind, id: aboutId } };
}
