import { ChangeQueue } from './changeQueue.ts';
import type { Committable, Committer } from './committer.ts';
import type { Connection } from './connection.ts';
import type { SyncLimits } from './limits.ts';
import type { Batch } from './storage.ts';
import { type Trial, type TrialHost, tryChanges } from './trial.ts';

export interface WindowHost extends TrialHost {
  readonly committer: Committer;
  readonly limits: SyncLimits;
  recipients(): number;
  /** Called after the commit. */
  committed(done: Trial): void;
  /** Called when the storage failed: nothing of the window has happened, and it will be tried again. */
  failed(): void;
}

/**
 * Changes on their way in. The first leaves at once; those that arrive while the window is open wait and
 * leave together, because every frame costs each recipient the same, whatever its size.
 */
export class ChangeWindow implements Committable {
  readonly #host: WindowHost;
  readonly #queue = new ChangeQueue();
  #opensAt = 0;
  #waiting: (() => void) | undefined;
  #trial: Trial | undefined;
  /** The storage failed, and until a retry succeeds there is no use in trying at every keystroke. */
  #failing = false;

  constructor(host: WindowHost) {
    this.#host = host;
  }

  get isEmpty(): boolean {
    return this.#queue.isEmpty;
  }

  add(from: Connection, frame: number, bytes: Uint8Array): void {
    const most = this.#failing ? this.#host.limits.queueBytes : Number.POSITIVE_INFINITY;
    this.#queue.add(from, frame, bytes, most);
    this.due();
  }

  /** Sees to it that what is queued is committed as soon as the window allows. */
  due(): void {
    if (this.#waiting || this.#failing) return;
    const { committer, timing } = this.#host;
    const wait = this.#opensAt - timing.elapsed();
    if (wait <= 0) committer.due(this);
    else
      this.#waiting = timing.after(wait, () => {
        this.#waiting = undefined;
        committer.due(this);
      });
  }

  /** Commits with the next group, without waiting: for retries, and for closing. */
  hurry(): void {
    this.#waiting?.();
    this.#waiting = undefined;
    this.#host.committer.due(this);
  }

  /** Drops what this connection sent and was not told of. */
  forget(connection: Connection): void {
    this.#queue.forget(connection);
  }

  close(): void {
    this.#waiting?.();
  }

  prepare(deadline: number): Batch | undefined {
    const { document, documentId, log } = this.#host;
    try {
      this.#trial = tryChanges(this.#host, this.#queue.inTurn(), deadline);
    } catch (error) {
      // Nothing is committed for this room; settle sees that there is no trial.
      log.error({ err: error, documentId }, 'sync.prepare');
      document.lost();
      return undefined;
    }
    const { batch } = this.#trial;
    return batch.rows.length > 0 || batch.claims.length > 0 ? batch : undefined;
  }

  settle(committed: boolean): void {
    const trial = this.#trial;
    this.#trial = undefined;
    if (trial && committed) this.#done(trial);
    else this.#failed();
  }

  #done(trial: Trial): void {
    const { document, limits, timing } = this.#host;
    this.#failing = false;
    this.#queue.remove(trial.taken);
    const { rows } = trial.batch;
    document.kept(
      rows.length,
      rows.reduce((sum, { bytes }) => sum + bytes.length, 0),
    );
    const width = Math.min(limits.longestWindow, (this.#host.recipients() / limits.sendsPerSecond) * 1000);
    this.#opensAt = timing.elapsed() + width;
    this.#host.committed(trial);
    if (this.#queue.inTurn().length > 0) this.due();
  }

  #failed(): void {
    const { document, limits, timing } = this.#host;
    document.lost();
    this.#failing = true;
    this.#waiting = timing.after(limits.storageRetry, () => this.hurry());
    this.#host.failed();
  }
}
