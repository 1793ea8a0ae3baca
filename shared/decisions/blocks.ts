import type { Position } from './positions.ts';

/**
 * The life of a block. `raised` has not been tested; `concern` turned out to be none after all; `qualified` is one;
 * `integrated` was met by new words, `withdrawn` taken back by its owner; `addressed` was answered in writing and not
 * followed; `sustained` stands. `released` is the block of a seat that is no longer counted, set aside with a reason.
 */
export type BlockState =
  | 'raised'
  | 'concern'
  | 'qualified'
  | 'integrated'
  | 'withdrawn'
  | 'addressed'
  | 'sustained'
  | 'released';

/** One step in a block's life: each has a name and a reason, and the round in which it came. */
export interface BlockStep {
  readonly state: BlockState;
  readonly by: string;
  readonly at: number;
  readonly round: number;
  readonly reason: string;
}

export type Question = 'is_a_block' | 'is_addressed';

/** One tester's judgement. `seat` is whose, where one seat from each side tests. */
export interface Finding {
  readonly question: Question;
  readonly yes: boolean;
  readonly by: string;
  readonly seat: string | null;
  readonly at: number;
  readonly round: number;
  readonly reason: string;
}

export interface Block {
  readonly seat: string;
  /** The version of the words that it was raised against. */
  readonly version: number;
  readonly position: Extract<Position, { choice: 'block' }>;
  readonly steps: readonly BlockStep[];
  readonly findings: readonly Finding[];
  /** The answer in writing that was given to it. */
  readonly answer: {
    readonly by: string;
    readonly at: number;
    readonly round: number;
    readonly text: string;
  } | null;
}

export function stateOf({ steps }: Pick<Block, 'steps'>): BlockState {
  return (steps.at(-1) as BlockStep).state;
}

/** Whether a block in this state stops consensus: it is sustained, or not yet tested to its end. */
export function stands(state: BlockState): boolean {
  switch (state) {
    case 'raised':
    case 'qualified':
    case 'sustained':
      return true;
    case 'concern':
    case 'integrated':
    case 'withdrawn':
    case 'addressed':
    case 'released':
      return false;
  }
}
