import { needed } from '../ratio.ts';
import type { Quorum } from '../rule.ts';
import { atLeastLine, waivedLine } from './lines.ts';
import { isCast, isEligible, sidesOf, type Voice } from './voices.ts';
import type { Line } from './working.ts';

/** The quorum's comparisons: answers overall, then from each side. A quorum is never nought. */
export function quorumLines({ atLeast, fromEachSide, scaled }: Quorum, all: readonly Voice[]): Line[] {
  const eligible = all.filter(isEligible).length;
  const full = typeof atLeast === 'number' ? atLeast : needed(eligible, atLeast, 'at_least');
  const small = scaled && eligible < scaled.below ? needed(eligible, scaled.share, 'at_least') : full;
  const need = Math.max(1, Math.min(full, small));
  const overall = atLeastLine('answers', null, all.filter(isCast).length, need);
  const ratio = small < full && scaled ? scaled.share : typeof atLeast === 'string' ? atLeast : null;
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
