import * as Y from 'yjs';
import type { Db } from '../../db/open.ts';
import { applyOnly } from '../sync/stored.ts';
import { bytesAfter } from './store.ts';

/** So many changes are put in at once; between two such pieces the server does other people's work. */
const PIECE = 2_000;

/**
 * Builds a document from its log as it was after one of its changes. The one checkpoint that is kept is of the newest
 * words, so that the log is read from its start: 100,000 changes take about a quarter of a second. Destroy it after use.
 */
export async function documentAt(orm: Db['orm'], documentId: string, seq: number): Promise<Y.Doc> {
  const doc = new Y.Doc();
  for (let after = 0; ; ) {
    const piece = bytesAfter(orm, documentId, { after, to: seq, limit: PIECE });
    applyOnly(doc, () => {
      for (const { bytes } of piece) Y.applyUpdate(doc, bytes);
    });
    const last = piece.at(-1);
    if (!last || piece.length < PIECE) return doc;
    after = last.seq;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
