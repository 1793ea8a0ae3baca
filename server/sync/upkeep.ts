import type { Logger } from 'pino';
import type { SyncLimits } from './limits.ts';
import type { RoomDocument } from './roomDocument.ts';
import type { Timing } from './timing.ts';

export interface UpkeepHost {
  readonly documentId: string;
  readonly document: RoomDocument;
  readonly timing: Timing;
  readonly limits: SyncLimits;
  readonly log: Logger;
  readonly now: () => number;
  isEmpty(): boolean;
  /** Whether changes still wait to be written. */
  isBusy(): boolean;
  /** Nobody has been here for a while, and nothing is kept in memory any more. */
  idle(): void;
}

/** Makes checkpoints, and lets the live document and the room go when nobody needs them. */
export class Upkeep {
  readonly #host: UpkeepHost;
  #rest: (() => void) | undefined;

  constructor(host: UpkeepHost) {
    this.#host = host;
  }

  joined(): void {
    this.#rest?.();
    this.#rest = undefined;
    if (this.#host.document.isLive) this.#restAfter(this.#host.limits.cool);
  }

  changed(): void {
    const { document, limits } = this.#host;
    const { rows, bytes, checkpoint } = document.sinceCheckpoint;
    const long = rows >= limits.checkpointRows;
    if (long || bytes >= Math.max(limits.checkpointBytes, checkpoint)) this.#saveCheckpoint();
    if (!this.#host.isEmpty()) this.#restAfter(limits.cool);
  }

  emptied(): void {
    this.#restAfter(this.#host.limits.linger);
  }

  close(): void {
    this.#rest?.();
  }

  #restAfter(milliseconds: number): void {
    this.#rest?.();
    this.#rest = this.#host.timing.after(milliseconds, () => {
      this.#rest = undefined;
      if (this.#host.isBusy()) this.#restAfter(this.#host.limits.linger);
      else this.#goToRest();
    });
  }

  #goToRest(): void {
    const { document, limits } = this.#host;
    if (document.sinceCheckpoint.rows >= limits.idleRows) this.#saveCheckpoint();
    document.cool();
    if (this.#host.isEmpty()) this.#host.idle();
  }

  #saveCheckpoint(): void {
    const { document, now, log, documentId } = this.#host;
    try {
      document.checkpoint(now());
    } catch (error) {
      // The log has everything: without a checkpoint it only takes longer to open.
      log.error({ err: error, documentId }, 'sync.checkpoint');
    }
  }
}
