import type { Logger } from 'pino';
import { type Frame, readFrame } from '../../shared/sync/frames.ts';
import { CLOSE, WIRE_VERSION } from '../../shared/sync/wire.ts';
import type { DocumentAccess } from '../documents/access.ts';
import { Answers } from './answers.ts';
import type { Committer } from './committer.ts';
import { Connection, type NewConnection } from './connection.ts';
import type { SyncLimits } from './limits.ts';
import * as messages from './messages.ts';
import { RoomDocument } from './roomDocument.ts';
import { RoomPresence } from './roomPresence.ts';
import type { SyncStorage, Written } from './storage.ts';
import type { Timing } from './timing.ts';
import type { Trial } from './trial.ts';
import { Upkeep } from './upkeep.ts';
import { ChangeWindow } from './window.ts';

export interface RoomParts {
  readonly documentId: string;
  readonly storage: SyncStorage;
  readonly committer: Committer;
  readonly timing: Timing;
  readonly limits: SyncLimits;
  readonly now: () => number;
  readonly log: Logger;
  /** The room has been empty for a while and holds nothing any more. */
  onIdle(): void;
}

/**
 * One open document: who is here, what they send, and what they are sent. Knows sockets only as ports, and
 * the storage only as one, so that tests drive it by hand.
 */
export class Room {
  readonly #parts: RoomParts;
  readonly #document: RoomDocument;
  readonly #window: ChangeWindow;
  readonly #answers: Answers;
  readonly #presence: RoomPresence;
  readonly #upkeep: Upkeep;
  readonly #connections = new Set<Connection>();
  /** Whether the storage takes what is written. */
  #healthy = true;

  /** Throws when the storage can't be read. */
  constructor(parts: RoomParts) {
    this.#parts = parts;
    const { documentId, storage, limits, log } = parts;
    const document = new RoomDocument(documentId, storage, limits.gate, (seq, error) =>
      log.error({ err: error, documentId, seq }, 'sync.bad_row'),
    );
    this.#document = document;
    this.#window = new ChangeWindow({
      ...parts,
      document,
      recipients: () => this.#connections.size,
      committed: (trial) => this.#committed(trial),
      failed: () => this.#failed(),
    });
    this.#answers = new Answers({
      ...parts,
      document,
      connections: () => this.#connections,
      caughtUp: (connection) => this.#caughtUp(connection),
      end: (connection, code, reason) => this.end(connection, code, reason),
    });
    this.#presence = new RoomPresence({
      ...parts,
      connections: () => this.#connections,
      reserve: (clientId, accountId) => document.reserve(clientId, accountId),
    });
    this.#upkeep = new Upkeep({
      ...parts,
      document,
      isEmpty: () => this.#connections.size === 0,
      isBusy: () => !this.#window.isEmpty,
      idle: () => {
        this.close();
        parts.onIdle();
      },
    });
  }

  /** Lets someone in: says who they are to it, asks editors for what it lacks, and shows who else is here. */
  join(newcomer: NewConnection): Connection {
    const connection = new Connection(newcomer, this.#parts.limits, this.#parts.timing.elapsed());
    this.#upkeep.joined();
    this.#connections.add(connection);
    this.#greet(connection);
    this.#presence.welcome(connection);
    return connection;
  }

  #greet(connection: Connection): void {
    const readOnly = connection.readOnly(this.#healthy);
    connection.hello({
      wire: WIRE_VERSION,
      right: connection.access.right,
      ...(readOnly ? { readOnly } : {}),
      seq: this.#document.seq,
    });
    if (!readOnly) this.#answers.ask(connection);
  }

  /** Its socket is gone. What it sent before is still written. */
  leave(connection: Connection): void {
    if (!this.#connections.delete(connection)) return;
    // While its rights are not known, its changes can't be taken, and nobody will come to tell.
    if (connection.held) this.#window.forget(connection);
    this.#presence.leave(connection);
    // Whoever was here but wrote nothing yet may be writing offline: their client id stays theirs.
    if (this.#document.reserved().length > 0) this.#window.due();
    if (this.#connections.size === 0) this.#upkeep.emptied();
  }

  /** Ends a connection from our side. What it sent and was not told of is dropped. */
  end(connection: Connection, code: number, reason: string): void {
    this.#window.forget(connection);
    this.leave(connection);
    connection.close(code, reason);
  }

  /** Takes one socket frame. */
  receive(from: Connection, bytes: Uint8Array): void {
    if (!this.#connections.has(from)) return;
    from.spendFrame(bytes.length, this.#parts.timing.elapsed());
    if (from.held) from.inbox.push(bytes);
    else this.#hear(from, readFrame(bytes));
    if (from.isAbusive) this.end(from, CLOSE.abusive, 'more than one connection may send');
  }

  #hear(from: Connection, frame: Frame): void {
    switch (frame.is) {
      case 'syncStep1':
        this.#answers.answer(from, frame.stateVector);
        break;
      case 'syncStep2':
      case 'update':
        from.frames++;
        this.#window.add(from, from.frames, frame.update);
        break;
      case 'awareness':
        if (!this.#presence.hear(from, frame.presence)) this.#bad(from);
        break;
      case 'queryAwareness':
        this.#presence.welcome(from);
        break;
      case 'malformed':
        this.#bad(from);
        break;
    }
  }

  #bad(from: Connection): void {
    from.refuse(0, 'malformed');
    if (!from.spendBadFrame()) this.end(from, CLOSE.malformed, 'these are not messages of this wire');
  }

  #committed({ settled, merged }: Trial): void {
    if (!this.#healthy) this.#recovered();
    else if (merged) this.#broadcast(merged, this.#authorOf(settled));
    for (const one of settled) this.#tell(one);
    for (const from of new Set(settled.map((one) => one.from))) {
      from.sendAck();
      if (from.isAbusive) this.end(from, CLOSE.abusive, 'more than one connection may ask for');
    }
    if (merged) this.#upkeep.changed();
  }

  /** Takes an edit that the server itself has put on the disk, and sends it to everyone. */
  wrote(written: Written): void {
    this.#document.wrote(written);
    this.#broadcast(written.bytes);
    this.#upkeep.changed();
  }

  #authorOf(settled: Trial['settled']): Connection | undefined {
    const authors = new Set(settled.filter(({ outcome }) => outcome.is === 'news').map(({ from }) => from));
    return authors.size === 1 ? [...authors][0] : undefined;
  }

  /** One change for everyone; whoever made all of it knows it already. */
  #broadcast(merged: Uint8Array, onlyAuthor?: Connection): void {
    const { seq } = this.#document;
    const ours = messages.sequenced(seq, merged);
    const stock = messages.syncUpdate(merged);
    const elapsed = this.#parts.timing.elapsed();
    for (const to of this.#connections) {
      if (to === onlyAuthor && !to.behind && to.live) to.sentSeq = seq;
      else to.deliver(seq, to.wire ? ours : stock, elapsed);
      if (to.behind) this.#answers.watchSlow();
    }
  }

  #tell({ from, frame, outcome }: Trial['settled'][number]): void {
    from.settled = frame;
    if (outcome.is !== 'refused') return;
    from.refuse(frame, outcome.code);
    if (outcome.gap) this.#answers.ask(from);
    const honest = outcome.code === 'read_only' || outcome.code === 'storage';
    if (!honest && !from.spendBadFrame()) this.end(from, CLOSE.malformed, 'too many changes that cannot be');
  }

  /** The log may have grown meanwhile, so everyone is sent what they lack of it, and not this change alone. */
  #recovered(): void {
    this.#setHealth(true);
    for (const connection of [...this.#connections].filter(({ live }) => live))
      if (connection.hasRoom()) this.#answers.catchUp(connection);
      else this.#answers.slowDown(connection);
  }

  #failed(): void {
    if (this.#healthy) this.#setHealth(false);
  }

  #setHealth(healthy: boolean): void {
    this.#healthy = healthy;
    for (const connection of [...this.#connections]) this.#greet(connection);
  }

  /** Stops everything of a connection until `release` or `end`, while its rights are being looked up. */
  hold(connection: Connection): void {
    connection.held = true;
  }

  /** The rights are known: goes on with them. */
  release(connection: Connection, access: DocumentAccess): void {
    const changed = JSON.stringify(connection.access) !== JSON.stringify(access);
    connection.access = access;
    connection.held = false;
    if (!this.#connections.has(connection)) return;
    if (changed) {
      this.#greet(connection);
      this.#presence.restamp(connection);
    }
    if (connection.behind) this.#answers.catchUp(connection);
    for (const bytes of connection.inbox.splice(0)) this.#hear(connection, readFrame(bytes));
    connection.sendAck();
    if (!this.#window.isEmpty) this.#window.due();
  }

  #caughtUp(connection: Connection): void {
    this.#presence.welcome(connection);
    connection.sendAck();
  }

  /** Puts everything that is queued into the next commit, without waiting for the window. */
  hurry(): void {
    if (!this.#window.isEmpty) this.#window.hurry();
  }

  /** Stops all clocks. What is queued should have been committed before. */
  close(): void {
    this.#window.close();
    this.#answers.close();
    this.#presence.close();
    this.#upkeep.close();
  }
}
