import type { AccessChange, AccessChanges } from '../accessChanges.ts';
import type { DocumentAccess } from '../documents/access.ts';
import type { Timing } from './timing.ts';

/** A connection as the watch sees it. */
export interface Watched {
  readonly accountId: string;
  readonly access: DocumentAccess;
  /** When its sign-in ends, if nothing extends it. */
  readonly expiresAt: number;
  /** Stops the connection, looks up what its person may do now, and goes on with that or ends it. */
  recheck(): void;
}

export interface AccessWatchParts {
  readonly accessChanges: AccessChanges;
  readonly timing: Timing;
  readonly now: () => number;
  /** Whether another process has written to the database since this was asked last. */
  changedElsewhere(): boolean;
}

/**
 * Sees to it that open connections do only what their people may do now. It hears of changes made in this
 * process at once, notices those of other processes and sign-ins that run out within a second, and looks
 * at everyone now and then, so that a message that got lost can't extend anybody's access.
 */
export class AccessWatch {
  readonly #parts: AccessWatchParts;
  readonly #watched = new Set<Watched>();
  readonly #stopListening: () => void;
  #stopTicking: () => void;
  #sweptAt: number;
  /** Goes up whenever anybody's rights may have changed. */
  epoch = 0;

  constructor(parts: AccessWatchParts) {
    this.#parts = parts;
    this.#sweptAt = parts.timing.elapsed();
    this.#stopListening = parts.accessChanges.listen((change) =>
      this.#recheck((one) => concerns(change, one)),
    );
    this.#stopTicking = this.#nextTick();
  }

  add(connection: Watched): void {
    this.#watched.add(connection);
  }

  remove(connection: Watched): void {
    this.#watched.delete(connection);
  }

  close(): void {
    this.#stopListening();
    this.#stopTicking();
  }

  #nextTick(): () => void {
    return this.#parts.timing.after(TICK_MS, () => {
      this.#tick();
      this.#stopTicking = this.#nextTick();
    });
  }

  #tick(): void {
    const { now, timing, changedElsewhere } = this.#parts;
    const elapsed = timing.elapsed();
    if (changedElsewhere() || elapsed - this.#sweptAt >= SWEEP_MS) {
      this.#sweptAt = elapsed;
      this.#recheck(() => true);
    } else {
      const at = now();
      this.#recheck(({ expiresAt }) => expiresAt <= at);
    }
  }

  #recheck(concerned: (connection: Watched) => boolean): void {
    this.epoch++;
    for (const connection of [...this.#watched]) if (concerned(connection)) connection.recheck();
  }
}

function concerns(change: AccessChange, { accountId, access }: Watched): boolean {
  switch (change.kind) {
    case 'document':
      return access.documentId === change.documentId;
    case 'partnership':
      return access.partnershipId === change.partnershipId;
    case 'account':
      return accountId === change.accountId;
  }
}

/** What a tick finds must be over within a second, also on a machine that is busy with something else. */
const TICK_MS = 400;
const SWEEP_MS = 30_000;
