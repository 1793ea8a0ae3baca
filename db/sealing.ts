import { randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';
import { keyedHash, keyFor, lockWords, makeKey, NoKey, readKey, unlockWords } from './serverKey.ts';

/** Seals words that must not lie open in the database, with keys made from the server's own. All throw `NoKey`. */
export interface Sealing {
  /** `place` is where the words are kept, such as `account:<id>`: elsewhere they don't open. */
  seal(place: string, words: string): string;
  open(place: string, sealed: string): string;
  /** What a mail address is found by. */
  hash(address: string): string;
}

/**
 * Sealing with the key in a file, which is read when it is first needed, and made then if `mayMake`. Without a
 * file (a database in memory) the key lasts as long as this does.
 */
export function sealingWith(keyFile: string | undefined, mayMake: boolean): Sealing {
  let keys: { readonly words: Buffer; readonly addresses: Buffer } | undefined;
  function known() {
    if (keys) return keys;
    const key = keyFile === undefined ? randomBytes(32) : readKey(keyFile);
    const found = key ?? (mayMake && keyFile !== undefined ? makeKey(keyFile) : undefined);
    if (!found) throw new NoKey();
    keys = { words: keyFor(found, 'sealed words'), addresses: keyFor(found, 'finding mail addresses') };
    return keys;
  }
  return {
    seal: (place, words) => lockWords(known().words, place, words).toString('base64'),
    open: (place, sealed) => unlockWords(known().words, place, Buffer.from(sealed, 'base64')),
    hash: (address) => keyedHash(known().addresses, address),
  };
}

/** Lets statements on this connection seal and open: what is null or empty stays so. */
export function addSealingTo(raw: Database.Database, { seal, open, hash }: Sealing): void {
  raw.function('seal_words', { directOnly: true }, (place, words) =>
    words ? seal(String(place), String(words)) : words,
  );
  raw.function('open_words', { directOnly: true }, (place, sealed) =>
    sealed ? open(String(place), String(sealed)) : sealed,
  );
  raw.function('hash_address', { directOnly: true }, (address) =>
    address ? hash(String(address)) : address,
  );
}
