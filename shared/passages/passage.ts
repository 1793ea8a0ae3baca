import { z } from 'zod';
import type { Block } from '../documents/blocks.ts';
import type { Stretch } from '../documents/layout.ts';

const number = z.int().min(0);

/** A place in Yjs beside one character: before it (`assoc` 0) or behind it (-1). It is a relative position of Yjs. */
export const place = z.strictObject({
  item: z.strictObject({ client: number, clock: number }),
  assoc: z.union([z.literal(0), z.literal(-1)]),
});
export type Place = z.infer<typeof place>;

const character = z.tuple([number, number]);

/** Which characters a passage was made of, and those that stood beside it: by these it is found again. */
export const characters = z.strictObject({
  /** Client, first clock and length of each stretch, in the order of the words. */
  spans: z.array(number),
  /** The nearest character before it and behind it; null at the edge of the document, or of the cell. */
  before: character.nullable(),
  after: character.nullable(),
  /** Whether it began, and ended, with a whole block. */
  startsBlock: z.boolean(),
  endsBlock: z.boolean(),
  /** Whether it stood within one cell of a table. */
  inCell: z.boolean(),
  /** What else was in the document then: pairs of client and the first clock that was not there yet. */
  seen: z.array(number),
});
export type Characters = z.infer<typeof characters>;

/** Words of a living document as they were when a decision was bound to them, with all that finds them again. */
export interface Passage {
  readonly start: Place;
  readonly end: Place;
  readonly quote: string;
  readonly before: string;
  readonly after: string;
  /** Null where it is only known what the words were: then they are found by those alone. */
  readonly characters: Characters | null;
}

export interface BoundPassage extends Passage {
  readonly blocks: readonly Block[];
  readonly hash: string;
  readonly stretch: Stretch;
}
