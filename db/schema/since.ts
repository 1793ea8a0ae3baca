import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { member } from './partnerships.ts';

/**
 * Up to where a member has read a document or a decision, by their own word. It is for them alone: who opened a
 * document that is restricted for procurement is written down elsewhere.
 */
export const lastRead = sqliteTable(
  'last_read',
  {
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    aboutKind: text('about_kind', { enum: ['document', 'decision'] }).notNull(),
    aboutId: text('about_id').notNull(),
    /** Of a document the newest change that was read; of a decision the version of its words. */
    mark: integer('mark').notNull(),
    /** Of a decision the lines that were read, by their keys. */
    lines: text('lines', { mode: 'json' }).$type<readonly string[]>().notNull().default([]),
    at: integer('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.aboutKind, t.aboutId] })],
);
