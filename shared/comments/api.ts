import { z } from 'zod';
import { commentsWords as words } from '../messages/en/comments.ts';
import { side } from '../partnerships/sides.ts';
import { characters, place } from '../passages/passage.ts';
import {
  LONGEST_COMMENT,
  LONGEST_REASON,
  LONGEST_SUGGESTION,
  LONGEST_SUPPORTER,
  THREAD_KINDS,
  THREAD_STATES,
  VIAS,
} from './comment.ts';

/** What the HTTP API takes and gives about comments. Times are milliseconds since 1970. */
const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, words.badId);

/** What words say, as `hashBlocks` gives it. */
const hash = z.string().regex(/^[0-9a-f]{64}$/, words.badHash);

/** Sent again under the same name, a comment is not added twice. */
const requestId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, words.badId);

const said = z.string({ error: words.empty }).trim().min(1, words.empty).max(LONGEST_COMMENT, words.tooLong);
const reason = z.string({ error: words.noReason }).trim().max(LONGEST_REASON, words.reasonTooLong);

/** For which of one's seats: left out, the first; null, for none. And who helps. */
const speaking = {
  seatId: id.nullable().optional(),
  supporter: z.string().trim().min(1).max(LONGEST_SUPPORTER, words.supporterTooLong).optional(),
};

/** The words between two places, as `bindPassage` reads them, with the hash of what was shown. */
const passage = z
  .strictObject({ start: place, end: place, hash })
  .refine(({ start, end }) => start.assoc === 0 && end.assoc === -1, { error: words.place });

export const newDocumentThread = z
  .strictObject({
    requestId,
    /** Left out: about the whole document. */
    passage: passage.optional(),
    words: said,
    /** Other words for the passage, as plain text; a line for each paragraph. Makes it a suggestion. */
    suggestion: z.string().max(LONGEST_SUGGESTION, words.suggestionTooLong).optional(),
    ...speaking,
  })
  .refine(({ passage, suggestion }) => suggestion === undefined || passage !== undefined, {
    error: words.suggestionNeedsWords,
    path: ['suggestion'],
  })
  .meta({ examples: [{ requestId: 'request-1', words: 'Who pays for this?' }] });

export const newDecisionThread = z.strictObject({ requestId, words: said, ...speaking });

export const newComment = z.strictObject({ requestId, words: said, ...speaking });
export type NewComment = z.infer<typeof newComment>;

export const rewording = z.strictObject({ words: said });
export const sameForUs = z.strictObject({ seatId: speaking.seatId });

/** How a thread ends, or begins again. Accepting puts a suggestion's words into the document. */
export const ending = z
  .strictObject({
    how: z.enum(['resolve', 'accept', 'decline', 'reopen'], { error: words.how }),
    reason: reason.default(''),
    seatId: speaking.seatId,
  })
  .refine(({ how, reason }) => reason !== '' || how === 'accept' || how === 'reopen', {
    error: words.noReason,
    path: ['reason'],
  });
export type Ending = z.infer<typeof ending>;

export const hiding = z.strictObject({
  hide: z.boolean({ error: words.hideOrShow }),
  reason: reason.min(1, words.noReason),
});
export type Hiding = z.infer<typeof hiding>;

/** The question that the draft decision asks; it can be written later. */
export const decisionWanted = z.strictObject({
  question: z.string().trim().min(1).max(300, words.reasonTooLong).optional(),
});

export const startedAnswer = z.object({ threadId: z.string() });
export const commentedAnswer = z.object({ commentId: z.string() });
export const doneAnswer = z.object({ revision: z.number() });

const seatNamed = z.object({ id: z.string(), name: z.string(), side });
const person = z.object({ memberId: z.string(), name: z.string(), isPseudonym: z.boolean() });
const spot = z.object({ block: z.number(), offset: z.number() });
const stretch = z.object({
  cell: z.object({ table: z.number(), row: z.number(), column: z.number() }).nullable(),
  from: spot,
  to: spot,
});

/** What has become of the words that a thread is about. */
const wordsNow = z.discriminatedUnion('state', [
  z.object({ state: z.literal('as_quoted'), stretch }),
  z.object({ state: z.literal('changed'), stretch, words: z.string() }),
  /** None is left, and nothing stands in their place: the quote is all there is. */
  z.object({ state: z.literal('gone') }),
  z.object({ state: z.literal('cannot_tell'), why: z.enum(['moved_apart', 'elsewhere']) }),
]);
export type WordsNow = z.infer<typeof wordsNow>;

const comment = z.object({
  id: z.string(),
  author: person.extend({ seat: seatNamed.nullable() }),
  via: z.enum(VIAS),
  supporter: z.string().nullable(),
  /** Who wrote it in from paper, and who witnessed that. */
  entered: z.object({ byName: z.string(), witnessName: z.string().nullable() }).nullable(),
  /** Plain text, with mentions as `@[name](member:ID)`. Null: hidden from you. */
  words: z.string().nullable(),
  at: z.number(),
  editedAt: z.number().nullable(),
  hidden: z.object({ byName: z.string(), reason: z.string(), at: z.number() }).nullable(),
  /** How many seats say that it is the same for them (and people without one), who they are, and whether you do. */
  same: z.object({ count: z.number(), mine: z.boolean(), names: z.array(z.string()) }),
  may: z.object({ edit: z.boolean(), same: z.boolean(), hide: z.boolean(), show: z.boolean() }),
});
export type Comment = z.infer<typeof comment>;

const thread = z.object({
  id: z.string(),
  kind: z.enum(THREAD_KINDS),
  documentId: z.string().nullable(),
  decisionId: z.string().nullable(),
  /** All that finds the words again, with the hash of what was quoted, and what has become of them. */
  passage: z
    .object({
      start: place,
      end: place,
      before: z.string(),
      after: z.string(),
      characters: characters.nullable(),
      hash: z.string(),
      now: wordsNow,
    })
    .nullable(),
  /** The words as they were; empty when it is about the whole. */
  quote: z.string(),
  /** Null: no suggestion, or its words are hidden from you. */
  suggestion: z.object({ words: z.string() }).nullable(),
  state: z.enum(THREAD_STATES),
  endedBy: person.extend({ seat: seatNamed.nullable() }).nullable(),
  endedAt: z.number().nullable(),
  endedReason: z.string().nullable(),
  /** What was made of it: a draft decision (its number null where you may not read it), an open question in the plan. */
  became: z.object({
    decision: z.object({ id: z.string(), number: z.number() }).nullable(),
    questionAt: z.number().nullable(),
  }),
  createdAt: z.number(),
  changedAt: z.number(),
  revision: z.number(),
  comments: z.array(comment),
  /** You started it or wrote in it. */
  mine: z.boolean(),
  /** Open, and nobody but who began it has written in it. */
  unanswered: z.boolean(),
  may: z.object({
    reply: z.boolean(),
    resolve: z.boolean(),
    reopen: z.boolean(),
    accept: z.boolean(),
    decline: z.boolean(),
    makeDecision: z.boolean(),
    makeQuestion: z.boolean(),
  }),
});
export type Thread = z.infer<typeof thread>;

export const threadsAnswer = z.object({
  threads: z.array(thread),
  /** Whether you may begin a thread, and if not, why. */
  may: z.object({ start: z.boolean(), suggest: z.boolean(), whyNot: z.string().nullable() }),
  /** The seats that you may speak for, the first of them by default. */
  seats: z.array(seatNamed),
});
export type ThreadsAnswer = z.infer<typeof threadsAnswer>;

export const threadsQuery = z.object({ since: z.string().max(64).optional() });

/** What is read again and again as it changes: each time only what is other than in the answer named by `since`. */
export const threadsRead = threadsAnswer.extend({
  /** Stands for this answer. */
  version: z.string(),
  /** The version that `threads` are to be merged into; null: they are all that there are. */
  since: z.string().nullable(),
  /** Those of that version that are not there any more. */
  gone: z.array(z.string()),
});
export type ThreadsRead = z.infer<typeof threadsRead>;
