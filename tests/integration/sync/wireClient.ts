import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { type Hello, MESSAGE, type Refused } from '../../../shared/sync/wire.ts';

/**
 * A client of our own wire, as small as it can be: a document, and what the server has said. One lives
 * through several connections; `connect` starts each. It sends through whatever it is given.
 */
export class WireClient {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  send: ((bytes: Uint8Array) => void) | undefined;
  hello: Hello | undefined;
  hellos = 0;
  readonly refused: Refused[] = [];
  /** Of this connection: frames with updates that went out, and how many the server has dealt with. */
  sent = 0;
  acked = 0;
  synced = false;
  /** The newest number up to which this document has everything; what it says when it connects again. */
  seq = 0;
  readonly received: number[] = [];
  /** Told whenever frames were acknowledged. */
  onAck: (frames: number) => void = () => {};
  #offered = false;

  constructor(doc = new Y.Doc()) {
    this.doc = doc;
    this.awareness = new Awareness(doc);
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.#offered) this.sendUpdate(update);
    });
  }

  connect(send: (bytes: Uint8Array) => void): void {
    this.send = send;
    this.hello = undefined;
    this.sent = 0;
    this.acked = 0;
    this.synced = false;
    this.#offered = false;
    this.refused.length = 0;
    this.#sync(0, Y.encodeStateVector(this.doc));
  }

  disconnect(): void {
    this.send = undefined;
    this.synced = false;
    this.#offered = false;
  }

  sendUpdate(update: Uint8Array): void {
    this.sent++;
    this.#sync(2, update);
  }

  say(state: Record<string, unknown> | null): void {
    this.awareness.setLocalState(state);
    const bytes = encodeAwarenessUpdate(this.awareness, [this.doc.clientID]);
    this.send?.(
      encoding.encode((to) => {
        encoding.writeVarUint(to, MESSAGE.awareness);
        encoding.writeVarUint8Array(to, bytes);
      }),
    );
  }

  /** Whether the server has dealt with all that was sent. */
  get isSaved(): boolean {
    return this.#offered && this.acked === this.sent;
  }

  /** Who else is here, by client id. */
  get others(): Map<number, Record<string, unknown>> {
    const others = new Map(this.awareness.getStates() as Map<number, Record<string, unknown>>);
    others.delete(this.doc.clientID);
    return others;
  }

  receive(bytes: Uint8Array): void {
    const from = decoding.createDecoder(bytes);
    const type = decoding.readVarUint(from);
    this.received.push(type);
    switch (type) {
      case MESSAGE.hello:
        this.hello = JSON.parse(decoding.readVarString(from)) as Hello;
        this.hellos++;
        break;
      case MESSAGE.ack:
        this.acked = decoding.readVarUint(from);
        this.seq = Math.max(this.seq, decoding.readVarUint(from));
        this.onAck(this.acked);
        break;
      case MESSAGE.refused:
        this.refused.push(JSON.parse(decoding.readVarString(from)) as Refused);
        break;
      case MESSAGE.sequenced: {
        const seq = decoding.readVarUint(from);
        Y.applyUpdate(this.doc, decoding.readTailAsUint8Array(from), this);
        if (this.synced || this.seq > 0) this.seq = Math.max(this.seq, seq);
        break;
      }
      case MESSAGE.awareness:
        applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(from), this);
        break;
      case MESSAGE.sync:
        this.#receiveSync(from);
        break;
      default:
        throw new Error(`the server sent a message of type ${type}`);
    }
  }

  #receiveSync(from: decoding.Decoder): void {
    const step = decoding.readVarUint(from);
    const body = decoding.readVarUint8Array(from);
    if (step === 0) {
      this.#offered = true;
      this.sent++;
      this.#sync(1, Y.encodeStateAsUpdate(this.doc, body));
    } else {
      Y.applyUpdate(this.doc, body, this);
      if (step !== 1) return;
      this.synced = true;
      this.seq = Math.max(this.seq, this.hello?.seq ?? 0);
    }
  }

  #sync(step: number, body: Uint8Array): void {
    this.send?.(
      encoding.encode((to) => {
        encoding.writeVarUint(to, MESSAGE.sync);
        encoding.writeVarUint(to, step);
        encoding.writeVarUint8Array(to, body);
      }),
    );
  }

  close(): void {
    this.disconnect();
    this.awareness.destroy();
    this.doc.destroy();
  }
}
