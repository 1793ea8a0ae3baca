import type { RegisterLine } from '../../../shared/decisions/recordApi.ts';

export const FILTERS = [
  'all',
  'needs_me',
  'open',
  'in_force',
  'changed',
  'review',
  'not_yet',
  'draft',
  'ended',
] as const;
export type Filter = (typeof FILTERS)[number];

export function readFilter(text: string | null): Filter {
  return FILTERS.find((filter) => filter === text) ?? 'all';
}

/** What to ask the server for: the narrowest of its own lists that has all of these in it. */
export function askedFor(filter: Filter): 'all' | 'draft' | 'open' | 'ended' | 'needs_me' | 'review_due' {
  switch (filter) {
    case 'in_force':
    case 'not_yet':
    case 'changed':
      return 'ended';
    case 'review':
      return 'review_due';
    case 'all':
    case 'needs_me':
    case 'open':
    case 'draft':
    case 'ended':
      return filter;
  }
}

/** Whether a line belongs under a filter. */
export function fits(filter: Filter, line: RegisterLine): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'needs_me':
      return line.needsMe.length > 0;
    case 'open':
    case 'draft':
    case 'ended':
      return line.state === filter;
    case 'in_force':
      return line.effect !== null && line.effect.force !== 'not_in_force' && line.life.kind === 'standing';
    case 'changed':
      return line.drift === true;
    case 'review':
      return line.reviewDue;
    case 'not_yet':
      return waits(line);
  }
}

/** Agreed, and held out of force by something that has still to come. */
function waits({ effect, life }: RegisterLine): boolean {
  if (effect?.force !== 'not_in_force' || life.kind === 'over') return false;
  return Object.values(effect.waitsFor).some((list) => list.length > 0);
}

/** Whether a search finds it: all its words in the question, or its number. */
export function finds(search: string, { question, number }: RegisterLine): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${number} ${question}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/** What waits for me before everything else; within both, the order stays. */
export function needingFirst(lines: readonly RegisterLine[]): RegisterLine[] {
  const mine = lines.filter(({ needsMe }) => needsMe.length > 0);
  return [...mine, ...lines.filter((line) => !mine.includes(line))];
}
