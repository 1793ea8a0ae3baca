import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ROLES } from '../../shared/partnerships/roles.ts';
import { SIDES } from '../../shared/partnerships/sides.ts';
import { account } from './people.ts';

export const partnership = sqliteTable('partnership', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  place: text('place').notNull(),
  purpose: text('purpose').notNull(),
  isExample: integer('is_example', { mode: 'boolean' }).notNull().default(false),
  createdAt: integer('created_at').notNull(),
});

/** One voice at the table. Held by an organisation or group; people hold it through `seat_holding`. */
export const seat = sqliteTable(
  'seat',
  {
    id: text('id').primaryKey(),
    partnershipId: text('partnership_id')
      .notNull()
      .references(() => partnership.id),
    code: text('code').notNull(),
    name: text('name').notNull(),
    side: text('side', { enum: SIDES }).notNull(),
    note: text('note').notNull().default(''),
    position: integer('position').notNull(),
  },
  (t) => [index('seat_by_partnership').on(t.partnershipId)],
);

/** A person in a partnership, under the name the partnership knows them by (which may be a pseudonym). */
export const member = sqliteTable(
  'member',
  {
    id: text('id').primaryKey(),
    partnershipId: text('partnership_id')
      .notNull()
      .references(() => partnership.id),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    name: text('name').notNull(),
    isPseudonym: integer('is_pseudonym', { mode: 'boolean' }).notNull().default(false),
    note: text('note').notNull().default(''),
    joinedAt: integer('joined_at').notNull(),
    leftAt: integer('left_at'),
  },
  (t) => [index('member_by_partnership').on(t.partnershipId), index('member_by_account').on(t.accountId)],
);

export const seatHolding = sqliteTable(
  'seat_holding',
  {
    seatId: text('seat_id')
      .notNull()
      .references(() => seat.id),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    kind: text('kind', { enum: ['holder', 'substitute'] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.seatId, t.memberId] }), index('seat_holding_by_member').on(t.memberId)],
);

export const memberRole = sqliteTable(
  'member_role',
  {
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    role: text('role', { enum: ROLES }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.role] })],
);
