import { type Doc, Item, type YMapEvent } from 'yjs';
import { SpanIndex } from './SpanIndex.ts';
import { part, type Span, stringOf, without } from './spans.ts';

/** Where the moves are written down: beside the words, where the editor never looks. */
const MOVES_ROOT = 'moves';
const MOST_NUMBERS = 30_000;
const MOST_STEPS = 200;

/**
 * Yjs cannot move characters: splitting or joining blocks deletes them in one place and writes copies in
 * another. A move says which copies stand for which characters. `to` is absent when a block's words were
 * deleted for good; then `from` says which words the person who deleted it had seen.
 */
export interface Move {
  readonly from: readonly Span[];
  readonly to: Span | undefined;
  /** Whether the characters were the end of their text: then what others typed behind them, unseen, belongs to them. */
  readonly tail: boolean;
}

/** Where some moved characters went: `source` is the part asked about, `copy` what stands for it. */
export interface Hit {
  readonly move: Move;
  readonly source: Span;
  readonly copy: Span | undefined;
}

interface Entry {
  readonly source: Span;
  readonly offset: number;
  readonly move: Move;
}

/** Every move in a document, found by the characters that moved. */
export class Moves {
  private readonly bySource = new SpanIndex<Entry>();
  private readonly byCopy = new SpanIndex<{ readonly source: Span; readonly copy: Span }>();
  private readonly fresh: Move[] = [];
  /** What was written here: it counts at once, before Yjs tells of it. */
  private readonly known = new WeakSet<object>();
  private readonly map;
  private readonly onMap: (event: YMapEvent<unknown>) => void;

  constructor(doc: Doc) {
    this.map = doc.getMap<unknown>(MOVES_ROOT);
    for (const [key, value] of this.map) this.add(key, value);
    this.onMap = (event) => {
      for (const key of event.keysChanged) {
        const value = this.map.get(key);
        if (!this.known.has(value as object)) this.add(key, value);
      }
    };
    this.map.observe(this.onMap);
  }

  /** Writes moves down. Call it inside the transaction that moves. */
  write(moves: readonly Move[]): void {
    for (const { from, to, tail } of moves) {
      const [first] = from;
      if (!first) continue;
      const key = this.freeKey(to, first);
      const value = [
        tail ? 1 : 0,
        to?.len ?? 0,
        ...from.flatMap(({ client, clock, len }) => [client, clock, len]),
      ];
      this.map.set(key, value);
      this.known.add(value);
      this.add(key, value);
    }
  }

  /** An undo can say of the same copy both what it brought back and what it took away for it: both must stay. */
  private freeKey(to: Span | undefined, first: Span): string {
    if (!to) return `-${first.client}.${first.clock}`;
    const key = `${to.client}.${to.clock}`;
    let free = key;
    for (let again = 1; this.map.has(free); again++) free = `${key}.${again}`;
    return free;
  }

  /** The moves that came since the last call, from anyone. */
  takeFresh(): Move[] {
    return this.fresh.splice(0);
  }

  /** Each place where some of these characters went. */
  of(span: Span): Hit[] {
    const hits: Hit[] = [];
    for (const { source, offset, move } of this.bySource.touching(span)) {
      const start = Math.max(span.clock, source.clock);
      const len = Math.min(span.clock + span.len, source.clock + source.len) - start;
      if (len <= 0) continue;
      const at = offset + start - source.clock;
      hits.push({
        move,
        source: { client: span.client, clock: start, len },
        copy: move.to && part(move.to, at, len),
      });
    }
    return hits;
  }

  /** Of the characters that these stand for, those from which more than one copy was made, here or on the way. */
  forkedRootsOf(span: Span, forked = false, depth = 0): Span[] {
    const forkedHere = forked || this.copiesOverlap(span);
    const origins = depth < MOST_STEPS ? this.originsOf(span) : [];
    const own = forkedHere
      ? without(
          span,
          origins.map(({ copy }) => copy),
        )
      : [];
    return [...own, ...origins.flatMap(({ source }) => this.forkedRootsOf(source, forkedHere, depth + 1))];
  }

  private copiesOverlap(span: Span): boolean {
    const sources = this.of(span).flatMap(({ source, copy }) => (copy ? [source] : []));
    return sources.some((a, i) =>
      sources.some((b, j) => i < j && a.clock < b.clock + b.len && b.clock < a.clock + a.len),
    );
  }

  /** The characters that these, or some of them, are direct copies of. */
  originsOf(span: Span): { source: Span; copy: Span }[] {
    return this.byCopy.touching(span).flatMap(({ source, copy }) => {
      const start = Math.max(span.clock, copy.clock);
      const len = Math.min(span.clock + span.len, copy.clock + copy.len) - start;
      const from = start - copy.clock;
      return len > 0 ? [{ source: part(source, from, len), copy: part(copy, from, len) }] : [];
    });
  }

  /** Writes down that the words which this person just wrote, after clock `before`, are a copy of `source`. */
  writeCopy(doc: Doc, source: Span, before: number): void {
    const structs = doc.store.clients.get(doc.clientID) ?? [];
    const copy = structs.find(
      (struct) => struct instanceof Item && struct.id.clock >= before && stringOf(struct) !== undefined,
    );
    if (!copy) return;
    const to = { client: doc.clientID, clock: copy.id.clock, len: source.len };
    this.write([{ from: [source], to, tail: false }]);
  }

  destroy(): void {
    this.map.unobserve(this.onMap);
  }

  private add(key: string, value: unknown): void {
    const move = parseMove(key, value);
    if (!move) return;
    this.fresh.push(move);
    let offset = 0;
    for (const source of move.from) {
      this.bySource.add(source, { source, offset, move });
      if (move.to) {
        const copy = part(move.to, offset, source.len);
        this.byCopy.add(copy, { source, copy });
      }
      offset += source.len;
    }
  }
}

/** What others wrote down is only believed when it adds up. */
function parseMove(key: string, value: unknown): Move | undefined {
  const place = /^(-?)(\d{1,16})\.(\d{1,16})(?:\.\d{1,4})?$/.exec(key);
  if (!place || !Array.isArray(value) || value.length > MOST_NUMBERS || value.length % 3 !== 2)
    return undefined;
  if (!value.every((number) => Number.isSafeInteger(number) && number >= 0)) return undefined;
  const [tail, len, ...numbers] = value as [number, number, ...number[]];
  const from: Span[] = [];
  for (let at = 0; at < numbers.length; at += 3) {
    const [client = 0, clock = 0, length = 0] = numbers.slice(at, at + 3);
    if (length > 0) from.push({ client, clock, len: length });
  }
  const sum = from.reduce((total, span) => total + span.len, 0);
  const gone = place[1] === '-';
  if (from.length === 0 || (!gone && sum !== len)) return undefined;
  return {
    from,
    to: gone ? undefined : { client: Number(place[2]), clock: Number(place[3]), len },
    tail: tail === 1,
  };
}
