import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { document } from './documents.ts';

/** The log: every accepted change to a document's words, in order, with who made it and for which seat. */
export const syncUpdate = sqliteTable(
  'sync_update',
  {
    documentId: text('document_id')
      .notNull()
      .references(() => document.id),
    seq: integer('seq').notNull(),
    accountId: text('account_id'),
    seatId: text('seat_id'),
    clientId: integer('client_id'),
    at: integer('at').notNull(),
    bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.seq] })],
);

/** The whole document as one update, up to and including `seq`; what opening streams first. */
export const syncCheckpoint = sqliteTable('sync_checkpoint', {
  documentId: text('document_id')
    .primaryKey()
    .references(() => document.id),
  seq: integer('seq').notNull(),
  at: integer('at').notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
});

/** Which account a Yjs client id belongs to in a document. The first claim binds. */
export const syncClient = sqliteTable(
  'sync_client',
  {
    documentId: text('document_id')
      .notNull()
      .references(() => document.id),
    clientId: integer('client_id').notNull(),
    accountId: text('account_id'),
  },
  (t) => [
    primaryKey({ columns: [t.documentId, t.clientId] }),
    index('sync_client_by_account').on(t.accountId),
  ],
);
