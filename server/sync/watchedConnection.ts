import { CLOSE } from '../../shared/sync/wire.ts';
import type { Context } from '../context.ts';
import { documentAccess } from '../documents/access.ts';
import { noteSeen } from '../documents/seenStore.ts';
import type { Watched } from './accessWatch.ts';
import { CLOSE_AND_RETRY } from './closeCodes.ts';
import type { Connection } from './connection.ts';
import type { Room } from './room.ts';

export type WatchedParts = Pick<Context, 'signIns' | 'db' | 'log' | 'now'>;

/** One connection under watch: how its rights are looked up again. */
export class WatchedConnection implements Watched {
  readonly #parts: WatchedParts;
  readonly #room: Room;
  readonly #connection: Connection;
  readonly #cookie: string | undefined;
  expiresAt: number;
  #asked = 0;

  constructor(
    parts: WatchedParts,
    room: Room,
    connection: Connection,
    cookie: string | undefined,
    expiresAt: number,
  ) {
    this.#parts = parts;
    this.#room = room;
    this.#connection = connection;
    this.#cookie = cookie;
    this.expiresAt = expiresAt;
  }

  get accountId() {
    return this.#connection.accountId;
  }

  get access() {
    return this.#connection.access;
  }

  recheck(): void {
    this.#room.hold(this.#connection);
    void this.#lookUp(++this.#asked);
  }

  /** Only the newest look counts: an older one may have read before the last change. */
  async #lookUp(asked: number): Promise<void> {
    const { signIns, db, log, now } = this.#parts;
    try {
      const who = await signIns.who(this.#cookie);
      const stillTheirs = who?.accountId === this.accountId;
      const access = stillTheirs
        ? await documentAccess(db, this.accountId, this.access.documentId)
        : undefined;
      if (asked !== this.#asked) return;
      if (!who || !stillTheirs) this.#room.end(this.#connection, CLOSE.notSignedIn, 'signed out');
      else if (!access) this.#room.end(this.#connection, CLOSE.accessEnded, 'access has ended');
      else {
        this.expiresAt = who.expiresAt;
        // It may have become one of which it is noted who sees it, while they have it open.
        if (access.sensitivity !== this.access.sensitivity) noteSeen(db, access, now());
        this.#room.release(this.#connection, access);
      }
    } catch (error) {
      // Not knowing is no permission. The client comes back, and is looked at then.
      log.error({ err: error, documentId: this.access.documentId }, 'sync.recheck');
      this.#room.end(this.#connection, CLOSE_AND_RETRY.internalError, 'something went wrong');
    }
  }
}
