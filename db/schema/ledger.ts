import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { member, partnership } from './partnerships.ts';

/**
 * Who acts, as the ledger knows them: a random name that says nothing. Whoever is erased loses this row's
 * `memberId`, and the ledger still holds.
 */
export const ledgerActor = sqliteTable(
  'ledger_actor',
  {
    id: text('id').primaryKey(),
    partnershipId: text('partnership_id')
      .notNull()
      .references(() => partnership.id),
    memberId: text('member_id').references(() => member.id),
  },
  (t) => [uniqueIndex('ledger_actor_by_member').on(t.memberId)],
);

/** The sealed part of the journal. The database itself refuses to change or delete a line. */
export const ledgerEntry = sqliteTable(
  'ledger_entry',
  {
    partnershipId: text('partnership_id')
      .notNull()
      .references(() => partnership.id),
    /** From 1, without gaps, in each partnership. */
    seq: integer('seq').notNull(),
    /** The whole line in its canonical form, which is what is hashed. */
    line: text('line').notNull(),
    /** SHA-256 over the previous line's hash and this line, in hexadecimal. */
    hash: text('hash').notNull(),
    /** What it is about, said again for lookups: the id of a decision, a value, a behaviour. */
    subject: text('subject').notNull(),
    kind: text('kind').notNull(),
    at: integer('at').notNull(),
    hidden: integer('hidden', { mode: 'boolean' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnershipId, t.seq] }),
    uniqueIndex('ledger_entry_by_subject').on(t.subject, t.seq),
  ],
);

/** Free text that belongs to a line of the ledger, held to it by a salted commitment. Can be erased. */
export const ledgerWords = sqliteTable(
  'ledger_words',
  {
    partnershipId: text('partnership_id').notNull(),
    seq: integer('seq').notNull(),
    name: text('name').notNull(),
    salt: text('salt').notNull(),
    /** Null once erased, with its salt emptied. */
    text: text('text'),
    erasedAt: integer('erased_at'),
  },
  (t) => [primaryKey({ columns: [t.partnershipId, t.seq, t.name] })],
);

/** A signed head of the chain: what every seat is sent, at each closing and daily. */
export const ledgerHead = sqliteTable(
  'ledger_head',
  {
    partnershipId: text('partnership_id')
      .notNull()
      .references(() => partnership.id),
    seq: integer('seq').notNull(),
    hash: text('hash').notNull(),
    at: integer('at').notNull(),
    /** The public key that the signature is checked with, and the Ed25519 signature, both in base64url. */
    publicKey: text('public_key').notNull(),
    signature: text('signature').notNull(),
  },
  (t) => [primaryKey({ columns: [t.partnershipId, t.seq] })],
);
