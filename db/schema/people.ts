import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { VISIBLE_TO } from '../../shared/people/profile.ts';

/** Someone who can sign in. What a partnership may see of them lives on their `member` rows. */
export const account = sqliteTable('account', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** The mail address, sealed: it often has the name in it that a chosen one protects. Selected by `openedFrom`. */
  email: text('email'),
  /** What the address is found by; nobody without the key can work it out by guessing. */
  emailHash: text('email_hash').unique(),
  isExample: integer('is_example', { mode: 'boolean' }).notNull().default(false),
  disabledAt: integer('disabled_at'),
  createdAt: integer('created_at').notNull(),
});

/**
 * One signed-in browser. Only the SHA-256 of the cookie's value is kept, so a stolen file signs nobody in.
 * `id` names it in the list of one's own sign-ins and is no secret.
 */
export const signIn = sqliteTable(
  'sign_in',
  {
    idHash: text('id_hash').primaryKey(),
    id: text('id').notNull().default(''),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    method: text('method', { enum: ['example', 'mail', 'single_sign_on'] })
      .notNull()
      .default('example'),
    /** In words, such as "Firefox on Windows"; never the whole header, which tells browsers apart too well. */
    browser: text('browser').notNull().default(''),
    expiresAt: integer('expires_at').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [index('sign_in_by_account').on(t.accountId)],
);

/**
 * A link and a six-digit code that were mailed. Works once, for ten minutes. Only hashes are kept; the link
 * works only in the browser whose secret hashes to `browserHash`, the code only where it is typed with `id`.
 */
export const signInCode = sqliteTable(
  'sign_in_code',
  {
    id: text('id').primaryKey(),
    /** Sealed, as an account's. */
    email: text('email').notNull(),
    emailHash: text('email_hash').notNull().default(''),
    linkHash: text('link_hash').notNull().unique(),
    codeHash: text('code_hash').notNull(),
    browserHash: text('browser_hash').notNull(),
    tries: integer('tries').notNull().default(0),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
  },
  (t) => [index('sign_in_code_by_email_hash').on(t.emailHash)],
);

/** The account behind a person at an outside sign-in service (OpenID Connect). */
export const outsideIdentity = sqliteTable(
  'outside_identity',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] })],
);

/** What someone says of themselves, and who may see which part of it. */
export const profile = sqliteTable('profile', {
  accountId: text('account_id')
    .primaryKey()
    .references(() => account.id, { onDelete: 'cascade' }),
  addressAs: text('address_as').notNull().default(''),
  addressAsVisibleTo: text('address_as_visible_to', { enum: VISIBLE_TO }).notNull().default('members'),
  formats: text('formats').notNull().default(''),
  language: text('language').notNull().default(''),
  support: text('support').notNull().default(''),
  needsVisibleTo: text('needs_visible_to', { enum: VISIBLE_TO }).notNull().default('facilitators'),
});
