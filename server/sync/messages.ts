import * as encoding from 'lib0/encoding';
import { type Hello, MESSAGE, type Refused } from '../../shared/sync/wire.ts';

/** What the server says, as bytes. docs/wire.md describes each. */
export const syncStep1 = (stateVector: Uint8Array) => syncMessage(0, stateVector);
export const syncStep2 = (update: Uint8Array) => syncMessage(1, update);
export const syncUpdate = (update: Uint8Array) => syncMessage(2, update);

function syncMessage(step: number, bytes: Uint8Array): Uint8Array {
  return encoding.encode((to) => {
    encoding.writeVarUint(to, MESSAGE.sync);
    encoding.writeVarUint(to, step);
    encoding.writeVarUint8Array(to, bytes);
  });
}

/** An update with nothing in it: ends a catch-up, so that a stock client knows it is in step. */
export const NOTHING_NEW = Uint8Array.of(0, 0);

export function hello(body: Hello): Uint8Array {
  return jsonMessage(MESSAGE.hello, body);
}

export function refused(body: Refused): Uint8Array {
  return jsonMessage(MESSAGE.refused, body);
}

function jsonMessage(type: number, body: object): Uint8Array {
  return encoding.encode((to) => {
    encoding.writeVarUint(to, type);
    encoding.writeVarString(to, JSON.stringify(body));
  });
}

export function ack(frames: number, seq: number): Uint8Array {
  return encoding.encode((to) => {
    encoding.writeVarUint(to, MESSAGE.ack);
    encoding.writeVarUint(to, frames);
    encoding.writeVarUint(to, seq);
  });
}

export function sequenced(seq: number, update: Uint8Array): Uint8Array {
  return encoding.encode((to) => {
    encoding.writeVarUint(to, MESSAGE.sequenced);
    encoding.writeVarUint(to, seq);
    encoding.writeUint8Array(to, update);
  });
}

/** One person's presence as it stands inside an awareness message. */
export function presenceEntry(clientId: number, clock: number, state: object | null): Uint8Array {
  return encoding.encode((to) => {
    encoding.writeVarUint(to, clientId);
    encoding.writeVarUint(to, clock);
    encoding.writeVarString(to, JSON.stringify(state));
  });
}

export function presence(entries: readonly Uint8Array[]): Uint8Array {
  const body = encoding.encode((to) => {
    encoding.writeVarUint(to, entries.length);
    for (const entry of entries) encoding.writeUint8Array(to, entry);
  });
  return encoding.encode((to) => {
    encoding.writeVarUint(to, MESSAGE.awareness);
    encoding.writeVarUint8Array(to, body);
  });
}
