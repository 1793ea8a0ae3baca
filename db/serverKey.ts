import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** The key file is missing, or is not the one that was sealed with. Nothing was changed. */
export class NoKey extends Error {}

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Words are filled up to a multiple of this, so that what is stored does not tell how long they are. */
const FILLED_TO = 128;

/** Seals words (AES-256-GCM) for one place, such as a member's id: in another place they don't open. */
export function lockWords(key: Buffer, place: string, words: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(place));
  const bytes = Buffer.from(words);
  const filled = Buffer.alloc(Math.ceil((bytes.length + 1) / FILLED_TO) * FILLED_TO);
  bytes.copy(filled);
  return Buffer.concat([iv, cipher.update(filled), cipher.final(), cipher.getAuthTag()]);
}

/** The words that were sealed for a place. Throws `NoKey` if this key and place do not open them. */
export function unlockWords(key: Buffer, place: string, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed);
  try {
    const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_BYTES))
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    const filled = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
    return filled.subarray(0, filled.indexOf(0)).toString();
  } catch {
    throw new NoKey();
  }
}

/** A key for one purpose alone, made from the server's: who had it would not have the server's. */
export function keyFor(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', purpose, 32));
}

/** What equal words have in common, and nobody without the key can work out by guessing at them. */
export function keyedHash(key: Buffer, words: string): string {
  return createHmac('sha256', key).update(words).digest('hex');
}

const KEY = /^[0-9a-f]{64}$/;

/** The key in a file; undefined when there is no such file. Throws `NoKey` for a file with no key in it. */
export function readKey(file: string): Buffer | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  if (!KEY.test(text)) throw new NoKey();
  return Buffer.from(text, 'hex');
}

/**
 * Writes a new key, readable only by this account, and is sure that it is on the disk before it is used. Of two
 * that make one at once, both have the first. The file is whole from the moment that it has its name.
 */
export function makeKey(file: string): Buffer {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = randomBytes(32);
  const unfinished = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = openSync(unfinished, 'wx', 0o600);
  writeSync(handle, `${key.toString('hex')}\n`);
  fsyncSync(handle);
  closeSync(handle);
  try {
    linkSync(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(unfinished);
  }
  const entry = openSync(folder, 'r');
  fsyncSync(entry);
  closeSync(entry);
  return readKey(file) ?? key;
}
