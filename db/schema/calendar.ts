import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { member } from './partnerships.ts';

/** The private address of somebody's calendar in one partnership. The secret in it is nowhere, only its hash. */
export const calendarFeed = sqliteTable('calendar_feed', {
  memberId: text('member_id')
    .primaryKey()
    .references(() => member.id),
  tokenHash: text('token_hash').notNull().unique(),
  madeAt: integer('made_at').notNull(),
});

/**
 * When an entry was first read as it now is, so that calendars can tell an entry that moved from one that did not. It
 * is of what this person was shown and of nothing behind it, or it would tell when others answer.
 */
export const calendarStamp = sqliteTable(
  'calendar_stamp',
  {
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    /** Which entry. */
    name: text('name').notNull(),
    /** A hash of everything that it says. */
    print: text('print').notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.name] })],
);
