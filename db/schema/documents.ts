import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { RIGHTS, SENSITIVITIES } from '../../shared/access.ts';
import type { Block } from '../../shared/documents/blocks.ts';
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
    sensitivity: text('sensitivity', { enum: SENSITIVITIES }).notNull().default('members'),
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

/** Who opened a procurement-sensitive document, and when first and last: a rival may have to be shown it. */
export const documentSeen = sqliteTable(
  'document_seen',
  {
    documentId: text('document_id')
      .notNull()
      .references(() => document.id),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    firstAt: integer('first_at').notNull(),
    lastAt: integer('last_at').notNull(),
    times: integer('times').notNull(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.memberId] })],
);

/** A document's words as they were when the partnership made them public. Later changes stay inside. */
export const publication = sqliteTable(
  'publication',
  {
    id: text('id').primaryKey(),
    partnershipId: text('partnership_id')
      .notNull()
      .references(() => partnership.id),
    documentId: text('document_id')
      .notNull()
      .references(() => document.id),
    title: text('title').notNull(),
    blocks: text('blocks', { mode: 'json' }).$type<readonly Block[]>().notNull(),
    contentHash: text('content_hash').notNull(),
    publishedAt: integer('published_at').notNull(),
    publishedBy: text('published_by').references(() => member.id),
    withdrawnAt: integer('withdrawn_at'),
  },
  (t) => [
    index('publication_by_partnership').on(t.partnershipId),
    uniqueIndex('publication_of_document').on(t.documentId, t.publishedAt),
  ],
);

/** Someone's promise to keep to the values, with the words as they were when they gave it. */
export const valuesSignature = sqliteTable(
  'values_signature',
  {
    documentId: text('document_id')
      .notNull()
      .references(() => document.id),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    contentHash: text('content_hash').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.memberId, t.contentHash] })],
);
