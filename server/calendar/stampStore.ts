import { and, eq, notInArray } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { calendarStamp } from '../../db/schema/calendar.ts';

type Orm = Db['orm'];

/** When entries were first read as they were, by their names. */
export function stampsOf(orm: Orm, memberId: string) {
  const rows = orm.select().from(calendarStamp).where(eq(calendarStamp.memberId, memberId)).all();
  return new Map(rows.map((row) => [row.name, row]));
}

export function keepStamp(orm: Orm, stamp: typeof calendarStamp.$inferInsert): void {
  const { print, changedAt } = stamp;
  orm
    .insert(calendarStamp)
    .values(stamp)
    .onConflictDoUpdate({
      target: [calendarStamp.memberId, calendarStamp.name],
      set: { print, changedAt },
    })
    .run();
}

/** Forgets every entry but these. */
export function forgetOtherStamps(orm: Orm, memberId: string, names: readonly string[]): void {
  orm
    .delete(calendarStamp)
    .where(and(eq(calendarStamp.memberId, memberId), notInArray(calendarStamp.name, [...names])))
    .run();
}
