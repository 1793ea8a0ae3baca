import type { Rung } from './rungs.ts';

/** Slow enough for people who read with care, on a small screen, or in their second language. */
const WORDS_A_MINUTE = 150;

/** Beside the reading: thinking, and writing an answer. */
const ANSWERING: Readonly<Record<Rung, number>> = { inform: 0, consult: 5, co_design: 15, decide: 5 };

export const MOST_MINUTES = 600;

/** About how many minutes it takes to read so many words and do what is asked. Above ten, in steps of five. */
export function minutesFor(rung: Rung, words: number): number {
  const minutes = Math.max(1, Math.ceil(words / WORDS_A_MINUTE) + ANSWERING[rung]);
  return Math.min(MOST_MINUTES, minutes <= 10 ? minutes : Math.ceil(minutes / 5) * 5);
}
