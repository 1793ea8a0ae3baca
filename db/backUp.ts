import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

/** A back-up that can't be made; the message says why and what to do. */
export class BackUpError extends Error {}

/**
 * Copies the database at `from` to the new file `to` as it is at this moment, while a server may be writing to
 * it, and reads the copy through before giving it its name. Throws `BackUpError`; then there is no file `to`.
 */
export function backUp(from: string, to: string): void {
  if (!existsSync(from))
    throw new BackUpError(`There is no database at ${from}. Set TRIALOGUE_DATA to its folder.`);
  if (existsSync(to))
    throw new BackUpError(`${to} is there already, and is not overwritten. Name another file.`);
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  const unfinished = `${to}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    copy(from, unfinished);
    chmodSync(unfinished, 0o600);
    check(unfinished);
    flush(unfinished);
    renameSync(unfinished, to);
    flush(dirname(to));
  } catch (error) {
    rmSync(unfinished, { force: true });
    if (error instanceof BackUpError) throw error;
    throw new BackUpError(`The copy could not be made: ${(error as Error).message}`);
  }
}

function copy(from: string, to: string): void {
  const source = new Database(from, { readonly: true, timeout: 5000 });
  try {
    // One reading transaction over everything: writers go on beside it and are not in the copy.
    source.prepare('vacuum into ?').run(to);
  } finally {
    source.close();
  }
}

function check(file: string): void {
  const made = new Database(file, { readonly: true });
  try {
    const found = made.pragma('integrity_check', { simple: true });
    if (found !== 'ok') throw new BackUpError(`The copy is damaged, so it was thrown away: ${found}`);
  } finally {
    made.close();
  }
}

function flush(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
