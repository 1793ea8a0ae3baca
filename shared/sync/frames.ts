import { ByteReader } from './byteReader.ts';
import { MESSAGE } from './wire.ts';

/** What a client may say in one socket frame. The bytes inside are views of the frame, not copies. */
export type Frame =
  | { readonly is: 'syncStep1'; readonly stateVector: Uint8Array }
  | { readonly is: 'syncStep2' | 'update'; readonly update: Uint8Array }
  | { readonly is: 'awareness'; readonly presence: Uint8Array }
  | { readonly is: 'queryAwareness' }
  | { readonly is: 'malformed' };

/**
 * Takes one frame apart, as far as its kind and what it carries. Anything else than exactly one well-formed
 * message is `malformed`; it never throws. What an update or presence holds has its own check.
 */
export function readFrame(bytes: Uint8Array): Frame {
  const reader = new ByteReader<never>(bytes);
  const frame = readMessage(reader);
  return reader.failure || reader.left > 0 ? MALFORMED : frame;
}

const MALFORMED: Frame = { is: 'malformed' };

function readMessage(reader: ByteReader<never>): Frame {
  switch (reader.uint()) {
    case MESSAGE.sync:
      return readSync(reader);
    case MESSAGE.awareness:
      return { is: 'awareness', presence: reader.lengthAndBytes() };
    case MESSAGE.queryAwareness:
      return { is: 'queryAwareness' };
    default:
      return MALFORMED;
  }
}

function readSync(reader: ByteReader<never>): Frame {
  const step = reader.uint();
  const body = reader.lengthAndBytes();
  switch (step) {
    case SYNC.step1:
      return isStateVector(body) ? { is: 'syncStep1', stateVector: body } : MALFORMED;
    case SYNC.step2:
      return { is: 'syncStep2', update: body };
    case SYNC.update:
      return { is: 'update', update: body };
    default:
      return MALFORMED;
  }
}

const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/** A count, then that many pairs of client and clock. */
function isStateVector(bytes: Uint8Array): boolean {
  const reader = new ByteReader<never>(bytes);
  const count = reader.count(2);
  for (let i = 0; i < count && !reader.failure; i++) {
    reader.uint();
    reader.uint();
  }
  return !reader.failure && reader.left === 0;
}
