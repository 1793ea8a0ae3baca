/**
 * Reads bytes that nobody vouches for.
 *
 * The first failure sticks: every read after it gives an empty value, so that a caller may read a whole
 * group of fields and look at `failure` once. It never reads past the end, never throws, and never makes
 * room for more than the bytes that are there. (The usual decoder clamps short arrays and reads `undefined`
 * past the end, which then looks like a valid zero.)
 */
export class ByteReader<Failure extends string> {
  readonly bytes: Uint8Array;
  pos = 0;
  failure: Failure | 'malformed' | null = null;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get left(): number {
    return this.bytes.length - this.pos;
  }

  /** Notes the first failure and moves to the end, so that loops over what is left stop too. */
  fail(failure: Failure | 'malformed'): void {
    this.failure ??= failure;
    this.pos = this.bytes.length;
  }

  byte(): number {
    if (this.pos >= this.bytes.length) {
      this.fail('malformed');
      return 0;
    }
    return this.bytes[this.pos++] as number;
  }

  /** A whole number from 0 to 2^53 - 1. Longer forms fail, also those padded with zeros. */
  uint(): number {
    let number = 0;
    let scale = 1;
    for (let read = 0; read < 8; read++) {
      const byte = this.byte();
      number += (byte & 127) * scale;
      if (byte < 128) {
        if (number <= Number.MAX_SAFE_INTEGER) return number;
        break;
      }
      scale *= 128;
    }
    this.fail('malformed');
    return 0;
  }

  /** How many things follow, each of at least `bytesEach` bytes: never more than could be there. */
  count(bytesEach: number): number {
    const count = this.uint();
    if (count * bytesEach <= this.left) return count;
    this.fail('malformed');
    return 0;
  }

  /** The next `length` bytes, as a view. */
  take(length: number): Uint8Array {
    if (length > this.left) {
      this.fail('malformed');
      return this.bytes.subarray(0, 0);
    }
    this.pos += length;
    return this.bytes.subarray(this.pos - length, this.pos);
  }

  /** Bytes with their length before them, as a view. */
  lengthAndBytes(): Uint8Array {
    return this.take(this.uint());
  }

  /** Text with its length in bytes before it. Anything that isn't well-formed UTF-8 fails. */
  text(maxBytes: number): string {
    const bytes = this.lengthAndBytes();
    if (bytes.length > maxBytes) {
      this.fail('malformed');
      return '';
    }
    const plain = shortAscii(bytes);
    if (plain !== null) return plain;
    try {
      return utf8.decode(bytes);
    } catch {
      this.fail('malformed');
      return '';
    }
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Most texts here are a keystroke or a name: for those the platform's decoder costs more than it does. */
function shortAscii(bytes: Uint8Array): string | null {
  if (bytes.length > 16) return null;
  let text = '';
  for (const byte of bytes) {
    if (byte > 127) return null;
    text += String.fromCharCode(byte);
  }
  return text;
}
