import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { decision } from './decisions.ts';
import { document } from './documents.ts';
import { member, partnership, seat } from './partnerships.ts';

/**
 * A way in for one person, to one document or decision, for one seat, without signing in. Opening it changes nothing.
 * Neither the token nor the short code is here: only what finds them again when somebody comes with one.
 */
export const personalLink = sqliteTable(
  'personal_link',
  {
    id: text('id').primaryKey(),
    partnershipId: text('partnership_id')
      .notNull()
      .references(() => partnership.id),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    /** The seat that they speak for by it; null: for themselves. */
    seatId: text('seat_id').references(() => seat.id),
    /** What it is about: one of the two. */
    documentId: text('document_id').references(() => document.id),
    decisionId: text('decision_id').references(() => decision.id),
    mayComment: integer('may_comment', { mode: 'boolean' }).notNull(),
    mayAnswer: integer('may_answer', { mode: 'boolean' }).notNull(),
    /** SHA-256 of the token, in hexadecimal. */
    tokenHash: text('token_hash').notNull().unique(),
    /** A slow hash of the short code, which has too few possibilities for a quick one. */
    codeHash: text('code_hash').notNull().unique(),
    /** The token, locked with the short code. */
    lockedToken: text('locked_token').notNull(),
    madeBy: text('made_by')
      .notNull()
      .references(() => member.id),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    revokedAt: integer('revoked_at'),
    revokedBy: text('revoked_by').references(() => member.id),
    /** When something was last said by it; null: never. */
    usedAt: integer('used_at'),
  },
  (t) => [
    index('personal_link_by_member').on(t.memberId),
    index('personal_link_by_document').on(t.documentId),
    index('personal_link_by_decision').on(t.decisionId),
  ],
);
