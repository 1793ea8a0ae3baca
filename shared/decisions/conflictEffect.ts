import { SIDES, type Side } from '../partnerships/sides.ts';
import { quorumNeed } from './count/quorum.ts';
import { isEligible, voices } from './count/voices.ts';
import type { Conflict, Out, Seat } from './electorate.ts';
import type { Rule } from './rule.ts';

interface Counted {
  /** How many voices may answer. */
  readonly eligible: number;
  /** How many must. */
  readonly need: number;
  /** Sides that have seats here, and none that is counted: nothing is asked of them. */
  readonly waived: readonly Side[];
}

/** What a judgement of an interest does to the quorum: how it was, and how it will be. */
export interface ConflictEffect {
  readonly before: Counted;
  readonly after: Counted;
}

/**
 * Works out, before it is recorded, what handling an interest in one way does to who is counted. `out` is who is not
 * counted now and why; a seat that left stays out, whatever is judged.
 */
export function conflictEffect(
  rule: Rule,
  electorate: readonly Seat[],
  out: readonly Out[],
  { seat, handling }: Pick<Conflict, 'seat' | 'handling'>,
): ConflictEffect {
  const others = out.filter((each) => each.seat !== seat || each.why !== 'conflict');
  const stays = others.some((each) => each.seat === seat && each.why === 'left');
  const judged: Out[] = handling === 'may_vote' || stays ? [] : [{ seat, why: 'conflict' }];
  return {
    before: countedWith(rule, electorate, out),
    after: countedWith(rule, electorate, [...others, ...judged]),
  };
}

function countedWith({ voice, quorum }: Rule, electorate: readonly Seat[], out: readonly Out[]): Counted {
  const all = voices(voice, electorate, out, []);
  const eligible = all.filter(isEligible).length;
  return {
    eligible,
    need: quorumNeed(quorum, eligible).need,
    waived: SIDES.filter((side) => {
      const mine = all.filter((each) => each.side === side);
      return mine.length > 0 && !mine.some(isEligible);
    }),
  };
}
