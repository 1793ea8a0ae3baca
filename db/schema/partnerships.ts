import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { PRESETS } from '../../shared/access.ts';
import { ROLES, type Role } from '../../shared/partnerships/roles.ts';
import { SIDES } from '../../shared/partnerships/sides.ts';
import { account } from './people.ts';

export const partnership = sqliteTable('partnership', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  place: text('place').notNull(),
  purpose: text('purpose').notNull(),
  isExample: integer('is_example', { mode: 'boolean' }).notNull().default(false),
  /** How a new document's rights begin, unless whoever starts it says otherwise. */
  preset: text('preset', { enum: PRESETS }).notNull().default('equals'),
  /** Why working together is worth its time and trouble here: the answers of whoever set it up. */
  whyTogether: text('why_together').notNull().default(''),
  whyNow: text('why_now').notNull().default(''),
  /** By which clock its days and quiet hours go. */
  timeZone: text('time_zone').notNull().default('Europe/London'),
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
    /** A seat that was taken away from the table; kept, because what it did stays. */
    retiredAt: integer('retired_at'),
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

/**
 * The name behind a pseudonym, sealed with a key that is kept outside the database. While a member has a
 * row here, neither `member.name` nor `account.name` holds the name. Every opening is in the journal.
 */
export const pseudonymName = sqliteTable('pseudonym_name', {
  memberId: text('member_id')
    .primaryKey()
    .references(() => member.id),
  sealed: blob('sealed', { mode: 'buffer' }).notNull(),
  createdAt: integer('created_at').notNull(),
});

/** An offer of a place, for one address. Opening it changes nothing; accepting gives what `roles` and the seat say. */
export const invitation = sqliteTable(
  'invitation',
  {
    id: text('id').primaryKey(),
    partnershipId: text('partnership_id')
      .notNull()
      .references(() => partnership.id),
    tokenHash: text('token_hash').notNull().unique(),
    /** Sealed, as an account's; empty once it is forgotten. */
    email: text('email').notNull(),
    emailHash: text('email_hash').notNull().default(''),
    name: text('name').notNull(),
    seatId: text('seat_id').references(() => seat.id),
    seatKind: text('seat_kind', { enum: ['holder', 'substitute'] }),
    roles: text('roles', { mode: 'json' }).$type<readonly Role[]>().notNull(),
    note: text('note').notNull().default(''),
    invitedBy: text('invited_by').references(() => member.id),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    /** How it ended; null while it is open. */
    ended: text('ended', { enum: ['accepted', 'declined', 'revoked', 'replaced'] }),
    endedAt: integer('ended_at'),
    memberId: text('member_id').references(() => member.id),
  },
  (t) => [
    index('invitation_by_partnership').on(t.partnershipId),
    index('invitation_by_email_hash').on(t.emailHash),
  ],
);
