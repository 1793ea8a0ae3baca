import type { Logger } from 'pino';
import { CLOSE_AND_RETRY } from './closeCodes.ts';
import type { Connection } from './connection.ts';
import type { SyncLimits } from './limits.ts';
import type { RoomDocument } from './roomDocument.ts';
import type { SequencedUpdate } from './storage.ts';
import { covers } from './stored.ts';
import type { Timing } from './timing.ts';

export interface AnswersHost {
  readonly documentId: string;
  readonly document: RoomDocument;
  readonly timing: Timing;
  readonly limits: SyncLimits;
  readonly log: Logger;
  connections(): Iterable<Connection>;
  /** A connection that was behind has been sent what it missed. */
  caughtUp(connection: Connection): void;
  end(connection: Connection, code: number, reason: string): void;
}

/** What clients are sent of the document itself: the answer to their question, and what they missed while slow. */
export class Answers {
  readonly #host: AnswersHost;
  #slowCheck: (() => void) | undefined;

  constructor(host: AnswersHost) {
    this.#host = host;
  }

  /** Asks a client for what the document lacks. */
  ask(connection: Connection): void {
    this.#guarded(connection, () => connection.askForMissing(this.#host.document.stateVector()));
  }

  /** Sends what the client lacks: by number if it says where it stands, else by comparing. */
  answer(to: Connection, stateVector: Uint8Array): void {
    const { since } = to;
    to.since = undefined;
    if (!to.hasRoom()) {
      to.question = stateVector;
      this.slowDown(to);
      return;
    }
    const { timing, document } = this.#host;
    this.#guarded(to, () => {
      const started = timing.elapsed();
      to.answer(this.#missing(stateVector, since), document.seq);
      const ended = timing.elapsed();
      to.spendWork(ended - started, ended);
    });
  }

  #missing(stateVector: Uint8Array, since: number | undefined): readonly SequencedUpdate[] {
    const { document, limits } = this.#host;
    const tail = since === undefined ? undefined : document.tail(since, limits.longestTail);
    // A server put back from a backup numbers anew: believe the number only if the words agree.
    if (tail && covers(stateVector, tail, document.stateVector())) return tail;
    return document.missing(stateVector);
  }

  /** Sends a client that was behind everything that it missed. */
  catchUp(connection: Connection): void {
    const { document, limits } = this.#host;
    const { question } = connection;
    connection.question = undefined;
    this.#guarded(connection, () => {
      const tail = question ? undefined : document.tail(connection.sentSeq, limits.longestTail);
      connection.answer(tail ?? document.missing(question ?? EVERYTHING), document.seq);
      this.#host.caughtUp(connection);
    });
  }

  /** Sends this client nothing more until it has read what it was sent. */
  slowDown(connection: Connection): void {
    connection.behind ??= { from: this.#host.timing.elapsed() };
    this.watchSlow();
  }

  /** Looks after those that are behind until none is. */
  watchSlow(): void {
    this.#slowCheck ??= this.#host.timing.after(SLOW_CHECK_MS, () => {
      this.#slowCheck = undefined;
      const slow = [...this.#host.connections()].filter(({ behind }) => behind);
      for (const connection of slow) this.#look(connection);
      if (slow.some(({ behind }) => behind)) this.watchSlow();
    });
  }

  #look(connection: Connection): void {
    if (connection.isHopeless(this.#host.timing.elapsed()))
      this.#host.end(connection, CLOSE_AND_RETRY.tryAgainLater, 'too slow to follow');
    else if (connection.hasCaughtBreath()) this.catchUp(connection);
  }

  close(): void {
    this.#slowCheck?.();
  }

  /** A document that can't be read just now ends the connection that needs it: it comes back. */
  #guarded(connection: Connection, work: () => void): void {
    try {
      work();
    } catch (error) {
      const { log, documentId } = this.#host;
      log.error({ err: error, documentId }, 'sync.read');
      this.#host.end(connection, CLOSE_AND_RETRY.internalError, 'something went wrong');
    }
  }
}

const SLOW_CHECK_MS = 50;
const EVERYTHING = Uint8Array.of(0);
