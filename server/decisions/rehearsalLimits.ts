import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Rehearsal } from '../../shared/decisions/rehearse.ts';
import { secondsToWait } from '../secondsToWait.ts';

/** How much one account may try out in a minute: two small tables a second, or a few of the largest. */
const WEIGHT_A_MINUTE = 120;
/** A table of everyday size, with all its rounds, weighs one; what a body of 64 kB can hold weighs some twenty. */
const POSITIONS_A_WEIGHT = 50;

/** Gives the seconds to wait when somebody has tried out too much, else undefined. */
export type RehearsalLimit = (accountId: string, tried: Rehearsal) => Promise<number | undefined>;

export function rehearsalLimit(): RehearsalLimit {
  const limiter = new RateLimiterMemory({ points: WEIGHT_A_MINUTE, duration: 60 });
  return (accountId, tried) => secondsToWait(limiter, accountId, weightOf(tried));
}

function weightOf({ rounds, electorate }: Rehearsal): number {
  const said = rounds.reduce((sum, { positions }) => sum + positions.length, 0);
  return 1 + Math.floor(Math.max(said, electorate.length) / POSITIONS_A_WEIGHT);
}
