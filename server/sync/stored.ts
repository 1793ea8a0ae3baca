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
  doc.transact(() => {
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
