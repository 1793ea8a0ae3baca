import type { Side } from '../../partnerships/sides.ts';
import type { OutReason } from '../electorate.ts';
import { atMost, meets, needed, type Ratio, type Threshold } from '../ratio.ts';
import { isCast, isEligible, type Voice } from './voices.ts';
import type { Line, LineName } from './working.ts';

/** At least so many whole voices. */
export function atLeastLine(test: LineName, side: Side | null, have: number, need: number): Line {
  return { test, side, have, limit: 'at_least', need, share: null, holds: have >= need, waived: null };
}

/** At most so many voices, by number or as a share of those that answered. */
export function atMostLine(
  test: LineName,
  side: Side | null,
  have: number,
  cap: number | Ratio,
  cast: number,
): Line {
  const need = typeof cap === 'number' ? cap : atMost(cast, cap);
  const share =
    typeof cap === 'number'
      ? null
      : ({ ratio: cap, comparison: 'at_least', of: 'cast', base: cast } as const);
  return { test, side, have, limit: 'at_most', need, share, holds: have <= need, waived: null };
}

/** A share of some base. Of an empty base there is no share: nothing is divided, and the line does not hold. */
export function shareLine(
  test: LineName,
  side: Side | null,
  have: number,
  threshold: Threshold,
  base: number,
): Line {
  const { ratio, comparison, of } = threshold;
  return {
    test,
    side,
    have,
    limit: 'at_least',
    need: base === 0 ? 1 : needed(base, ratio, comparison),
    share: { ratio, comparison, of, base },
    holds: meets(have, base, ratio, comparison),
    waived: null,
  };
}

/** Nothing is asked of a side none of whose voices is counted, and the record says so. */
export function waivedLine(test: LineName, side: Side, of: readonly Voice[], holds = true): Line {
  const why = [...new Set(of.flatMap<OutReason>(({ out }) => [...out]))];
  return { test, side, have: 0, limit: 'at_least', need: 0, share: null, holds, waived: why };
}

export function baseOf(of: Threshold['of'], all: readonly Voice[]): number {
  switch (of) {
    case 'eligible':
      return all.filter(isEligible).length;
    case 'cast':
      return all.filter(isCast).length;
    case 'for_and_against':
      return all.filter((voice) => isCast(voice) && (voice.choice === 'for' || voice.choice === 'against'))
        .length;
  }
}

export function saying(all: readonly Voice[], ...choices: readonly Voice['choice'][]): number {
  return all.filter((voice) => isCast(voice) && choices.includes(voice.choice)).length;
}

export const allHold = (lines: readonly Line[]): boolean => lines.every(({ holds }) => holds);
