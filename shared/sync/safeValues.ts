import type { ByteReader } from './byteReader.ts';

/**
 * Values that come from outside: never so deep that walking them overflows the stack, and never with a
 * key that reaches an object's prototype when someone copies them.
 */
export const MAX_VALUE_DEPTH = 16;

const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** True for a name that may be used as a key: not too long, and no way into a prototype. */
export function isSafeKey(key: string, maxLength: number): boolean {
  return key.length <= maxLength && !FORBIDDEN_KEYS.has(key);
}

/** True when the value, parsed from JSON, is no deeper than `depth` and holds no key that isn't safe. */
export function isSafeValue(value: unknown, depth = MAX_VALUE_DEPTH): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  if (Array.isArray(value)) return value.every((item) => isSafeValue(item, depth - 1));
  return Object.entries(value).every(
    ([key, item]) => !FORBIDDEN_KEYS.has(key) && isSafeValue(item, depth - 1),
  );
}

/** The value of a JSON text, or `undefined` when it isn't JSON or isn't safe. */
export function parseSafely(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json);
    return isSafeValue(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Reads past one value in the binary form of lib0, checking it. A big integer fails: JSON can't hold one,
 * so that every later `JSON.stringify` of the document would throw.
 */
export function skipAny(reader: ByteReader<string>, depth = MAX_VALUE_DEPTH): void {
  const kind = reader.byte();
  if (reader.failure) return;
  switch (kind) {
    case ANY.undefined:
    case ANY.null:
    case ANY.false:
    case ANY.true:
      break;
    case ANY.integer:
      skipSignedInteger(reader);
      break;
    case ANY.float32:
      reader.take(4);
      break;
    case ANY.float64:
      reader.take(8);
      break;
    case ANY.text:
      reader.text(reader.left);
      break;
    case ANY.bytes:
      reader.lengthAndBytes();
      break;
    case ANY.array:
    case ANY.object:
      skipMany(reader, kind === ANY.object, depth);
      break;
    default:
      reader.fail('malformed');
  }
}

function skipMany(reader: ByteReader<string>, keyed: boolean, depth: number): void {
  if (depth === 0) reader.fail('malformed');
  const count = reader.count(keyed ? 2 : 1);
  for (let i = 0; i < count && !reader.failure; i++) {
    if (keyed && FORBIDDEN_KEYS.has(reader.text(reader.left))) reader.fail('malformed');
    skipAny(reader, depth - 1);
  }
}

const ANY = {
  undefined: 127,
  null: 126,
  integer: 125,
  float32: 124,
  float64: 123,
  false: 121,
  true: 120,
  text: 119,
  object: 118,
  array: 117,
  bytes: 116,
} as const;

/** At most 53 bits: six in the first byte, beside the sign, then seven a byte. */
function skipSignedInteger(reader: ByteReader<string>): void {
  let byte = reader.byte();
  for (let read = 1; read < 8; read++) {
    if (byte < 128) return;
    byte = reader.byte();
  }
  if (byte >= 128) reader.fail('malformed');
}
