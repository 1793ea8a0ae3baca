import * as Y from 'yjs';
import type { SequencedUpdate, StoredDocument } from './storage.ts';

/** The updates that make up a stored document, in the order in which they must be applied. */
export function piecesOf({ checkpoint, tail }: StoredDocument): readonly SequencedUpdate[] {
  return checkpoint ? [checkpoint, ...tail] : tail;
}

/**
 * Builds the live document. An update that can't be applied is left out and told of, so that one bad row
 * doesn't take the whole document away.
 */
export function buildDoc(stored: StoredDocument, onBadRow?: (seq: number, error: unknown) => void): Y.Doc {
  const doc = new Y.Doc();
  applyOnly(doc, () => {
    for (const { seq, bytes } of piecesOf(stored)) {
      try {
        Y.applyUpdate(doc, bytes);
      } catch (error) {
        if (!onBadRow) throw error;
        onBadRow(seq, error);
      }
    }
  });
  return doc;
}

/**
 * Runs `work`, which applies updates, as one transaction in which the document takes what it is given and no more.
 *
 * After other people's changes, Yjs deletes format marks that have become needless, as changes of its own. That is
 * for the pages, whose changes come back through the gate and into the log: done here as well, the document
 * would say what the log doesn't, and what is sent on would be the tidying instead of the change.
 */
export function applyOnly(doc: Y.Doc, work: () => void): void {
  doc.transact((transaction) => {
    work();
    // `Y.applyUpdate` says that the whole transaction came from elsewhere, which is what starts the tidying.
    transaction.local = true;
  });
}

/** The state vector of a stored document, from its bytes alone. True because the log has no gaps. */
export function stateVectorOf(stored: StoredDocument): Uint8Array {
  const clocks = new Map<number, number>();
  for (const { bytes } of piecesOf(stored))
    for (const [client, clock] of Y.parseUpdateMeta(bytes).to)
      clocks.set(client, Math.max(clock, clocks.get(client) ?? 0));
  return Y.encodeStateVector(clocks);
}

/** Whether a client with this state vector has, with those updates, all that the document has. */
export function covers(
  stateVector: Uint8Array,
  updates: readonly SequencedUpdate[],
  whole: Uint8Array,
): boolean {
  const has = Y.decodeStateVector(stateVector);
  for (const { bytes } of updates)
    for (const [client, clock] of Y.parseUpdateMeta(bytes).to)
      has.set(client, Math.max(clock, has.get(client) ?? 0));
  return [...Y.decodeStateVector(whole)].every(([client, clock]) => (has.get(client) ?? 0) >= clock);
}
