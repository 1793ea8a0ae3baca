import { z } from 'zod';
import type { Block } from '../documents/blocks.ts';
import { passagesWords as words } from '../messages/en/passages.ts';
import type { PassageNow } from '../passages/findPassage.ts';
import { characters, type Passage, place } from '../passages/passage.ts';
import { BOUND_AS, type BoundAs } from './boundWords.ts';
import { newWords } from './changeApi.ts';
import { hash } from './draft.ts';
import { id, shortText } from './electorate.ts';

/** The words between two places of a document, put to a decision. */
export const putToDecision = z
  .strictObject({
    start: place,
    end: place,
    /** What these words say, as `hashBlocks` gives it: refused when the document says something else by then. */
    hash,
    question: shortText.optional(),
    /** The decision that these words were agreed in before they changed. */
    follows: id.optional(),
  })
  .refine(({ start, end }) => start.assoc === 0 && end.assoc === -1, { error: words.place, path: ['start'] })
  .meta({
    examples: [
      {
        start: { item: { client: 71, clock: 4 }, assoc: 0 },
        end: { item: { client: 71, clock: 90 }, assoc: -1 },
        hash: '0'.repeat(64),
        question: 'Shall the shared trips run on Sundays too?',
      },
    ],
  });
export type PutToDecision = z.infer<typeof putToDecision>;

/** The words as they stand in the document now, put to a decision that is bound to them. */
export const putWordsNow = z.strictObject({
  role: newWords.shape.role.extract(['proposal', 'amendment']),
  basedOn: newWords.shape.basedOn,
  /** What they say, as it was shown: refused when the document says something else by then. */
  hash,
});

export const putAnswer = z.object({ id: z.string(), number: z.number(), restricted: z.boolean() });

/** A decision whose words stand in a document. */
export interface BoundDecision {
  readonly decisionId: string;
  readonly number: number;
  readonly question: string;
  readonly restricted: boolean;
  /** What the words are to it: of a draft, being decided, or agreed and how far. */
  readonly as: BoundAs;
  /** When it ended, was opened or begun. */
  readonly at: number;
  /** The words that count for it, and their hash. */
  readonly words: readonly Block[];
  readonly hash: string;
}

/** With all that finds its words in the document, and what the server found there. */
export interface BoundHere extends BoundDecision, Passage {
  readonly now: PassageNow;
}

export interface DocumentPassages {
  readonly passages: readonly BoundHere[];
}

export interface DecisionPassage {
  /** Null: it is not bound to a document, or there is nothing to hold the document against. */
  readonly passage:
    | (BoundDecision & {
        /** Null where you may not read the document. */
        readonly document: { readonly id: string; readonly title: string; readonly now: PassageNow } | null;
      })
    | null;
}

/** The kinds of block and what each carries: shared/documents/blocks.ts. */
const blocks = z.array(z.looseObject({ kind: z.string() }));
const spot = z.strictObject({ block: z.number(), offset: z.number() });
const stretch = z.strictObject({
  cell: z.strictObject({ table: z.number(), row: z.number(), column: z.number() }).nullable(),
  from: spot,
  to: spot,
});

const passageNow = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('as_agreed'), stretch, blocks }),
  z.strictObject({ state: z.literal('changed'), stretch, blocks }),
  z.strictObject({ state: z.literal('gone') }),
  z.strictObject({ state: z.literal('cannot_tell'), why: z.enum(['moved_apart', 'elsewhere']) }),
]);

const bound = {
  decisionId: z.string(),
  number: z.number(),
  question: z.string(),
  restricted: z.boolean(),
  as: z.enum(BOUND_AS),
  at: z.number(),
  words: blocks,
  hash: z.string(),
};

const boundHere = z.object({
  ...bound,
  start: place,
  end: place,
  quote: z.string(),
  before: z.string(),
  after: z.string(),
  characters: characters.nullable(),
  now: passageNow,
});

export const documentPassagesShape = z.object({ passages: z.array(boundHere) });

export const decisionPassageShape = z.object({
  passage: z
    .object({
      ...bound,
      document: z.object({ id: z.string(), title: z.string(), now: passageNow }).nullable(),
    })
    .nullable(),
});
