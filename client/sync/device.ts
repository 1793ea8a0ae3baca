import { IndexeddbPersistence, PREFERRED_TRIM_SIZE, storeState } from 'y-indexeddb';
import type { Doc } from 'yjs';

/** The name of one person's copy of one document on this device: another person's unsent words never go out as yours. */
export function deviceName(accountId: string, documentId: string): string {
  return `trialogue/${accountId}/${documentId}`;
}

export interface DeviceCopy {
  readonly persistence: IndexeddbPersistence;
  /** What was on the server's disk when this copy was last confirmed, as a state vector; null if never. */
  readonly confirmed: Uint8Array | null;
}

/**
 * Loads what this device kept into `doc` and goes on keeping it. Gives null when the browser will not
 * keep anything (private windows, blocked storage); calls `onFailure` if it stops keeping later (full disk).
 */
export async function keepOnDevice(
  name: string,
  doc: Doc,
  onFailure: () => void,
): Promise<DeviceCopy | null> {
  if (!(await canKeep())) return null;
  const persistence = new IndexeddbPersistence(name, doc);
  await persistence.whenSynced;
  for (const trouble of ['error', 'abort', 'close'] as const)
    persistence.db?.addEventListener(trouble, onFailure);
  keepAtOnce(persistence, doc, onFailure);
  const confirmed = await persistence.get(CONFIRMED);
  return { persistence, confirmed: confirmed instanceof Uint8Array ? confirmed : null };
}

/**
 * Keeps each change by committing it in the same breath. y-indexeddb leaves that to the browser, which
 * does it a moment later: a tab that dies in that moment takes the last letters with it.
 */
function keepAtOnce(persistence: IndexeddbPersistence, doc: Doc, onFailure: () => void): void {
  let kept = 0;
  doc.off('update', persistence._storeUpdate);
  const keep = (update: Uint8Array, origin: unknown) => {
    if (!persistence.db || origin === persistence) return;
    try {
      const transaction = persistence.db.transaction(['updates'], 'readwrite');
      transaction.objectStore('updates').add(update);
      transaction.commit();
    } catch {
      // The browser closed the storage under us. Typing goes on; the page says that nothing is kept.
      onFailure();
      return;
    }
    if (++kept % PREFERRED_TRIM_SIZE === 0) void storeState(persistence).catch(() => undefined);
  };
  doc.on('update', keep);
}

/** Whether a change to the document is only this device reading back what it kept. */
export function isFromDevice(origin: unknown): boolean {
  return origin instanceof IndexeddbPersistence;
}

/** Notes on the device how much of it the server is known to have. */
export function noteConfirmed(copy: DeviceCopy, vector: Uint8Array): void {
  copy.persistence.set(CONFIRMED, vector as never).catch(() => undefined);
}

const CONFIRMED = 'confirmed';
const PROBE = 'trialogue/probe';

/** y-indexeddb never answers when storage is blocked, so ask with a database of our own first. */
function canKeep(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const asking = indexedDB.open(PROBE);
      asking.onsuccess = () => {
        asking.result.close();
        resolve(true);
      };
      asking.onerror = () => resolve(false);
      asking.onblocked = () => resolve(false);
    } catch {
      resolve(false);
    }
  });
}
