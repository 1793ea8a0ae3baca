import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { THREAD_KINDS, THREAD_STATES, VIAS } from '../../shared/comments/comment.ts';
import type { Characters, Place } from '../../shared/passages/passage.ts';
import { decision } from './decisions.ts';
import { document } from './documents.ts';
import { member, partnership, seat } from './partnerships.ts';

/**
 * Comments that belong together: on words of a document, on all of it, or on a decision. Nothing of it stands in the
 * document itself.
 */
export const commentThread = sqliteTable(
  'comment_thread',
  {
    id: text('id').primaryKey(),
    partnershipId: text('partnership_id')
      .notNull()
      .references(() => partnership.id),
    /** One of the two is there. */
    documentId: text('document_id').references(() => document.id),
    decisionId: text('decision_id').references(() => decision.id),
    kind: text('kind', { enum: THREAD_KINDS }).notNull(),
    /** Which words it is about, as they were: all null where it is about the whole. */
    start: text('start', { mode: 'json' }).$type<Place>(),
    end: text('end', { mode: 'json' }).$type<Place>(),
    quote: text('quote').notNull().default(''),
    before: text('before').notNull().default(''),
    after: text('after').notNull().default(''),
    characters: text('characters', { mode: 'json' }).$type<Characters>(),
    /** The hash of the canonical form of the quoted words. */
    hash: text('hash'),
    /** The words that are suggested instead, as plain text. */
    suggestion: text('suggestion'),
    state: text('state', { enum: THREAD_STATES }).notNull().default('open'),
    endedBy: text('ended_by').references(() => member.id),
    endedSeat: text('ended_seat').references(() => seat.id),
    endedAt: integer('ended_at'),
    endedReason: text('ended_reason'),
    /** It ended, or was opened again, while answers are hidden: by whom, and what others are shown until then. */
    held: text('held', { mode: 'json' }).$type<HeldEnding>(),
    /** What was made of it: a draft decision, and when an open question in the plan. */
    decisionMade: text('decision_made').references(() => decision.id),
    questionAt: integer('question_at'),
    startedBy: text('started_by')
      .notNull()
      .references(() => member.id),
    createdAt: integer('created_at').notNull(),
    changedAt: integer('changed_at').notNull(),
    /** Goes up by one with every change of it or of anything in it. */
    revision: integer('revision').notNull().default(1),
  },
  (t) => [
    index('comment_thread_by_document').on(t.documentId, t.createdAt),
    index('comment_thread_by_decision').on(t.decisionId, t.createdAt),
  ],
);

/** Where a thread stands: open, or how it ended. */
export interface Standing {
  readonly state: (typeof THREAD_STATES)[number];
  readonly endedBy: string | null;
  readonly endedSeat: string | null;
  readonly endedAt: number | null;
  readonly endedReason: string | null;
}

interface HeldEnding {
  readonly heldRound: number;
  readonly memberId: string;
  readonly seatId: string | null;
  readonly before: Standing;
}

export const comment = sqliteTable(
  'comment',
  {
    id: text('id').primaryKey(),
    threadId: text('thread_id')
      .notNull()
      .references(() => commentThread.id),
    /** Who says it; their name is looked up whenever it is shown. */
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    seatId: text('seat_id').references(() => seat.id),
    via: text('via', { enum: VIAS }).notNull(),
    supporter: text('supporter'),
    enteredBy: text('entered_by').references(() => member.id),
    witness: text('witness').references(() => member.id),
    words: text('words').notNull(),
    at: integer('at').notNull(),
    editedAt: integer('edited_at'),
    /** The round of a decision whose answers were hidden while it was written: it is shown when that has ended. */
    heldRound: integer('held_round'),
    hiddenBy: text('hidden_by').references(() => member.id),
    hiddenAt: integer('hidden_at'),
    hiddenReason: text('hidden_reason'),
    requestId: text('request_id').notNull(),
  },
  (t) => [
    index('comment_by_thread').on(t.threadId, t.at),
    index('comment_by_member').on(t.memberId, t.at),
    uniqueIndex('comment_by_request').on(t.memberId, t.requestId),
  ],
);

/** "The same for us": one of each member, counted by seat. */
export const commentReaction = sqliteTable(
  'comment_reaction',
  {
    commentId: text('comment_id')
      .notNull()
      .references(() => comment.id),
    memberId: text('member_id')
      .notNull()
      .references(() => member.id),
    seatId: text('seat_id').references(() => seat.id),
    at: integer('at').notNull(),
    heldRound: integer('held_round'),
  },
  (t) => [primaryKey({ columns: [t.commentId, t.memberId] })],
);
