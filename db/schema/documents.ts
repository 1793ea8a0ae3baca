import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { RIGHTS } from '../../shared/access.ts';
import { member, partnership } from './partnerships.ts';

export const document = sqliteTable(
  'document',
  {
    id: text('id').primaryKey(),
    partnershipId: text('partnership_id')
      .notNull()
      .references(() => partnership.id),
    template: text('template').notNull(),
    title: text('title').notNull(),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by').references(() => member.id),
    archivedAt: integer('archived_at'),
  },
  (t) => [index('document_by_partnership').on(t.partnershipId)],
);

/** What one seat, or everyone in one role, may do with one document. No row means no access. */
export const documentRight = sqliteTable(
  'document_right',
  {
    documentId: text('document_id')
      .notNull()
      .references(() => document.id),
    holderKind: text('holder_kind', { enum: ['seat', 'role'] }).notNull(),
    holder: text('holder').notNull(),
    right: text('right', {
      enum: RIGHTS,
    }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.holderKind, t.holder] })],
);
