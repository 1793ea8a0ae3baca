import * as Y from 'yjs';
import type { DocumentContent } from '../documents/content.ts';
import type { SyncStorage } from './storage.ts';
import { buildDoc, piecesOf } from './stored.ts';

/**
 * Documents' words for the rest of the server. `start` may be called inside a transaction of the caller;
 * it throws if the document has words already. The first words are the server's own: nobody can write as
 * their clients afterwards.
 */
export function documentContent(storage: SyncStorage, now: () => number): DocumentContent {
  return {
    start(documentId, update) {
      if (storage.read(documentId).seq > 0) throw new Error(`document ${documentId} has words already`);
      const at = now();
      const clients = [...Y.parseUpdateMeta(update).to.keys()];
      storage.append([
        {
          documentId,
          after: 0,
          rows: [{ accountId: null, seatId: null, clientId: null, at, bytes: update }],
          claims: clients.map((clientId) => ({ clientId, accountId: null })),
        },
      ]);
    },
    newest: (documentId) => storage.newest(documentId),
    async read(documentId) {
      const stored = storage.read(documentId);
      const [only, ...more] = piecesOf(stored);
      if (!only || more.length === 0) return only?.bytes;
      const doc = buildDoc(stored);
      const whole = Y.encodeStateAsUpdate(doc);
      doc.destroy();
      return whole;
    },
  };
}
