import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { calendarFeed, calendarStamp } from '../../db/schema/calendar.ts';
import { member } from '../../db/schema/partnerships.ts';
import { account } from '../../db/schema/people.ts';

type Orm = Db['orm'];
export type FeedRow = typeof calendarFeed.$inferSelect;

/** Puts a new secret in the place of any that there was. */
export function keepFeed(orm: Orm, { memberId, tokenHash, madeAt }: FeedRow): void {
  forgetFeed(orm, memberId);
  orm.insert(calendarFeed).values({ memberId, tokenHash, madeAt }).run();
}

/** Gives whether there was one. */
export function forgetFeed(orm: Orm, memberId: string): boolean {
  orm.delete(calendarStamp).where(eq(calendarStamp.memberId, memberId)).run();
  return orm.delete(calendarFeed).where(eq(calendarFeed.memberId, memberId)).run().changes > 0;
}

export function feedOf(orm: Orm, memberId: string): FeedRow | undefined {
  return orm.select().from(calendarFeed).where(eq(calendarFeed.memberId, memberId)).get();
}

/** The feed with this hash, of someone who is here and may sign in. One question, whatever is wrong with it. */
export function feedWith(orm: Orm, tokenHash: string): FeedRow | undefined {
  return orm
    .select({ feed: calendarFeed })
    .from(calendarFeed)
    .innerJoin(member, eq(member.id, calendarFeed.memberId))
    .innerJoin(account, eq(account.id, member.accountId))
    .where(and(eq(calendarFeed.tokenHash, tokenHash), isNull(member.leftAt), isNull(account.disabledAt)))
    .get()?.feed;
}
