import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Someone who can sign in. What a partnership may see of them lives on their `member` rows. */
export const account = sqliteTable('account', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').unique(),
  isExample: integer('is_example', { mode: 'boolean' }).notNull().default(false),
  disabledAt: integer('disabled_at'),
  createdAt: integer('created_at').notNull(),
});

/** One signed-in browser. Only the SHA-256 of the cookie's value is kept, so a stolen file signs nobody in. */
export const signIn = sqliteTable('sign_in', {
  idHash: text('id_hash').primaryKey(),
  accountId: text('account_id')
    .notNull()
    .references(() => account.id, { onDelete: 'cascade' }),
  expiresAt: integer('expires_at').notNull(),
  createdAt: integer('created_at').notNull(),
});
