import { decisionsWords } from '../messages/en/decisions.ts';
import type { Ratio } from './ratio.ts';

/** Puts values into a sentence: `{{name}}` becomes the value of that name. */
export function say(sentence: string, values: Readonly<Record<string, string | number>> = {}): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** A share as people say it, where they have a word for it. */
export function shareInWords(ratio: Ratio): string {
  const known: Readonly<Record<string, string>> = decisionsWords.reading.shares;
  return known[ratio] ?? ratio;
}

/** The first form for one, the second for any other number. */
export function many(count: number, [one, other]: readonly [string, string]): string {
  return say(count === 1 ? one : other, { count });
}
