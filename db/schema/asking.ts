import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Point } from '../../shared/asking/changes.ts';
import { RUNGS } from '../../shared/asking/rungs.ts';
import { decision } from './decisions.ts';
import { document } from './documents.ts';
import { member, partnership, seat } from './partnerships.ts';

/** That people were asked about a document or a decision: how much say they have, until when, and what came of it. */
export const asking = sqliteTable(
  'asking',
  {
    id: text('id').primaryKey(),
    partnershipId: text('partnership_id')
      .notNull()
      .references(() => partnership.id),
    /** One of these two. */
    documentId: text('document_id').references(() => document.id),
    decisionId: text('decision_id').references(() => decision.id),
    rung: text('rung', { enum: RUNGS }).notNull(),
    difference: text('difference').notNull(),
    minutes: integer('minutes').notNull(),
    background: text('background').notNull(),
    timeEnough: text('time_enough').notNull(),
    askedBy: text('asked_by')
      .notNull()
      .references(() => member.id),
    askedAt: integer('asked_at').notNull(),
    closesAt: integer('closes_at').notNull(),
    /** When those who have not answered are reminded; null once that is done, or where nothing is to be answered. */
    remindAt: integer('remind_at'),
    withdrawnAt: integer('withdrawn_at'),
    withdrawnReason: text('withdrawn_reason').notNull().default(''),
    /** What came of it. Without it, it is not closed. */
    outcomeAt: integer('outcome_at'),
    outcomeBy: text('outcome_by').references(() => member.id),
    summary: text('summary').notNull().default(''),
    points: text('points', { mode: 'json' }).$type<readonly Point[]>().notNull().default([]),
    /** Goes up by one with every change. */
    revision: integer('revision').notNull().default(1),
    requestId: text('request_id').notNull(),
  },
  (t) => [
    index('asking_by_partnership').on(t.partnershipId),
    index('asking_by_document').on(t.documentId),
    index('asking_by_decision').on(t.decisionId),
    index('asking_by_remind').on(t.remindAt),
    uniqueIndex('asking_by_request').on(t.askedBy, t.requestId),
  ],
);

/** Each person who is asked, and for which seat; none: for themselves. */
export const askingPerson = sqliteTable(
  'asking_person',
  {
    askingId: text('asking_id')
      .notNull()
      .references(() => asking.id),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    seatId: text('seat_id').references(() => seat.id),
  },
  (t) => [primaryKey({ columns: [t.askingId, t.memberId] }), index('asking_person_by_member').on(t.memberId)],
);
