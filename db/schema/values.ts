import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { decision } from './decisions.ts';
import { member, partnership, seat } from './partnerships.ts';

/** A value that the partners share: what a block may rest on, and what every screen shows then. */
export const sharedValue = sqliteTable(
  'shared_value',
  {
    id: text('id').primaryKey(),
    partnershipId: text('partnership_id')
      .notNull()
      .references(() => partnership.id),
    position: integer('position').notNull(),
    createdAt: integer('created_at').notNull(),
    retiredAt: integer('retired_at'),
    /** Why it was taken back, where a person did it; a decision says why for itself. */
    retiredReason: text('retired_reason'),
    retiredBy: text('retired_by').references(() => member.id),
    retiredDecisionId: text('retired_decision_id').references(() => decision.id),
  },
  (t) => [index('shared_value_by_partnership').on(t.partnershipId)],
);

/** How a value is worded: a new row with each change, the newest counts, all are kept. */
export const sharedValueVersion = sqliteTable(
  'shared_value_version',
  {
    valueId: text('value_id')
      .notNull()
      .references(() => sharedValue.id),
    version: integer('version').notNull(),
    words: text('words').notNull(),
    /** What it looks like in practice. */
    practice: text('practice').notNull(),
    /** The question by which anyone can tell whether it was kept. */
    question: text('question').notNull().default(''),
    proposedBy: text('proposed_by').references(() => member.id),
    proposedSeat: text('proposed_seat').references(() => seat.id),
    /** The decision that adopted these words; null while they are proposed. */
    decisionId: text('decision_id').references(() => decision.id),
    at: integer('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.valueId, t.version] })],
);

/** What a leader says that they will do and will not do. */
export const behaviour = sqliteTable(
  'behaviour',
  {
    id: text('id').primaryKey(),
    partnershipId: text('partnership_id')
      .notNull()
      .references(() => partnership.id),
    leaderId: text('leader_id')
      .notNull()
      .references(() => member.id),
    createdAt: integer('created_at').notNull(),
    retiredAt: integer('retired_at'),
    retiredReason: text('retired_reason'),
    retiredBy: text('retired_by').references(() => member.id),
    retiredDecisionId: text('retired_decision_id').references(() => decision.id),
  },
  (t) => [index('behaviour_by_partnership').on(t.partnershipId)],
);

/** How a behaviour is worded, the newest counts. Only its leader signs it, and signed words are never altered. */
export const behaviourVersion = sqliteTable(
  'behaviour_version',
  {
    behaviourId: text('behaviour_id')
      .notNull()
      .references(() => behaviour.id),
    version: integer('version').notNull(),
    will: text('will').notNull(),
    willNot: text('will_not').notNull(),
    /** How others will see that it is kept. */
    seen: text('seen').notNull(),
    valueIds: text('value_ids', { mode: 'json' }).$type<readonly string[]>().notNull(),
    reviewAt: integer('review_at').notNull(),
    writtenBy: text('written_by').references(() => member.id),
    signedAt: integer('signed_at'),
    decisionId: text('decision_id').references(() => decision.id),
    at: integer('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.behaviourId, t.version] })],
);

/**
 * What a decision makes of values and behaviours when it is agreed: it adopts this version of one, or retires one.
 * Nothing here counts until the decision has ended with a yes, and then only for words that it really agreed.
 */
export const decisionOnValue = sqliteTable(
  'decision_on_value',
  {
    decisionId: text('decision_id')
      .notNull()
      .references(() => decision.id),
    kind: text('kind', { enum: ['value', 'behaviour'] }).notNull(),
    /** The id of the value or the behaviour. */
    subjectId: text('subject_id').notNull(),
    /** The version that is to be adopted; null: it is to be retired. */
    version: integer('version'),
    /** Stands for the words in which it was put: it counts only where the words that were agreed still say them. */
    hash: text('hash').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.decisionId, t.subjectId] }),
    index('decision_on_value_by_subject').on(t.subjectId),
  ],
);
