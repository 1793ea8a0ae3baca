import type { Connection } from './connection.ts';

export interface Queued {
  readonly from: Connection;
  /** Which update-bearing frame of its connection, counted from 1. */
  readonly frame: number;
  /** Absent when there was no room to keep it until the storage works again. */
  readonly bytes: Uint8Array | undefined;
}

/** Changes that wait for the next window. */
export class ChangeQueue {
  #waiting: Queued[] = [];
  #bytes = 0;
  /** When each connection had its last turn, counted in turns. */
  readonly #served = new WeakMap<Connection, number>();
  #turns = 0;

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** Keeps the change's bytes only while no more than `most` bytes wait. */
  add(from: Connection, frame: number, bytes: Uint8Array, most: number): void {
    const keep = this.#bytes + bytes.length <= most;
    if (keep) this.#bytes += bytes.length;
    this.#waiting.push({ from, frame, bytes: keep ? bytes : undefined });
  }

  /**
   * All that may be taken now: each connection's changes in the order in which it sent them, and one of
   * each connection in turn, so that nobody waits behind somebody else's flood.
   */
  inTurn(): readonly Queued[] {
    const ready = this.#waiting.filter(({ from }) => !from.held);
    const lines = new Map<Connection, Queued[]>();
    for (const queued of ready) {
      const line = lines.get(queued.from);
      if (line) line.push(queued);
      else lines.set(queued.from, [queued]);
    }
    if (lines.size < 2) return ready;
    const turns = [...lines]
      .sort(([one], [other]) => (this.#served.get(one) ?? 0) - (this.#served.get(other) ?? 0))
      .map(([, line]) => line);
    const longest = Math.max(...turns.map(({ length }) => length));
    return Array.from({ length: longest }, (_, turn) => turns.flatMap((line) => line[turn] ?? [])).flat();
  }

  remove(done: readonly Queued[]): void {
    for (const { from } of done) this.#served.set(from, ++this.#turns);
    const gone = new Set(done);
    this.#keep((queued) => !gone.has(queued));
  }

  forget(connection: Connection): void {
    this.#keep(({ from }) => from !== connection);
  }

  #keep(wanted: (queued: Queued) => boolean): void {
    this.#waiting = this.#waiting.filter(wanted);
    this.#bytes = this.#waiting.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0);
  }
}
