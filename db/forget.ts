import type { Db } from './open.ts';

/**
 * Makes the database file forget what was just overwritten or deleted. `secure_delete` wipes it from the
 * database's own pages; the write-ahead log still has the pages from before, until it is written back and
 * emptied, which happens here. False if a reader held it back: then the log is emptied at the next chance.
 */
export function forgetOldPages(db: Db): boolean {
  const [result] = db.raw.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  return result?.busy === 0;
}
