import type { Side } from '../../partnerships/sides.ts';
import type { VotingStep } from '../ladder.ts';
import type { Threshold } from '../ratio.ts';
import { allHold, atLeastLine, baseOf, saying, shareLine, waivedLine } from './lines.ts';
import { isCast, isEligible, type Voice } from './voices.ts';
import type { Line, Result, Working } from './working.ts';

type Majority = Extract<VotingStep, { kind: 'majority' }>;
type Concurrent = Extract<VotingStep, { kind: 'concurrent_majority' }>;
type Casting = Working['castingVote'];

/**
 * When for and against are equal, the position that the holder of the casting vote has already given counts once
 * more. If they gave none, or abstained, the tie stands.
 */
export function castingVote({ castingVote: seat }: Majority, all: readonly Voice[]): Casting {
  if (seat === undefined || saying(all, 'for') !== saying(all, 'against')) return null;
  const holder = all.find((voice) => isCast(voice) && voice.seats.includes(seat));
  return holder?.choice === 'for' || holder?.choice === 'against' ? { seat, choice: holder.choice } : null;
}

export function majorityLines(step: Majority, all: readonly Voice[], casting: Casting): Line[] {
  return forLines(step.threshold, null, all, casting);
}

export function concurrentLines(step: Concurrent, all: readonly Voice[]): Line[] {
  return [
    ...forLines(step.overall, null, all, null),
    ...step.sides.flatMap((side) => {
      const mine = all.filter((voice) => voice.side === side);
      return mine.some(isEligible)
        ? forLines(step.within, side, mine, null)
        : [waivedLine('majority', side, mine, step.emptySide === 'waived')];
    }),
  ];
}

/** The share, and that more are for than against: whatever the share, a tie fails. */
function forLines(threshold: Threshold, side: Side | null, of: readonly Voice[], casting: Casting): Line[] {
  const inFavour = saying(of, 'for') + (casting?.choice === 'for' ? 1 : 0);
  const against = saying(of, 'against') + (casting?.choice === 'against' ? 1 : 0);
  const base = baseOf(threshold.of, of) + (casting && threshold.of !== 'eligible' ? 1 : 0);
  return [
    shareLine('majority', side, inFavour, threshold, base),
    atLeastLine('more_for_than_against', side, inFavour, against + 1),
  ];
}

export function majorityResult(lines: readonly Line[], all: readonly Voice[], casting: Casting): Result {
  if (allHold(lines)) return { kind: 'passed', option: 'proposal' };
  const tied = casting === null && saying(all, 'for') === saying(all, 'against');
  return tied ? { kind: 'tie', options: ['for', 'against'] } : { kind: 'failed' };
}
