import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import { readFrame } from '../../../../shared/sync/frames.ts';
import { bytesOf } from './updateBuilder.ts';

function document(): Y.Doc {
  const doc = new Y.Doc();
  doc.getText('x').insert(0, 'abc');
  return doc;
}

function frame(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return encoding.toUint8Array(encoder);
}

describe('frames as the stock protocol writes them', () => {
  test('[FRAME1] asking for what is missing', () => {
    const doc = document();
    expect(readFrame(frame(0, (encoder) => sync.writeSyncStep1(encoder, doc)))).toEqual({
      is: 'syncStep1',
      stateVector: Y.encodeStateVector(doc),
    });
  });

  test('[FRAME1] answering, and telling of a change', () => {
    const doc = document();
    const all = Y.encodeStateAsUpdate(doc);
    expect(readFrame(frame(0, (encoder) => sync.writeSyncStep2(encoder, doc)))).toEqual({
      is: 'syncStep2',
      update: all,
    });
    expect(readFrame(frame(0, (encoder) => sync.writeUpdate(encoder, all)))).toEqual({
      is: 'update',
      update: all,
    });
  });

  test('[FRAME1] presence, and asking for it', () => {
    const awareness = new Awareness(document());
    const presence = encodeAwarenessUpdate(awareness, [awareness.clientID]);
    awareness.destroy();
    expect(readFrame(frame(1, (encoder) => encoding.writeVarUint8Array(encoder, presence)))).toEqual({
      is: 'awareness',
      presence,
    });
    expect(readFrame(bytesOf(3))).toEqual({ is: 'queryAwareness' });
  });
});

describe('everything else', () => {
  test.each([
    ['nothing at all', bytesOf()],
    ['an unknown type', bytesOf(9)],
    ['a type that only the server sends', bytesOf(100, '{}')],
    ['an unknown step', bytesOf(0, 3, 'x')],
    ['an update longer than its frame', bytesOf(0, 2, 500, 1)],
    ['a length that is no whole number', bytesOf(0, 2, ...Array(12).fill({ byte: 255 }))],
    ['bytes after the message', bytesOf(3, 0)],
    [
      'a state vector that claims more clients than it has bytes',
      bytesOf(0, 0, bytesOf(5), bytesOf(2 ** 40)),
    ],
    ['a state vector with bytes after it', bytesOf(0, 0, 4, 1, 7, 1, 9)],
    ['a state vector cut short', bytesOf(0, 0, 2, 1, 7)],
  ])('[FRAME2] %s is malformed', (_name, bytes) => {
    expect(readFrame(bytes)).toEqual({ is: 'malformed' });
  });
});
