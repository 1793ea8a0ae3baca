import { z } from 'zod';
import { decisionsWords as words } from '../messages/en/decisions.ts';

/**
 * Shares are two whole numbers, `3/4`, and are compared by multiplying crosswise: nothing in a count is ever a
 * floating point number. Five digits each and 10,000 seats stay far inside the exact whole numbers.
 */
export const ratio = z
  .string({ error: words.rule.ratio })
  .regex(/^\d{1,5}\/[1-9]\d{0,4}$/, words.rule.ratio)
  .refine((text: string) => isWithinWhole(text), words.rule.ratio);
export type Ratio = string;

export const comparison = z.enum(['at_least', 'more_than'], { error: words.rule.comparison });
export type Comparison = z.infer<typeof comparison>;

/** What a share is a share of: the voices that may answer, those that did, or those that said for or against. */
export const DENOMINATORS = ['eligible', 'cast', 'for_and_against'] as const;
export type Denominator = (typeof DENOMINATORS)[number];

export interface Threshold {
  readonly ratio: Ratio;
  readonly comparison: Comparison;
  readonly of: Denominator;
}

function isWithinWhole(text: string): boolean {
  const [over, under] = parts(text);
  return over <= under;
}

/** The two whole numbers of a ratio. */
export function parts(text: Ratio): readonly [number, number] {
  const [over, under] = text.split('/').map(Number);
  return [over as number, under as number];
}

/** Whether `have` is at least, or more than, the share of `base`. Nothing is a share of nothing: then it is not. */
export function meets(have: number, base: number, share: Ratio, how: Comparison): boolean {
  if (base === 0) return false;
  const [over, under] = parts(share);
  return how === 'at_least' ? have * under >= over * base : have * under > over * base;
}

/** The fewest whole voices that meet the share of `base`: 48.3 needs 49. */
export function needed(base: number, share: Ratio, how: Comparison): number {
  const [over, under] = parts(share);
  const product = over * base;
  const whole = (product - (product % under)) / under;
  return how === 'more_than' || product % under > 0 ? whole + 1 : whole;
}

/** The most whole voices that are still within the share of `base`. */
export function atMost(base: number, share: Ratio): number {
  return needed(base, share, 'more_than') - 1;
}
