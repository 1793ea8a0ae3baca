import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { NoticeDetail } from '../../shared/notifications/notice.ts';
import { ABOUT_KINDS } from '../../shared/notifications/notice.ts';
import { NEEDS_ME, REST } from '../../shared/notifications/settings.ts';
import { member, partnership } from './partnerships.ts';

/**
 * One thing that one person is to be told, written down by the transaction in which it happened. It holds ids and
 * numbers, never what people wrote: what it says is asked anew whenever somebody reads it.
 */
export const notice = sqliteTable(
  'notice',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** The same for the same event, so that nobody is told of it twice. */
    eventKey: text('event_key').notNull(),
    partnershipId: text('partnership_id')
      .notNull()
      .references(() => partnership.id),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    kind: text('kind').notNull(),
    aboutKind: text('about_kind', { enum: ABOUT_KINDS }).notNull(),
    aboutId: text('about_id').notNull(),
    detail: text('detail', { mode: 'json' }).$type<NoticeDetail>().notNull().default({}),
    needsMe: integer('needs_me', { mode: 'boolean' }).notNull(),
    byMemberId: text('by_member_id').references(() => member.id),
    at: integer('at').notNull(),
    readAt: integer('read_at'),
    /** When it went into a mail, or was found to need none; null while a mail may still tell of it. */
    settledAt: integer('settled_at'),
    /** The mail that it went into. */
    mailId: text('mail_id'),
  },
  (t) => [
    uniqueIndex('notice_once').on(t.eventKey, t.memberId),
    index('notice_by_member').on(t.memberId, t.at),
    index('notice_unsettled').on(t.settledAt, t.memberId),
  ],
);

/** How someone wants to be told, in one partnership. Whoever has no row has the defaults. */
export const noticeSettings = sqliteTable('notice_settings', {
  memberId: text('member_id')
    .primaryKey()
    .references(() => member.id),
  needsMe: text('needs_me', { enum: NEEDS_ME }).notNull(),
  rest: text('rest', { enum: REST }).notNull(),
  /** Minutes after midnight by the partnership's clock; both null when there are no quiet hours. */
  quietFrom: integer('quiet_from'),
  quietTo: integer('quiet_to'),
  changedAt: integer('changed_at').notNull(),
});

/** What an address in a mail is good for: only the hash of its secret is kept. */
export const mailToken = sqliteTable(
  'mail_token',
  {
    hash: text('hash').primaryKey(),
    purpose: text('purpose', { enum: ['reply', 'bounce', 'unsubscribe'] }).notNull(),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    /** The thread that a reply belongs to, or the hash of the address whose mail may come back. */
    about: text('about').notNull().default(''),
    expiresAt: integer('expires_at').notNull(),
  },
  (t) => [index('mail_token_by_expiry').on(t.expiresAt)],
);

/** Mails to this person's address came back. It stands for that one address, and goes when the address changes. */
export const addressTrouble = sqliteTable('address_trouble', {
  memberId: text('member_id')
    .primaryKey()
    .references(() => member.id),
  /** The hash of the address that did not work: another one is tried without asking. */
  addressHash: text('address_hash').notNull(),
  problem: text('problem').notNull(),
  at: integer('at').notNull(),
});

/** Mails that came in, by the hash of their Message-ID, so that one that comes twice counts once. */
export const mailSeen = sqliteTable(
  'mail_seen',
  {
    idHash: text('id_hash').primaryKey(),
    at: integer('at').notNull(),
  },
  (t) => [index('mail_seen_by_time').on(t.at)],
);
