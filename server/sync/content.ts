import * as Y from 'yjs';
import type { DocumentContent } from '../documents/content.ts';
import type { Claim, StoredDocument, SyncStorage, Written } from './storage.ts';
import { buildDoc, piecesOf } from './stored.ts';

/**
 * Documents' words for the rest of the server. `start` may be called inside a transaction of the caller;
 * it throws if the document has words already. The first words are the server's own: nobody can write as
 * their clients afterwards. `wrote` is told of every edit that is made here, once it is on the disk.
 */
export function documentContent(
  storage: SyncStorage,
  now: () => number,
  wrote: (documentId: string, written: Written) => void = () => {},
): DocumentContent {
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
    edit(afterCommit, documentId, author, work) {
      const stored = storage.read(documentId);
      const doc = asNobody(stored, storage.claims(documentId));
      const changes: Uint8Array[] = [];
      doc.on('update', (update: Uint8Array) => changes.push(update));
      const answer = doc.transact(() => work(doc));
      const clientId = doc.clientID;
      doc.destroy();
      const [only, ...more] = changes;
      if (!only) return answer;
      const bytes = more.length > 0 ? Y.mergeUpdates(changes) : only;
      const claim = { clientId, accountId: author.accountId };
      const row = { ...author, clientId, at: now(), bytes };
      storage.append([{ documentId, after: stored.seq, rows: [row], claims: [claim] }]);
      afterCommit(() => wrote(documentId, { seq: stored.seq + 1, bytes, claim }));
      return answer;
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

/** The document under a client id that is nobody's yet. */
function asNobody(stored: StoredDocument, claims: readonly Claim[]): Y.Doc {
  for (;;) {
    const doc = buildDoc(stored);
    if (!claims.some(({ clientId }) => clientId === doc.clientID)) return doc;
    doc.destroy();
  }
}
