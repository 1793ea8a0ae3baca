import type { Logger } from 'pino';
import type { Batch, SyncStorage } from './storage.ts';
import type { Timing } from './timing.ts';

/** Something with changes to commit. Between the two calls nothing else runs. */
export interface Committable {
  /** What is to be written; undefined for nothing. Takes no more on after `deadline`, and comes again. */
  prepare(deadline: number): Batch | undefined;
  /** Told whether all of it is on the disk. */
  settle(committed: boolean): void;
}

/** Writes the changes of every room that is due in one transaction: one flush of the disk for all of them. */
export class Committer {
  readonly #storage: SyncStorage;
  readonly #timing: Timing;
  readonly #log: Logger;
  readonly #turn: number;
  #due = new Set<Committable>();

  /** `turn`: after so many milliseconds the rest waits for the next commit, and others get their turn. */
  constructor(storage: SyncStorage, timing: Timing, log: Logger, turn: number) {
    this.#storage = storage;
    this.#timing = timing;
    this.#log = log;
    this.#turn = turn;
  }

  /** Takes this one along with the next commit, which is soon. */
  due(room: Committable): void {
    if (this.#due.size === 0) this.#timing.soon(() => this.commit());
    this.#due.add(room);
  }

  /** Commits what is due now. */
  commit(): void {
    const rooms = [...this.#due];
    this.#due = new Set();
    const deadline = this.#timing.elapsed() + this.#turn;
    const prepared = rooms.map((room) => ({ room, batch: room.prepare(deadline) }));
    const batches = prepared.flatMap(({ batch }) => (batch ? [batch] : []));
    const together = this.#append(batches);
    for (const { room, batch } of prepared) {
      // One document that can't be written must not hold up the others.
      const alone = !together && batches.length > 1 && batch !== undefined && this.#append([batch]);
      room.settle(together || alone || batch === undefined);
    }
  }

  #append(batches: readonly Batch[]): boolean {
    if (batches.length === 0) return true;
    try {
      this.#storage.append(batches);
      return true;
    } catch (error) {
      this.#log.error({ err: error, documents: batches.map(({ documentId }) => documentId) }, 'sync.append');
      return false;
    }
  }
}
