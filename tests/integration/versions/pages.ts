import * as Y from 'yjs';
import { sqliteStorage } from '../../../server/sync/sqliteStorage.ts';
import { WORDS_ROOT } from '../../../shared/documents/readText.ts';
import { writeBlocks } from '../../../shared/documents/writeBlocks.ts';
import type { Table } from '../decisions/table.ts';

export const MINUTE = 60_000;

/** A document, and a way for somebody to put words in the place of those before, as one change of theirs in the log. */
export async function documentOf(table: Table, id: string) {
  await table.addDocument(id);
  const storage = sqliteStorage(table.db);
  const doc = new Y.Doc();
  return (name: string, ...texts: string[]): number => {
    const before = Y.encodeStateVector(doc);
    const root = doc.get(WORDS_ROOT, Y.XmlElement);
    root.delete(0, root.length);
    writeBlocks(
      doc,
      texts.map((text) => ({ kind: 'paragraph', runs: [{ text }] })),
    );
    const seatId = name === 'Ron Tasker' ? 'northvale-g1' : null;
    const row = { accountId: table.person(name), seatId, clientId: doc.clientID, at: table.clock.now };
    const bytes = Y.encodeStateAsUpdate(doc, before);
    storage.append([{ documentId: id, after: storage.newest(id), rows: [{ ...row, bytes }], claims: [] }]);
    return storage.newest(id);
  };
}
