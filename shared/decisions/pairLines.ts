import { diffArrays } from 'diff';
import { countWordsIn } from '../documents/countWords.ts';
import { textOfRuns } from '../documents/runs.ts';
import type { Line } from './comparedLines.ts';

export interface Pair {
  readonly one: Line | null;
  readonly other: Line | null;
}

/**
 * The lines of two texts side by side, in order: two that say the same or much the same stand together, the others
 * alone. Together the pairs have as many words in common as can be.
 */
export function pairLines(before: readonly Line[], now: readonly Line[]): Pair[] {
  if (before.length * now.length > MOST_PAIRS) return pairEqual(before, now);
  const likeness = likenesses(before, now);
  const best = bestSums(likeness, before.length, now.length);
  const pairs: Pair[] = [];
  let [i, j] = [before.length, now.length];
  while (i > 0 && j > 0) {
    const like = at(likeness, i - 1, j - 1);
    if (like > 0 && at(best, i, j) === at(best, i - 1, j - 1) + like)
      pairs.push({ one: before[--i] as Line, other: now[--j] as Line });
    else if (at(best, i, j) === at(best, i, j - 1)) pairs.push({ one: null, other: now[--j] as Line });
    else pairs.push({ one: before[--i] as Line, other: null });
  }
  return [...alone(before.slice(0, i), now.slice(0, j)), ...pairs.reverse()];
}

/** For long texts: only lines that are quite the same stand together. */
function pairEqual(before: readonly Line[], now: readonly Line[]): Pair[] {
  const key = (line: Line) => JSON.stringify(line);
  const hunks = diffArrays(before.map(key), now.map(key), { maxEditLength: MOST_EDITS });
  if (!hunks) return alone(before, now);
  let [i, j] = [0, 0];
  return hunks.flatMap(({ added, removed, count }) => {
    const one = added ? [] : before.slice(i, i + count);
    const other = removed ? [] : now.slice(j, j + count);
    i += one.length;
    j += other.length;
    if (added || removed) return alone(one, other);
    return one.map((line, index) => ({ one: line, other: other[index] as Line }));
  });
}

function alone(before: readonly Line[], now: readonly Line[]): Pair[] {
  return [...before.map((one) => ({ one, other: null })), ...now.map((other) => ({ one: null, other }))];
}

/** What each two have in common, in words; 0 for what is too little to be the same line. */
function likenesses(before: readonly Line[], now: readonly Line[]): number[][] {
  const [olds, news] = [before.map(bagOf), now.map(bagOf)];
  return olds.map((old) =>
    news.map((fresh) => {
      if (old.apart !== fresh.apart) return 0;
      if (old.text === fresh.text) return 2 + old.size;
      const common = [...old.words].filter((word) => fresh.words.has(word)).length;
      const share = (2 * common) / Math.max(1, old.words.size + fresh.words.size);
      return share < LEAST_SHARE ? 0 : common;
    }),
  );
}

/** For each place in both, the most that lines before it can have in common. */
function bestSums(likeness: readonly (readonly number[])[], rows: number, columns: number): number[][] {
  const best: number[][] = [Array.from({ length: columns + 1 }, () => 0)];
  for (let i = 1; i <= rows; i++) {
    const row = [0];
    for (let j = 1; j <= columns; j++)
      row.push(
        Math.max(at(best, i - 1, j - 1) + at(likeness, i - 1, j - 1), at(best, i - 1, j), row[j - 1] ?? 0),
      );
    best.push(row);
  }
  return best;
}

function bagOf(line: Line) {
  const text = textOfRuns(line);
  return {
    text,
    words: new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []),
    size: countWordsIn(text),
    /** A line of one sort never becomes one of another. */
    apart: line.kind === 'rule' || line.kind === 'row' ? line.kind : 'words',
  };
}

function at(table: readonly (readonly number[])[], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}

const MOST_PAIRS = 40_000;
const MOST_EDITS = 4000;
const LEAST_SHARE = 0.3;
