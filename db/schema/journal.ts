import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { member, partnership } from './partnerships.ts';

/** What happened in a partnership, in order. Written in the same transaction as the change it tells of. */
export const journalEntry = sqliteTable(
  'journal_entry',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    partnershipId: text('partnership_id')
      .notNull()
      .references(() => partnership.id),
    at: integer('at').notNull(),
    memberId: text('member_id').references(() => member.id),
    kind: text('kind').notNull(),
    subjectId: text('subject_id').notNull(),
    detail: text('detail', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  },
  (t) => [index('journal_by_partnership').on(t.partnershipId, t.seq)],
);
