import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { document } from './documents.ts';
import { member } from './partnerships.ts';

/** A name that somebody gave a document as it stood after one of its changes. The words themselves are in the log. */
export const documentVersion = sqliteTable(
  'document_version',
  {
    id: text('id').primaryKey(),
    documentId: text('document_id')
      .notNull()
      .references(() => document.id),
    seq: integer('seq').notNull(),
    name: text('name').notNull(),
    namedBy: text('named_by')
      .notNull()
      .references(() => member.id),
    at: integer('at').notNull(),
  },
  (t) => [index('version_of_document').on(t.documentId, t.seq)],
);
