import { needed, type Ratio } from '../ratio.ts';
import type { Quorum } from '../rule.ts';
import { atLeastLine, waivedLine } from './lines.ts';
import { isCast, isEligible, sidesOf, type Voice } from './voices.ts';
import type { Line } from './working.ts';

/** How many of so many voices must answer, and the share that this comes from, if it is one. Never nought. */
export function quorumNeed(
  { atLeast, scaled }: Quorum,
  eligible: number,
): { need: number; share: Ratio | null } {
  const full = typeof atLeast === 'number' ? atLeast : needed(eligible, atLeast, 'at_least');
  const small = scaled && eligible < scaled.below ? needed(eligible, scaled.share, 'at_least') : full;
  const share = scaled && small < full ? scaled.share : typeof atLeast === 'string' ? atLeast : null;
  return { need: Math.max(1, Math.min(full, small)), share };
}

/** The quorum's comparisons: answers overall, then from each side. */
export function quorumLines(quorum: Quorum, all: readonly Voice[]): Line[] {
  const { fromEachSide } = quorum;
  const eligible = all.filter(isEligible).length;
  const { need, share: ratio } = quorumNeed(quorum, eligible);
  const overall = atLeastLine('answers', null, all.filter(isCast).length, need);
  const share = ratio ? ({ ratio, comparison: 'at_least', of: 'eligible', base: eligible } as const) : null;
  return [{ ...overall, share }, ...(fromEachSide > 0 ? sideLines(fromEachSide, all) : [])];
}

/** A side with fewer seats than are asked of it is asked for all that it has. */
function sideLines(fromEachSide: number, all: readonly Voice[]): Line[] {
  return sidesOf(all).map((side) => {
    const mine = all.filter((voice) => voice.side === side);
    const eligible = mine.filter(isEligible).length;
    return eligible === 0
      ? waivedLine('answers_from_side', side, mine)
      : atLeastLine('answers_from_side', side, mine.filter(isCast).length, Math.min(fromEachSide, eligible));
  });
}
