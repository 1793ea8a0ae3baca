import type { Change, Hearer } from '../../shared/live/changes.ts';

/** Who may learn that something changed. Even that somebody has answered can be a secret. */
export type Audience = (hearer: Hearer) => boolean;

export interface Told {
  readonly partnershipId: string;
  readonly change: Change;
  readonly audience: Audience;
}

const EVERYONE: Audience = () => true;

/** Tells the open pages of a partnership what has changed. Give it a change only once that is on the disk. */
export class Changes {
  readonly #listeners = new Set<(told: Told) => void>();
  readonly #ends = new Set<() => void>();

  tell(partnershipId: string, change: Change, audience: Audience = EVERYONE): void {
    for (const listener of this.#listeners) listener({ partnershipId, change, audience });
  }

  /** Calls `listener` at every change, and `end` when the server stops, until the returned function is called. */
  listen(listener: (told: Told) => void, end: () => void): () => void {
    this.#listeners.add(listener);
    this.#ends.add(end);
    return () => {
      this.#listeners.delete(listener);
      this.#ends.delete(end);
    };
  }

  /** Ends every stream, so that the server can stop. */
  close(): void {
    for (const end of [...this.#ends]) end();
  }
}
