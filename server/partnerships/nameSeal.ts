import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** The key file is missing, or is not the one that the names were sealed with. */
export class NoKey extends Error {}

/**
 * Locks names with a key that is kept in a file of its own, outside the database: who has a copy of the
 * database has no names. AES-256-GCM; each name is bound to its member, so that one can't be put behind another.
 */
export interface NameSeal {
  /** `mayMakeKey` must be false when anything is sealed already: a new key would never open it. Throws `NoKey`. */
  seal(memberId: string, name: string, mayMakeKey: boolean): Buffer;
  /** Throws `NoKey` if this key does not open it. */
  open(memberId: string, sealed: Uint8Array): string;
}

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Names are filled up to a multiple of this, so that what is stored does not tell how long they are. */
const FILLED_TO = 128;

export function nameSeal(keyFile: string): NameSeal {
  let known: Buffer | undefined;
  return {
    seal(memberId, name, mayMakeKey) {
      known ??= readKey(keyFile) ?? (mayMakeKey ? makeKey(keyFile) : undefined);
      if (!known) throw new NoKey();
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, known, iv).setAAD(Buffer.from(memberId));
      const bytes = Buffer.from(name);
      const filled = Buffer.alloc(Math.ceil((bytes.length + 1) / FILLED_TO) * FILLED_TO);
      bytes.copy(filled);
      return Buffer.concat([iv, cipher.update(filled), cipher.final(), cipher.getAuthTag()]);
    },
    open(memberId, sealed) {
      known ??= readKey(keyFile);
      if (!known) throw new NoKey();
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv(ALGORITHM, known, bytes.subarray(0, IV_BYTES))
        .setAAD(Buffer.from(memberId))
        .setAuthTag(bytes.subarray(-TAG_BYTES));
      try {
        const filled = Buffer.concat([
          decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)),
          decipher.final(),
        ]);
        return filled.subarray(0, filled.indexOf(0)).toString();
      } catch {
        throw new NoKey();
      }
    },
  };
}

const KEY = /^[0-9a-f]{64}$/;

function readKey(file: string): Buffer | undefined {
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

/** Writes a new key, readable only by this account, and is sure that it is on the disk before it is used. */
function makeKey(file: string): Buffer {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = randomBytes(32);
  const handle = openSync(file, 'wx', 0o600);
  writeSync(handle, `${key.toString('hex')}\n`);
  fsyncSync(handle);
  closeSync(handle);
  const entry = openSync(folder, 'r');
  fsyncSync(entry);
  closeSync(entry);
  return key;
}
