import type { Counted } from './working.ts';

/** The working with nothing in it that tells whose an answer was: who blocks, whose vote was casting, who left with which. */
export function withoutSeats({ result, working }: Counted): Counted {
  return {
    result,
    working: {
      ...working,
      out: working.out.filter(({ why }) => why !== 'outside_our_powers'),
      tallyWithLeavers: null,
      blocks: [],
      divided: [],
      castingVote: null,
    },
  };
}
