import type Database from 'better-sqlite3';

/** What a database is reached through, whoever opened it. */
interface Opened {
  readonly raw: Database.Database;
}

const TRY_AGAIN_MS = 1000;

/**
 * Makes the database file forget what was just overwritten or deleted. `secure_delete` wipes it from the
 * database's own pages; the write-ahead log still has the pages from before, until it is written back and
 * emptied, which happens here: at once, or, while another process reads (a back-up, say), as soon as it is done.
 */
export function forgetOldPages(db: Opened): void {
  if (emptyLog(db)) return;
  setTimeout(() => {
    if (db.raw.open) forgetOldPages(db);
  }, TRY_AGAIN_MS).unref();
}

/** Does not wait for readers: everybody else's work would wait with it. Nor can it be done within a transaction. */
function emptyLog(db: Opened): boolean {
  if (db.raw.inTransaction) return false;
  const patience = db.raw.pragma('busy_timeout', { simple: true });
  db.raw.pragma('busy_timeout = 0');
  try {
    const [result] = db.raw.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return result?.busy === 0;
  } finally {
    db.raw.pragma(`busy_timeout = ${patience}`);
  }
}
