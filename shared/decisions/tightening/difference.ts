import { ruleWords } from '../../messages/en/rules.ts';

export type Differing = keyof typeof ruleWords.differences;

/** One thing in which a rule differs from the one that it was made from, at the field that says so. */
export interface Difference {
  /** Where in the rule: `quorum.atLeast`, `ladder.0.threshold`. */
  readonly field: string;
  /** `looser`: with it something might pass, or somebody be heard less, that the named rule would not allow. */
  readonly verdict: 'tighter' | 'looser';
  readonly says: string;
}

export function tighter(field: string, what: Differing): Difference {
  return { field, verdict: 'tighter', says: ruleWords.differences[what].tighter };
}

export function looser(field: string, what: Differing): Difference {
  return { field, verdict: 'looser', says: ruleWords.differences[what].looser };
}

/** Nothing when both are equal; else tighter when more is asked than before. */
export function more(field: string, what: Differing, before: number, after: number): Difference[] {
  if (before === after) return [];
  return [after > before ? tighter(field, what) : looser(field, what)];
}

/** The same, where what is asked depends on how many there are: tighter only if it never asks for less. */
export function moreForAll(
  field: string,
  what: Differing,
  pairs: readonly (readonly [before: number, after: number])[],
): Difference[] {
  if (pairs.every(([before, after]) => before === after)) return [];
  return [pairs.every(([before, after]) => after >= before) ? tighter(field, what) : looser(field, what)];
}

/** Every number of voices that may come to be counted: leavers and conflicts make them fewer, never more. */
export function upTo(voices: number): number[] {
  return Array.from({ length: Math.max(1, voices) }, (_, index) => index + 1);
}
