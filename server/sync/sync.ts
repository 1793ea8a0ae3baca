import type { Server } from 'node:http';
import { CLOSE } from '../../shared/sync/wire.ts';
import type { Context } from '../context.ts';
import { type DocumentAccess, documentAccess } from '../documents/access.ts';
import type { DocumentContent } from '../documents/content.ts';
import { noteSeen } from '../documents/seenStore.ts';
import type { SignedIn } from '../people/signIn.ts';
import { AccessWatch } from './accessWatch.ts';
import { CLOSE_AND_RETRY } from './closeCodes.ts';
import { Committer } from './committer.ts';
import { documentContent } from './content.ts';
import { SYNC_LIMITS, type SyncLimits } from './limits.ts';
import { Room } from './room.ts';
import { type Admission, type SyncSocket, SyncSockets } from './socket.ts';
import { changedElsewhere, sqliteStorage } from './sqliteStorage.ts';
import { realTiming } from './timing.ts';
import type { SyncRequest } from './upgrade.ts';
import { WatchedConnection } from './watchedConnection.ts';

export interface Sync {
  /** Documents' words, for the rest of the server. */
  readonly content: DocumentContent;
  /** Answers `/sync/<document id>` on this server from now on. */
  attach(server: Server): void;
  /** Writes what is queued, closes every socket in a way that makes clients come back, and stops all clocks. */
  close(): Promise<void>;
}

export type SyncParts = Pick<Context, 'db' | 'now' | 'log' | 'signIns' | 'accessChanges' | 'config'>;

/** The real-time engine: its rooms, its sockets and its log. */
export function createSync(parts: SyncParts, limits: SyncLimits = SYNC_LIMITS): Sync {
  const { db, now, log, signIns, accessChanges, config } = parts;
  const timing = realTiming;
  const storage = sqliteStorage(db);
  const committer = new Committer(storage, timing, log, limits.turn);
  const rooms = new Map<string, Room>();
  const perAccount = new Map<string, number>();
  const watch = new AccessWatch({ accessChanges, timing, now, changedElsewhere: changedElsewhere(db) });
  const sockets = new SyncSockets({ config, timing, admit });

  async function admit(request: SyncRequest, cookie: string | undefined): Promise<Admission> {
    const { epoch } = watch;
    try {
      const who = await signIns.who(cookie);
      if (!who) return turnedAway(CLOSE.notSignedIn, 'sign in first');
      const access = await documentAccess(db, who.accountId, request.documentId);
      if (!access) return turnedAway(CLOSE.accessEnded, 'no such document for you');
      return { admitted: true, take: (socket) => take(socket, { request, cookie, who, access, epoch }) };
    } catch (error) {
      log.error({ err: error, documentId: request.documentId }, 'sync.admit');
      return turnedAway(CLOSE_AND_RETRY.internalError, 'something went wrong');
    }
  }

  function take(socket: SyncSocket, admitted: Admitted): void {
    try {
      seat(socket, admitted);
    } catch (error) {
      log.error({ err: error, documentId: admitted.request.documentId }, 'sync.join');
      socket.close(CLOSE_AND_RETRY.internalError, 'something went wrong');
    }
  }

  function seat(socket: SyncSocket, { request, cookie, who, access, epoch }: Admitted): void {
    const { documentId, wire, since } = request;
    const { accountId, expiresAt } = who;
    const open = perAccount.get(accountId) ?? 0;
    if (open >= limits.socketsPerAccount) {
      socket.close(CLOSE_AND_RETRY.tryAgainLater, 'too many open at once');
      return;
    }
    noteSeen(db, access, now());
    perAccount.set(accountId, open + 1);
    const room = roomOf(documentId);
    const port = {
      send: (bytes: Uint8Array) => socket.send(bytes),
      close: (code: number, reason: string) => socket.close(code, reason),
      get bufferedAmount() {
        return socket.bufferedAmount;
      },
    };
    const connection = room.join({ socket: port, accountId, access, wire, since });
    const watched = new WatchedConnection(parts, room, connection, cookie, expiresAt);
    watch.add(watched);
    // Something changed while the rights were being looked up: look again.
    if (epoch !== watch.epoch) watched.recheck();
    socket.on('message', (data, isBinary) => {
      if (isBinary) room.receive(connection, data as Buffer);
      else room.end(connection, CLOSE.malformed, 'text is not a message of this wire');
    });
    socket.on('close', () => {
      watch.remove(watched);
      room.leave(connection);
      const left = (perAccount.get(accountId) ?? 1) - 1;
      if (left > 0) perAccount.set(accountId, left);
      else perAccount.delete(accountId);
    });
  }

  function roomOf(documentId: string): Room {
    const open = rooms.get(documentId);
    if (open) return open;
    const onIdle = () => void rooms.delete(documentId);
    const room = new Room({ documentId, storage, committer, timing, limits, now, log, onIdle });
    rooms.set(documentId, room);
    return room;
  }

  return {
    content: documentContent(storage, now, (documentId, written) => rooms.get(documentId)?.wrote(written)),
    attach: (server) => sockets.attach(server),
    async close() {
      watch.close();
      for (const room of rooms.values()) room.hurry();
      committer.commit();
      await sockets.close(CLOSE_AND_RETRY.restarting, 'back soon');
      committer.commit();
      for (const room of rooms.values()) room.close();
    },
  };
}

interface Admitted {
  readonly request: SyncRequest;
  readonly cookie: string | undefined;
  readonly who: SignedIn;
  readonly access: DocumentAccess;
  readonly epoch: number;
}

function turnedAway(code: number, reason: string): Admission {
  return { admitted: false, code, reason };
}
