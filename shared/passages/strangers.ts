import type { Layout, Stretch } from '../documents/layout.ts';
import type { Moves } from '../documents/moves/moves.ts';
import { part, type Span, without } from '../documents/moves/spans.ts';
import type { Characters } from './passage.ts';

/**
 * Whether words stand in this stretch that were in the document already when the passage was bound, and not in it:
 * then it is not a place of the passage's own, however its ends were found. Words that were moved are what they were.
 */
export function hasStrangers(
  layout: Layout,
  moves: Moves,
  { spans, seen }: Characters,
  stretch: Stretch,
): boolean {
  const ends = new Map<number, number>();
  for (let at = 0; at < seen.length; at += 2) ends.set(seen[at] as number, seen[at + 1] as number);
  const own: Span[] = [];
  for (let at = 0; at < spans.length; at += 3)
    own.push({ client: spans[at] as number, clock: spans[at + 1] as number, len: spans[at + 2] as number });
  const isStrange = (span: Span): boolean => {
    const old = Math.min(span.len, (ends.get(span.client) ?? 0) - span.clock);
    if (old > 0 && !isCovered(part(span, 0, old), own)) return true;
    return moves.originsOf(span).some(({ source }) => isStrange(source));
  };
  return layout.spansOf(stretch).some(isStrange);
}

/** The newest character of each client that has words in the document, as pairs of client and the clock after it. */
export function seenIn(spans: readonly Span[]): number[] {
  const ends = new Map<number, number>();
  for (const { client, clock, len } of spans) ends.set(client, Math.max(ends.get(client) ?? 0, clock + len));
  return [...ends].slice(0, MOST_CLIENTS).flat();
}

function isCovered(span: Span, own: readonly Span[]): boolean {
  const beside = own.filter(({ client }) => client === span.client);
  return without(span, beside).length === 0;
}

const MOST_CLIENTS = 500;
