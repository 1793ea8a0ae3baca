import { readTailAsUint8Array, readVarString, readVarUint } from 'lib0/decoding';
import type { WebsocketProvider } from 'y-websocket';
import { applyUpdate } from 'yjs';
import { type Hello, MESSAGE, type Refused, WIRE_VERSION } from '../../shared/sync/wire.ts';

export interface WireListener {
  onHello(hello: Hello): void;
  onAck(frames: number): void;
  onRefused(refused: Refused): void;
}

/**
 * Teaches `provider` the messages that only our own server speaks, and makes it say, when it connects
 * again, up to which change of the log it has everything.
 */
export function speakOurWire(provider: WebsocketProvider, listener: WireListener): void {
  let heard = 0;
  const hear = (seq: number) => {
    heard = Math.max(heard, seq);
    // Half of a catch-up may not count as the whole of it.
    if (provider.synced) provider.params = { wire: String(WIRE_VERSION), seq: String(heard) };
  };
  provider.params = { wire: String(WIRE_VERSION) };
  provider.on('sync', () => hear(0));
  provider.messageHandlers[MESSAGE.hello] = (_answer, message) => {
    const hello = JSON.parse(readVarString(message)) as Hello;
    hear(hello.seq);
    listener.onHello(hello);
  };
  provider.messageHandlers[MESSAGE.ack] = (_answer, message) => {
    const frames = readVarUint(message);
    hear(readVarUint(message));
    listener.onAck(frames);
  };
  provider.messageHandlers[MESSAGE.refused] = (_answer, message) => {
    listener.onRefused(JSON.parse(readVarString(message)) as Refused);
  };
  provider.messageHandlers[MESSAGE.sequenced] = (_answer, message) => {
    const seq = readVarUint(message);
    applyUpdate(provider.doc, readTailAsUint8Array(message), provider);
    hear(seq);
  };
}
