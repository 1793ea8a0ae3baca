import { z } from 'zod';
import { versionsWords as words } from '../messages/en/versions.ts';

/** Earlier versions of a document over HTTP. A version is the document after one of its changes, by that change's number. */

export const LONGEST_NAME = 120;
export const MOST_NAMES = 200;

/** Whitespace is no name, and a name is one line. */
export const newName = z.strictObject({
  name: z
    .string({ error: words.nameMissing })
    .max(LONGEST_NAME * 2, words.nameTooLong)
    .transform((name) => name.replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, words.nameMissing).max(LONGEST_NAME, words.nameTooLong)),
});

/** Where to read on from: `before` a change, or the smaller steps `from` one change to another. */
export const momentsSearch = z.strictObject({
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  from: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  to: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
});

const givenName = z.object({
  name: z.string(),
  /** Who gave it, as the partnership knows them. */
  by: z.string(),
  at: z.number(),
});

const moment = z.object({
  /** The last change of this stretch of work: the version that it left behind. */
  seq: z.number(),
  /** The first change of it. */
  from: z.number(),
  startedAt: z.number(),
  endedAt: z.number(),
  /** Who wrote, as the partnership knows them, each with the seats that they wrote for. */
  by: z.array(z.object({ name: z.string(), seats: z.array(z.string()) })),
  names: z.array(givenName),
});
export type Moment = z.infer<typeof moment>;

export const momentsAnswer = z.object({
  /** The newest first. */
  moments: z.array(moment),
  more: z.boolean(),
  /** The newest change of all: the document as it stands. */
  newest: z.number(),
});
export type MomentsAnswer = z.infer<typeof momentsAnswer>;

export const versionAnswer = z.object({
  seq: z.number(),
  newest: z.number(),
  /** When the change was made that it stands after. */
  at: z.number(),
  names: z.array(givenName),
  /** The kinds of block and what each carries: shared/documents/blocks.ts. */
  blocks: z.array(z.looseObject({ kind: z.string() })),
  words: z.number(),
  /** Whether the document says the same now. */
  same: z.boolean(),
  /** What changed from then to now, sentence by sentence, as far as it is told. */
  changes: z.array(
    z.object({
      how: z.enum(['added', 'removed', 'changed']),
      was: z.string().nullable(),
      now: z.string().nullable(),
    }),
  ),
  /** How many more sentences have changed. */
  more: z.number(),
});
export type VersionAnswer = z.infer<typeof versionAnswer>;

export const namedAnswer = z.object({ seq: z.number(), name: z.string() });

/** The document as it was, whole, for a page that brings it back: an update of Yjs, in base64. */
export const stateAnswer = z.object({ seq: z.number(), at: z.number(), state: z.string() });
