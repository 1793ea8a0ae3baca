import * as Y from 'yjs';
import { sqliteStorage } from '../../../server/sync/sqliteStorage.ts';
import { paragraph, section } from '../../../shared/documents/compose.ts';
import { WORDS_ROOT } from '../../../shared/documents/readText.ts';
import { writeBlocks } from '../../../shared/documents/writeBlocks.ts';
import type { Table } from '../decisions/table.ts';

export const FIRST = 'The bus runs on Tuesdays. It stops at Mill Lane. It is free.';

/** A living document; `change` changes the words of its first paragraph, as somebody who writes in it. */
export async function living(table: Table, id: string) {
  await table.addDocument(id);
  const doc = new Y.Doc();
  writeBlocks(doc, [section('Getting there'), paragraph(FIRST), paragraph('Nobody is left behind.')]);
  table.context.content.start(id, Y.encodeStateAsUpdate(doc));
  const storage = sqliteStorage(table.db);
  return {
    id,
    doc,
    change(work: (words: Y.XmlText) => void) {
      const sent = Y.encodeStateVector(doc);
      work((doc.get(WORDS_ROOT, Y.XmlElement).get(1) as Y.XmlElement).get(0) as Y.XmlText);
      const row = { accountId: null, seatId: null, clientId: doc.clientID, at: table.clock.now };
      const bytes = Y.encodeStateAsUpdate(doc, sent);
      storage.append([{ documentId: id, after: storage.newest(id), rows: [{ ...row, bytes }], claims: [] }]);
    },
  };
}
