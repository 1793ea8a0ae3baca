/** One change of a document, without its words. */
export interface ChangeRow {
  readonly seq: number;
  readonly accountId: string | null;
  readonly seatId: string | null;
  readonly at: number;
}

export interface Writer {
  readonly accountId: string | null;
  readonly seatIds: readonly string[];
}

/** Work that people would call one piece: without a long pause, by one person, or by several who wrote in turns. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly by: readonly Writer[];
}

export interface Grain {
  /** Whoever writes again after so long has begun anew. */
  readonly pause: number;
  /** However busy, a stretch is no longer than this. */
  readonly longest: number;
}

export const STRETCHES: Grain = { pause: 10 * 60_000, longest: 60 * 60_000 };
export const STEPS: Grain = { pause: 15_000, longest: 60_000 };

interface Open {
  readonly from: number;
  to: number;
  readonly startedAt: number;
  endedAt: number;
  readonly lastOf: Map<string | null, number>;
  readonly seats: Map<string | null, Set<string>>;
  /** Has a name of its own: what comes after it is another. */
  closed: boolean;
}

/**
 * Changes, in order, as stretches of work. Another person's writing begins another stretch, unless they write in turns:
 * then it is one stretch of both. A stretch also ends at each change in `cuts`.
 */
export function stretchesOf(
  rows: readonly ChangeRow[],
  { pause, longest }: Grain,
  cuts: ReadonlySet<number> = new Set(),
): Stretch[] {
  const stretches: Open[] = [];
  for (const row of rows) {
    const own = goesOnFrom(stretches, row, { pause, longest });
    if (own === undefined) stretches.push(begun(row));
    else {
      const joined = stretches.splice(own).reduce(join);
      stretches.push(joined);
      add(joined, row);
    }
    const last = stretches.at(-1);
    if (last && cuts.has(row.seq)) last.closed = true;
  }
  return stretches.map(({ from, to, startedAt, endedAt, seats }) => ({
    ...{ from, to, startedAt, endedAt },
    by: [...seats].map(([accountId, ids]) => ({ accountId, seatIds: [...ids] })),
  }));
}

/** Where the stretch stands that this person still writes at, with nothing but other people's writing behind it. */
function goesOnFrom(
  stretches: readonly Open[],
  row: ChangeRow,
  { pause, longest }: Grain,
): number | undefined {
  for (let at = stretches.length - 1; at >= 0; at--) {
    const stretch = stretches[at] as Open;
    if (stretch.closed || row.at - stretch.endedAt > pause || row.at - stretch.startedAt > longest)
      return undefined;
    const last = stretch.lastOf.get(row.accountId);
    if (last !== undefined) return row.at - last <= pause ? at : undefined;
  }
  return undefined;
}

function begun(row: ChangeRow): Open {
  const stretch: Open = {
    ...{ from: row.seq, to: row.seq, startedAt: row.at, endedAt: row.at, closed: false },
    ...{ lastOf: new Map(), seats: new Map() },
  };
  add(stretch, row);
  return stretch;
}

function add(stretch: Open, { seq, accountId, seatId, at }: ChangeRow): void {
  stretch.to = seq;
  stretch.endedAt = Math.max(stretch.endedAt, at);
  stretch.lastOf.set(accountId, at);
  const seats = stretch.seats.get(accountId) ?? new Set();
  stretch.seats.set(accountId, seats);
  if (seatId !== null) seats.add(seatId);
}

function join(one: Open, other: Open): Open {
  for (const [accountId, at] of other.lastOf) one.lastOf.set(accountId, at);
  for (const [accountId, ids] of other.seats)
    one.seats.set(accountId, new Set([...(one.seats.get(accountId) ?? []), ...ids]));
  one.to = other.to;
  one.endedAt = Math.max(one.endedAt, other.endedAt);
  return one;
}
