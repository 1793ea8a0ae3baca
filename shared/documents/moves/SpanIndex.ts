import type { Span } from './spans.ts';

const BUCKET = 64;

/** Things found by the characters that they speak of, without looking at all of them. */
export class SpanIndex<T> {
  private readonly buckets = new Map<string, { readonly span: Span; readonly value: T }[]>();

  add(span: Span, value: T): void {
    for (const key of keysOf(span)) {
      const bucket = this.buckets.get(key);
      if (bucket) bucket.push({ span, value });
      else this.buckets.set(key, [{ span, value }]);
    }
  }

  /** Everything that speaks of some of these characters, in the order that it was added. */
  touching(span: Span): T[] {
    const found = new Set<T>();
    for (const key of keysOf(span))
      for (const entry of this.buckets.get(key) ?? [])
        if (entry.span.clock < span.clock + span.len && span.clock < entry.span.clock + entry.span.len)
          found.add(entry.value);
    return [...found];
  }
}

function* keysOf({ client, clock, len }: Span): Generator<string> {
  for (let at = Math.floor(clock / BUCKET); at <= Math.floor((clock + len - 1) / BUCKET); at++)
    yield `${client}.${at}`;
}
