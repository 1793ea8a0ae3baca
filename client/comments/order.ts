import type { Thread } from '../../shared/comments/api.ts';
import { isBefore, type Stretch } from '../../shared/documents/layout.ts';
import type { Side } from '../../shared/partnerships/sides.ts';

/** Which threads the list shows. */
export const FILTERS = ['open', 'unanswered', 'mine', 'side', 'resolved', 'all'] as const;
export type Filter = (typeof FILTERS)[number];

/** A thread with the number that people call it by: the first that was begun here is 1, for ever. */
export interface Numbered {
  readonly thread: Thread;
  readonly number: number;
}

/** Gives threads their numbers. They come in the order in which they were begun. */
export function numbered(threads: readonly Thread[]): Numbered[] {
  return threads.map((thread, index) => ({ thread, number: index + 1 }));
}

/** Whether a thread belongs into a list; `sides` are those that the reader has seats on. */
export function isIn(filter: Filter, thread: Thread, sides: ReadonlySet<Side>): boolean {
  switch (filter) {
    case 'open':
      return thread.state === 'open';
    case 'unanswered':
      return isUnanswered(thread);
    case 'mine':
      return thread.mine;
    case 'side':
      return thread.comments.some(({ author }) => author.seat !== null && sides.has(author.seat.side));
    case 'resolved':
      return thread.state !== 'open';
    case 'all':
      return true;
  }
}

/** Open, and nobody from another side than whoever began it has answered. Someone without a seat is another. */
export function isUnanswered({ state, comments }: Thread): boolean {
  const [first, ...answers] = comments;
  if (state !== 'open' || !first) return false;
  return answers.every(
    ({ author }) =>
      author.memberId === first.author.memberId ||
      (author.seat !== null && author.seat.side === first.author.seat?.side),
  );
}

/** As they stand in the text: those about the whole first, those whose words are gone last, else by where they begin. */
export function inTextOrder(
  threads: readonly Numbered[],
  stretchOf: (threadId: string) => Stretch | undefined,
): Numbered[] {
  const rankOf = ({ thread: { id, passage } }: Numbered) => (passage === null ? 0 : stretchOf(id) ? 1 : 2);
  return threads
    .map((each) => ({ each, rank: rankOf(each), stretch: stretchOf(each.thread.id) }))
    .sort((one, other) => {
      if (one.rank !== other.rank) return one.rank - other.rank;
      const order = one.stretch && other.stretch ? inText(one.stretch, other.stretch) : 0;
      return order || one.each.number - other.each.number;
    })
    .map(({ each }) => each);
}

function inText(one: Stretch, other: Stretch): number {
  const [a, b] = [inRoot(one), inRoot(other)];
  if (a.block !== b.block) return a.block - b.block;
  const [c, d] = [one.cell, other.cell];
  if (c && d && (c.row !== d.row || c.column !== d.column)) return c.row - d.row || c.column - d.column;
  if (isBefore(one.from, other.from)) return -1;
  return isBefore(other.from, one.from) ? 1 : 0;
}

/** The block of the document that it begins in; a cell's is its table. */
function inRoot({ cell, from }: Stretch) {
  return { block: cell?.table ?? from.block };
}
