import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Decision } from '../../shared/decisions/decision.ts';
import type { Rule } from '../../shared/decisions/rule.ts';
import type { Block } from '../../shared/documents/blocks.ts';
import type { Characters, Place } from '../../shared/passages/passage.ts';
import { document } from './documents.ts';
import { member, partnership } from './partnerships.ts';

/**
 * A decision as it is now. What happened to it, act by act, is in the ledger, written in the same transaction.
 * `body` is the whole of it; the other columns say again what lists and the clock look for.
 */
export const decision = sqliteTable(
  'decision',
  {
    id: text('id').primaryKey(),
    partnershipId: text('partnership_id')
      .notNull()
      .references(() => partnership.id),
    /** From 1 in each partnership, given when it is first drafted and never again to another. */
    number: integer('number').notNull(),
    question: text('question').notNull().default(''),
    state: text('state', { enum: ['draft', 'open', 'ended'] }).notNull(),
    /** How it ended; null until then. */
    ending: text('ending'),
    /** When time will next do something to it by itself; null: never. */
    dueAt: integer('due_at'),
    /** Whether it can wait for anyone at all, so that lists of what waits pass over the others. */
    waits: integer('waits', { mode: 'boolean' }).notNull().default(false),
    /** Whether answers are being given now that others may not see: whatever could be counted by is kept back then. */
    hides: integer('hides', { mode: 'boolean' }).notNull().default(false),
    /** The decision that it follows, where one was withdrawn to change its rule or its voters. */
    follows: text('follows'),
    /** `restricted`: only for the seats that answer, their people, and those who serve the meeting. */
    sensitivity: text('sensitivity', { enum: ['members', 'restricted'] })
      .notNull()
      .default('members'),
    body: text('body', { mode: 'json' }).$type<Decision>().notNull(),
    /** Goes up by one with every change: two people who write one draft don't undo each other. */
    revision: integer('revision').notNull(),
    createdBy: text('created_by').references(() => member.id),
    createdAt: integer('created_at').notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  (t) => [
    uniqueIndex('decision_by_number').on(t.partnershipId, t.number),
    index('decision_by_state').on(t.partnershipId, t.state),
    index('decision_by_due').on(t.dueAt),
    index('decision_by_waits').on(t.partnershipId, t.waits),
    index('decision_by_follows').on(t.follows),
  ],
);

/** The words of a proposal, an amendment or an alternative, by the hash of their canonical form. */
export const decisionText = sqliteTable(
  'decision_text',
  {
    decisionId: text('decision_id')
      .notNull()
      .references(() => decision.id),
    hash: text('hash').notNull(),
    blocks: text('blocks', { mode: 'json' }).$type<readonly Block[]>().notNull(),
    at: integer('at').notNull(),
    /** The hash of what is left of them, where something was erased from them since; null: nothing was. */
    redactedTo: text('redacted_to'),
  },
  (t) => [primaryKey({ columns: [t.decisionId, t.hash] })],
);

/** Where in a living document the words of a decision stand: two places in Yjs, and what was there. */
export const decisionPassage = sqliteTable(
  'decision_passage',
  {
    decisionId: text('decision_id')
      .primaryKey()
      .references(() => decision.id),
    documentId: text('document_id')
      .notNull()
      .references(() => document.id),
    /** Relative positions of Yjs as JSON, the end exclusive. */
    start: text('start', { mode: 'json' }).$type<Place>().notNull(),
    end: text('end', { mode: 'json' }).$type<Place>().notNull(),
    /** The plain words and some of what stood around them, to find the place again when the positions are gone. */
    quote: text('quote').notNull(),
    before: text('before').notNull(),
    after: text('after').notNull(),
    /** Which characters they were, to find them wherever they are moved; null: not known. */
    characters: text('characters', { mode: 'json' }).$type<Characters>(),
    at: integer('at').notNull(),
  },
  (t) => [index('decision_passage_by_document').on(t.documentId)],
);

/** An act that was sent twice is done once: the answer to the first is the answer to both. */
export const decisionRequest = sqliteTable(
  'decision_request',
  {
    decisionId: text('decision_id')
      .notNull()
      .references(() => decision.id),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    requestId: text('request_id').notNull(),
    /** The newest entry of the ledger that it made. */
    seq: integer('seq').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.decisionId, t.memberId, t.requestId] })],
);

/** A rule that a partnership has named as its own, usually in its governance agreement. */
export const partnershipRule = sqliteTable(
  'partnership_rule',
  {
    id: text('id').primaryKey(),
    partnershipId: text('partnership_id')
      .notNull()
      .references(() => partnership.id),
    rule: text('rule', { mode: 'json' }).$type<Rule>().notNull(),
    about: text('about').notNull().default(''),
    createdAt: integer('created_at').notNull(),
    retiredAt: integer('retired_at'),
  },
  (t) => [index('partnership_rule_by_partnership').on(t.partnershipId)],
);
