import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Another process serves this data folder. */
export class DataInUse extends Error {}

/**
 * Makes this process the only one on a data folder for as long as it lives. The operating system drops the
 * lock with the process, however it ends, so that a killed server leaves nothing stale behind.
 * Gives the function that lets go; throws `DataInUse` if another process holds it.
 */
export function lockData(folder: string): () => void {
  const lock = new Database(join(folder, 'lock.db'), { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if ((error as { code?: string }).code === 'SQLITE_BUSY') throw new DataInUse(folder);
    throw error;
  }
  return () => lock.close();
}
