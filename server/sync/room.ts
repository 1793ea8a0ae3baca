import type { Logger } from 'pino';
import { type Frame, readFrame } from '../../shared/sync/frames.ts';
import { CLOSE, WIRE_VERSION } from '../../shared/sync/wire.ts';
import type { DocumentAccess } from '../documents/access.ts';
import { CLOSE_AND_RETRY } from './closeCodes.ts';
import type { Committer } from './committer.ts';
import { Connection, type NewConnection } from './connection.ts';
import type { SyncLimits } from './limits.ts';
import * as messages from './messages.ts';
import { RoomDocument } from './roomDocument.ts';
import { RoomPresence } from './roomPresence.ts';
import type { SequencedUpdate, SyncStorage } from './storage.ts';
import { covers } from './stored.ts';
import type { Timing } from './timing.ts';
import type { Trial } from './trial.ts';
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
  readonly #presence: RoomPresence;
  readonly #connections = new Set<Connection>();
  #healthy = true;
  #slowCheck: (() => void) | undefined;
  #coolDown: (() => void) | undefined;

  /** Throws when the storage can't be read. */
  constructor(parts: RoomParts) {
    this.#parts = parts;
    const { documentId, storage, limits, log } = parts;
    this.#document = new RoomDocument(documentId, storage, limits.gate, (seq, error) =>
      log.error({ err: error, documentId, seq }, 'sync.bad_row'),
    );
    this.#window = new ChangeWindow({
      ...parts,
      document: this.#document,
      recipients: () => this.#connections.size,
      committed: (result) => this.#committed(result),
      failed: () => this.#failed(),
    });
    this.#presence = new RoomPresence({
      ...parts,
      connections: () => this.#connections,
      reserve: (clientId, accountId) => this.#document.reserve(clientId, accountId),
    });
  }

  get connections(): ReadonlySet<Connection> {
    return this.#connections;
  }

  /** Lets someone in: says who they are to it, asks editors for what it lacks, and shows who else is here. */
  join(newcomer: NewConnection): Connection {
    const { limits, timing } = this.#parts;
    const connection = new Connection(newcomer, limits, timing.elapsed());
    this.#coolDown?.();
    this.#coolDown = undefined;
    if (this.#document.isLive) this.#coolLater(limits.cool);
    this.#greet(connection);
    this.#connections.add(connection);
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
    if (!readOnly) connection.askForMissing(this.#document.stateVector());
  }

  leave(connection: Connection): void {
    if (!this.#connections.delete(connection)) return;
    this.#presence.leave(connection);
    // Whoever was here but wrote nothing yet may be writing offline: their client id stays theirs.
    if (this.#document.reserved().length > 0) this.#window.due();
    if (this.#connections.size === 0) this.#coolLater(this.#parts.limits.linger);
  }

  /** Takes one socket frame. */
  receive(from: Connection, bytes: Uint8Array): void {
    if (!this.#connections.has(from)) return;
    from.spendFrame(bytes.length, this.#parts.timing.elapsed());
    if (from.held) from.inbox.push(bytes);
    else this.#hear(from, readFrame(bytes));
    if (from.isAbusive) this.#end(from, CLOSE.abusive, 'more than one connection may send');
  }

  #hear(from: Connection, frame: Frame): void {
    switch (frame.is) {
      case 'syncStep1':
        this.#answer(from, frame.stateVector);
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
    if (!from.spendBadFrame()) this.#end(from, CLOSE.malformed, 'these are not messages of this wire');
  }

  /** Sends what the client lacks: by number if it says where it stands, else by comparing. */
  #answer(to: Connection, stateVector: Uint8Array): void {
    const { since } = to;
    to.since = undefined;
    if (!to.hasRoom()) {
      to.question = stateVector;
      this.#slowDown(to);
      return;
    }
    const { timing } = this.#parts;
    const started = timing.elapsed();
    to.answer(this.#missing(stateVector, since), this.#document.seq);
    const ended = timing.elapsed();
    to.spendWork(ended - started, ended);
  }

  #missing(stateVector: Uint8Array, since: number | undefined): readonly SequencedUpdate[] {
    const tail = since === undefined ? undefined : this.#document.tail(since, this.#parts.limits.longestTail);
    // A server put back from a backup numbers anew: believe the number only if the words agree.
    if (tail && covers(stateVector, tail, this.#document.stateVector())) return tail;
    return this.#document.missing(stateVector);
  }

  #committed({ settled, merged }: Trial): void {
    if (!this.#healthy) this.#recovered();
    if (merged) this.#broadcast(merged, settled);
    const told = new Set<Connection>();
    for (const { from, frame, outcome } of settled) {
      from.settled = frame;
      told.add(from);
      if (outcome.is !== 'refused') continue;
      from.refuse(frame, outcome.code);
      if (outcome.gap) from.askForMissing(this.#document.stateVector());
      const bad = outcome.code !== 'read_only' && outcome.code !== 'storage';
      if (bad && !from.spendBadFrame()) this.#end(from, CLOSE.malformed, 'too many changes that cannot be');
    }
    for (const connection of told) {
      connection.sendAck();
      if (connection.isAbusive) this.#end(connection, CLOSE.abusive, 'more than one connection may ask for');
    }
    this.#checkpointIfDue();
    if (this.#connections.size > 0 && merged) this.#coolLater(this.#parts.limits.cool);
  }

  /** One change for everyone; whoever made all of it knows it already. */
  #broadcast(merged: Uint8Array, settled: Trial['settled']): void {
    const { seq } = this.#document;
    const authors = new Set(settled.filter(({ outcome }) => outcome.is === 'news').map(({ from }) => from));
    const onlyAuthor = authors.size === 1 ? [...authors][0] : undefined;
    const ours = messages.sequenced(seq, merged);
    const stock = messages.syncUpdate(merged);
    const elapsed = this.#parts.timing.elapsed();
    for (const to of this.#connections) {
      if (to === onlyAuthor && !to.behind && to.live) to.sentSeq = seq;
      else to.deliver(seq, to.wire ? ours : stock, elapsed);
      if (to.behind) this.#watchSlow();
    }
  }

  #failed(): void {
    const wasHealthy = this.#healthy;
    this.#healthy = false;
    if (wasHealthy) for (const connection of this.#connections) this.#greet(connection);
  }

  #recovered(): void {
    this.#healthy = true;
    for (const connection of this.#connections) this.#greet(connection);
  }

  /** Stops everything of a connection until `release`, while its rights are being looked up. */
  hold(connection: Connection): void {
    connection.held = true;
  }

  /** The rights are known: goes on with them. */
  release(connection: Connection, access: DocumentAccess): void {
    const before = connection.access;
    connection.access = access;
    connection.held = false;
    if (!this.#connections.has(connection)) return;
    if (JSON.stringify(before) !== JSON.stringify(access)) {
      this.#greet(connection);
      this.#presence.restamp(connection);
    }
    if (connection.behind) this.#catchUp(connection);
    for (const bytes of connection.inbox.splice(0)) this.#hear(connection, readFrame(bytes));
    connection.sendAck();
    if (!this.#window.isEmpty) this.#window.due();
  }

  #slowDown(connection: Connection): void {
    connection.behind ??= { from: this.#parts.timing.elapsed() };
    this.#watchSlow();
  }

  #watchSlow(): void {
    this.#slowCheck ??= this.#parts.timing.after(SLOW_CHECK_MS, () => {
      this.#slowCheck = undefined;
      for (const connection of this.#connections) {
        if (!connection.behind) continue;
        if (connection.isHopeless(this.#parts.timing.elapsed()))
          this.#end(connection, CLOSE_AND_RETRY.tryAgainLater, 'too slow to follow');
        else if (connection.hasCaughtBreath()) this.#catchUp(connection);
      }
      if ([...this.#connections].some(({ behind }) => behind)) this.#watchSlow();
    });
  }

  /** Sends a client that was behind everything that it missed. */
  #catchUp(connection: Connection): void {
    const { question } = connection;
    connection.question = undefined;
    const { limits } = this.#parts;
    const tail = question ? undefined : this.#document.tail(connection.sentSeq, limits.longestTail);
    connection.answer(tail ?? this.#document.missing(question ?? EVERYTHING), this.#document.seq);
    this.#presence.welcome(connection);
    connection.sendAck();
  }

  /** Ends a connection from our side. */
  #end(connection: Connection, code: number, reason: string): void {
    this.leave(connection);
    connection.close(code, reason);
  }

  /** Its person may not be here any more. */
  expel(connection: Connection, code: number, reason: string): void {
    this.#end(connection, code, reason);
  }

  #checkpointIfDue(): void {
    const { rows, bytes, checkpoint } = this.#document.sinceCheckpoint;
    const { checkpointRows, checkpointBytes } = this.#parts.limits;
    if (rows >= checkpointRows || bytes >= Math.max(checkpointBytes, checkpoint)) this.#saveCheckpoint();
  }

  #saveCheckpoint(): void {
    const { now, log, documentId } = this.#parts;
    try {
      this.#document.checkpoint(now());
    } catch (error) {
      // The log has everything: without a checkpoint it only takes longer to open.
      log.error({ err: error, documentId }, 'sync.checkpoint');
    }
  }

  #coolLater(after: number): void {
    this.#coolDown?.();
    this.#coolDown = this.#parts.timing.after(after, () => this.#cool());
  }

  #cool(): void {
    this.#coolDown = undefined;
    if (!this.#window.isEmpty) {
      this.#coolLater(this.#parts.limits.linger);
      return;
    }
    if (this.#document.sinceCheckpoint.rows >= this.#parts.limits.idleRows) this.#saveCheckpoint();
    this.#document.cool();
    if (this.#connections.size > 0) return;
    this.close();
    this.#parts.onIdle();
  }

  /** Puts everything that is queued into the next commit, without waiting for the window. */
  hurry(): void {
    if (!this.#window.isEmpty) this.#window.hurry();
  }

  /** Stops all clocks. What is queued should have been committed before. */
  close(): void {
    this.#window.close();
    this.#presence.close();
    this.#slowCheck?.();
    this.#coolDown?.();
  }
}

const SLOW_CHECK_MS = 50;
const EVERYTHING = Uint8Array.of(0);
