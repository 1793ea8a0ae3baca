import type { Hello, ReadOnlyReason } from '../../shared/sync/wire.ts';
import type { DocumentAccess } from '../documents/access.ts';
import { Budget } from './budget.ts';
import type { SyncLimits } from './limits.ts';
import { maySay } from './messageRules.ts';
import * as messages from './messages.ts';
import type { SequencedUpdate } from './storage.ts';

/** All that a room knows of a socket. */
export interface SocketPort {
  send(bytes: Uint8Array): void;
  close(code: number, reason: string): void;
  /** Bytes handed over that the network has not taken yet. */
  readonly bufferedAmount: number;
}

export interface NewConnection {
  readonly socket: SocketPort;
  readonly accountId: string;
  readonly access: DocumentAccess;
  /** Whether the client asked for the messages from 100 on. */
  readonly wire: boolean;
  /** The newest number of the log that the client's page has; undefined when it doesn't say. */
  readonly since: number | undefined;
}

/** One client of one room: what it may do, what it has been sent, and what it is still owed. */
export class Connection {
  readonly accountId: string;
  readonly wire: boolean;
  /** Where the client says it stands; used once, at its first question. */
  since: number | undefined;
  access: DocumentAccess;
  /** Its rights are being looked up: nothing of its is taken and nothing is sent until they are known. */
  held = false;
  readonly inbox: Uint8Array[] = [];
  /** Frames with updates that came in, and how many of those have been dealt with. */
  frames = 0;
  settled = 0;
  /** False until it has asked for the document. */
  live = false;
  /** Up to which number it has everything; what comes after is sent when it has read what it was sent. */
  sentSeq = 0;
  behind: { readonly from: number } | undefined;
  question: Uint8Array | undefined;
  /** It has sent more, or asked for more work, than it may. */
  isAbusive = false;
  readonly #socket: SocketPort;
  readonly #limits: SyncLimits;
  readonly #bytes: Budget;
  readonly #frames: Budget;
  readonly #work: Budget;
  #badFrames = 0;
  #acked = 0;
  /** How much of what is waiting is an answer that it asked for. */
  #answered = 0;

  constructor(
    { socket, accountId, access, wire, since }: NewConnection,
    limits: SyncLimits,
    elapsed: number,
  ) {
    this.#socket = socket;
    this.accountId = accountId;
    this.access = access;
    this.wire = wire;
    this.since = since;
    this.#limits = limits;
    this.#bytes = new Budget(limits.bytes, elapsed);
    this.#frames = new Budget(limits.frames, elapsed);
    this.#work = new Budget(limits.work, elapsed);
  }

  /** Counts a frame that came in. */
  spendFrame(bytes: number, elapsed: number): void {
    const withinFrames = this.#frames.spend(1, elapsed);
    if (!this.#bytes.spend(bytes, elapsed) || !withinFrames) this.isAbusive = true;
  }

  /** Counts a frame that no honest client sends; false when there have been too many. */
  spendBadFrame(): boolean {
    this.#badFrames++;
    return this.#badFrames <= this.#limits.badFrames;
  }

  /** Counts milliseconds of work done for it. */
  spendWork(milliseconds: number, elapsed: number): void {
    if (!this.#work.spend(milliseconds, elapsed)) this.isAbusive = true;
  }

  readOnly(healthy: boolean): ReadOnlyReason | undefined {
    if (!maySay(this.access.right, 'update')) return 'right';
    if (this.access.archived) return 'archived';
    return healthy ? undefined : 'storage';
  }

  hello(body: Hello): void {
    if (this.wire) this.#socket.send(messages.hello(body));
  }

  /** Sends unless the client is slow: then it is marked, and gets everything from there on later. */
  deliver(seq: number, bytes: Uint8Array, elapsed: number): void {
    if (!this.live) return;
    if (!this.behind && !this.held && !this.#isFull()) {
      this.#socket.send(bytes);
      this.sentSeq = seq;
    } else this.behind ??= { from: elapsed };
  }

  /** Sends the pieces of an answer, oldest first, and what ends it. */
  answer(pieces: readonly SequencedUpdate[], seq: number): void {
    this.#answered = 0;
    pieces.forEach(({ seq: at, bytes }, index) => {
      const last = index === pieces.length - 1;
      if (this.wire) this.#answer(messages.sequenced(at, bytes));
      else this.#answer(last ? messages.syncStep2(bytes) : messages.syncUpdate(bytes));
    });
    if (this.wire || pieces.length === 0) this.#answer(messages.syncStep2(messages.NOTHING_NEW));
    this.live = true;
    this.behind = undefined;
    this.sentSeq = seq;
  }

  #answer(bytes: Uint8Array): void {
    this.#answered += bytes.length;
    this.#socket.send(bytes);
  }

  /** Presence is worth nothing late, so a client that is behind goes without. */
  sendPresence(bytes: Uint8Array): void {
    if (!this.behind && !this.held && !this.#isFull()) this.#socket.send(bytes);
  }

  askForMissing(stateVector: Uint8Array): void {
    this.#socket.send(messages.syncStep1(stateVector));
  }

  refuse(frame: number, code: Parameters<typeof messages.refused>[0]['code']): void {
    if (this.wire) this.#socket.send(messages.refused({ frame, code }));
  }

  /** Tells how many of its frames are dealt with. Held back while it is behind, so that `seq` stays true. */
  sendAck(): void {
    if (!this.wire || this.behind || this.held || this.settled === this.#acked) return;
    this.#acked = this.settled;
    this.#socket.send(messages.ack(this.settled, this.sentSeq));
  }

  /** False while more waits for it than it should be given to read. */
  hasRoom(): boolean {
    return !this.behind && !this.#isFull();
  }

  /** True once a client that was behind has read enough of what it was sent. */
  hasCaughtBreath(): boolean {
    return !this.held && this.#socket.bufferedAmount < this.#limits.pause / 4;
  }

  /** True when it has been slow for too long, or has far too much waiting. */
  isHopeless(elapsed: number): boolean {
    if (!this.behind || this.held) return false;
    const tooMuch = this.#socket.bufferedAmount > this.#limits.drop + this.#answered;
    return tooMuch || elapsed - this.behind.from > this.#limits.patience;
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }

  #isFull(): boolean {
    return this.#socket.bufferedAmount > this.#limits.pause;
  }
}
