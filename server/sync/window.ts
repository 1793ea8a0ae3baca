import type { Logger } from 'pino';
import type { Committable, Committer } from './committer.ts';
import type { Connection } from './connection.ts';
import type { SyncLimits } from './limits.ts';
import type { Outcome, RoomDocument } from './roomDocument.ts';
import type { Batch, Claim, NewRow } from './storage.ts';
import type { Timing } from './timing.ts';

interface Queued {
  readonly from: Connection;
  readonly frame: number;
  /** Absent when there was no room to keep it until the storage works again. */
  readonly bytes: Uint8Array | undefined;
}

/** What became of one frame, in the order in which its connection sent it. */
export interface Settled {
  readonly from: Connection;
  readonly frame: number;
  readonly outcome: Outcome | OwnRefusal;
}

interface OwnRefusal {
  readonly is: 'refused';
  readonly code: 'read_only' | 'malformed' | 'storage';
  readonly gap: boolean;
}

/** What one window did: the change for everyone, and what to tell each sender. */
export interface WindowResult {
  readonly settled: readonly Settled[];
  /** The whole change as one update; undefined when nothing changed. */
  readonly merged: Uint8Array | undefined;
}

interface Attempt {
  readonly taken: readonly Queued[];
  readonly result: WindowResult;
  readonly batch: Batch;
}

interface Collected {
  readonly settled: Settled[];
  readonly rows: NewRow[];
  readonly claims: Map<number, Claim>;
}

export interface WindowHost {
  readonly documentId: string;
  readonly document: RoomDocument;
  readonly committer: Committer;
  readonly timing: Timing;
  readonly limits: SyncLimits;
  readonly log: Logger;
  readonly now: () => number;
  recipients(): number;
  /** Called after the commit. */
  committed(result: WindowResult): void;
  /** Called when the storage failed: nothing of the window has happened, and it will be tried again. */
  failed(): void;
}

/**
 * Changes on their way in. The first leaves at once; those that arrive while the window is open wait and
 * leave together, because every frame costs each recipient the same, whatever its size.
 */
export class ChangeWindow implements Committable {
  readonly #host: WindowHost;
  #queue: Queued[] = [];
  #bytes = 0;
  #opensAt = 0;
  #waiting: (() => void) | undefined;
  #attempt: Attempt | undefined;
  /** The storage failed, and until a retry succeeds there is no use in trying at every keystroke. */
  #failing = false;

  constructor(host: WindowHost) {
    this.#host = host;
  }

  get isEmpty(): boolean {
    return this.#queue.length === 0;
  }

  add(from: Connection, frame: number, bytes: Uint8Array): void {
    const keep = !this.#failing || this.#bytes + bytes.length <= this.#host.limits.queueBytes;
    if (keep) this.#bytes += bytes.length;
    this.#queue.push({ from, frame, bytes: keep ? bytes : undefined });
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

  close(): void {
    this.#waiting?.();
  }

  prepare(): Batch | undefined {
    this.#attempt = undefined;
    const taken = this.#queue.filter(({ from }) => !from.held);
    const { documentId, document } = this.#host;
    try {
      this.#attempt = this.#run(taken);
    } catch (error) {
      this.#host.log.error({ err: error, documentId }, 'sync.prepare');
      document.lost();
      // The caller commits nothing for this room; settle sees that there is no attempt.
      return undefined;
    }
    const { rows, claims } = this.#attempt.batch;
    return rows.length > 0 || claims.length > 0 ? this.#attempt.batch : undefined;
  }

  settle(committed: boolean): void {
    const attempt = this.#attempt;
    this.#attempt = undefined;
    const { document, limits, timing } = this.#host;
    if (!attempt || !committed) {
      document.lost();
      this.#failing = true;
      this.#waiting = timing.after(limits.storageRetry, () => this.hurry());
      this.#host.failed();
      return;
    }
    this.#failing = false;
    const done = new Set(attempt.taken);
    this.#queue = this.#queue.filter((queued) => !done.has(queued));
    this.#bytes = this.#queue.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0);
    const { rows } = attempt.batch;
    document.kept(
      rows.length,
      rows.reduce((sum, { bytes }) => sum + bytes.length, 0),
    );
    const width = Math.min(limits.longestWindow, (this.#host.recipients() / limits.sendsPerSecond) * 1000);
    this.#opensAt = timing.elapsed() + width;
    this.#host.committed(attempt.result);
  }

  #run(taken: readonly Queued[], poison: ReadonlySet<Queued> = new Set()): Attempt {
    const { document, documentId, log } = this.#host;
    const attempt = { taken, settled: [] as Settled[], rows: [] as NewRow[], claims: claimsOf(document) };
    let culprits: readonly Queued[] = [];
    const work = () => {
      for (const queued of taken) {
        try {
          this.#take(queued, poison, attempt);
        } catch (error) {
          log.error({ err: error, documentId }, 'sync.apply');
          culprits = [queued];
          return;
        }
      }
    };
    let merged: Uint8Array | undefined;
    if (taken.every(needsNoDocument)) work();
    else {
      document.heat();
      try {
        merged = document.change(work);
      } catch (error) {
        log.error({ err: error, documentId }, 'sync.change');
        culprits = taken;
      }
    }
    if (culprits.length > 0) {
      // The live document may hold half of it. Start again without them, from what is on the disk.
      document.lost();
      return this.#run(taken, new Set([...poison, ...culprits]));
    }
    const { settled, rows, claims } = attempt;
    const batch = { documentId, after: document.seq, rows, claims: [...claims.values()] };
    return { taken, result: { settled, merged }, batch };
  }

  #take(queued: Queued, poison: ReadonlySet<Queued>, attempt: Collected): void {
    const { from, frame, bytes } = queued;
    const outcome = poison.has(queued) ? POISON : this.#judge(from, bytes);
    attempt.settled.push({ from, frame, outcome });
    if (outcome.is !== 'news' || !bytes) return;
    attempt.rows.push(this.#row(from, bytes, outcome.clients));
    for (const clientId of outcome.clients)
      attempt.claims.set(clientId, { clientId, accountId: from.accountId });
  }

  #judge(from: Connection, bytes: Uint8Array | undefined): Settled['outcome'] {
    if (from.readOnly(true)) return READ_ONLY;
    if (!bytes) return NO_ROOM;
    if (isEmpty(bytes)) return KNOWN;
    const { document, timing } = this.#host;
    const started = timing.elapsed();
    const outcome = document.accept(bytes, from.accountId);
    const ended = timing.elapsed();
    from.spendWork(ended - started, ended);
    return outcome;
  }

  #row(from: Connection, bytes: Uint8Array, clients: readonly number[]): NewRow {
    const [only, ...others] = clients;
    return {
      accountId: from.accountId,
      seatId: from.access.seat?.id ?? null,
      clientId: only !== undefined && others.length === 0 ? only : null,
      at: this.#host.now(),
      bytes,
    };
  }
}

function claimsOf(document: RoomDocument): Map<number, Claim> {
  return new Map(document.reserved().map((claim) => [claim.clientId, claim]));
}

function needsNoDocument({ from, bytes }: Queued): boolean {
  return bytes === undefined || isEmpty(bytes) || from.readOnly(true) !== undefined;
}

const READ_ONLY = { is: 'refused', code: 'read_only', gap: false } as const;
const NO_ROOM = { is: 'refused', code: 'storage', gap: false } as const;
// Asking for what is missing lets the honest among them send theirs again.
const POISON = { is: 'refused', code: 'malformed', gap: true } as const;
const KNOWN = { is: 'known' } as const;

/** What most clients answer when they are asked for what is missing: nothing. It needs no document. */
function isEmpty(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}
