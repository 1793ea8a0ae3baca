import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { sqliteStorage } from '../../../server/sync/sqliteStorage.ts';
import { WORDS_ROOT } from '../../../shared/documents/readText.ts';
import { writeBlocks } from '../../../shared/documents/writeBlocks.ts';
import type { Since } from '../../../shared/since/api.ts';
import { FACILITATOR, startTable, type Table, taking } from '../decisions/table.ts';

const [PRIYA, RON, GWEN] = ['Priya Nandra', 'Ron Tasker', 'Gwen Sallis'] as const;

let table: Table;
beforeEach(async () => {
  table = await startTable();
});
afterEach(() => table.stop());

const since = async (name: string, path: string): Promise<Since> =>
  (await table.as(name, 'GET', `/api/${path}/since`)).json;
const read = (name: string, path: string, to: string) => table.as(name, 'PUT', `/api/${path}/since`, { to });

/** A document whose words somebody puts in the place of those before, as one change of theirs in the log. */
async function documentOf(id: string) {
  await table.addDocument(id);
  const storage = sqliteStorage(table.db);
  const doc = new Y.Doc();
  return (name: string, ...texts: string[]) => {
    const before = Y.encodeStateVector(doc);
    const root = doc.get(WORDS_ROOT, Y.XmlElement);
    root.delete(0, root.length);
    writeBlocks(
      doc,
      texts.map((text) => ({ kind: 'paragraph', runs: [{ text }] })),
    );
    const row = { accountId: table.person(name), seatId: null, clientId: doc.clientID, at: table.clock.now };
    const bytes = Y.encodeStateAsUpdate(doc, before);
    storage.append([{ documentId: id, after: storage.newest(id), rows: [{ ...row, bytes }], claims: [] }]);
  };
}

it('[SINCE1] whoever comes back reads which sentences changed, and who wrote them', async () => {
  const write = await documentOf('plan');
  write(PRIYA, 'The bus runs on Tuesday.', 'It stops at the hall.');
  expect(await since(RON, 'documents/plan')).toMatchObject({ at: null, changes: [] });
  await read(RON, 'documents/plan', (await since(RON, 'documents/plan')).to);
  write(GWEN, 'The bus runs on Tuesday.', 'It stops at the hall.', 'It is free.');
  write(RON, 'The bus runs on Tuesday.', 'It stops at the hall.', 'It is free.', 'I drive it.');
  write(PRIYA, 'The bus runs on Friday.', 'It is free.', 'I drive it.');
  expect((await since(RON, 'documents/plan')).changes).toEqual([
    { how: 'changed', was: 'The bus runs on Tuesday.', now: 'The bus runs on Friday.', by: [PRIYA] },
    { how: 'removed', was: 'It stops at the hall.', now: null, by: [PRIYA] },
    { how: 'added', was: null, now: 'It is free.', by: [GWEN] },
  ]);
});

it('[SINCE2] the mark moves only by one’s own word, only as far as was shown, and never back', async () => {
  const write = await documentOf('plan');
  write(PRIYA, 'One.');
  const { to: early } = await since(RON, 'documents/plan');
  await read(RON, 'documents/plan', early);
  write(PRIYA, 'One.', 'Two.');
  const { to } = await since(RON, 'documents/plan');
  write(PRIYA, 'One.', 'Two.', 'Three.');
  expect((await since(RON, 'documents/plan')).changes).toHaveLength(2);
  expect((await read(RON, 'documents/plan', '999')).status).toBe(409);
  await read(RON, 'documents/plan', to);
  expect((await since(RON, 'documents/plan')).changes.map(({ now }) => now)).toEqual(['Three.']);
  await read(RON, 'documents/plan', early);
  expect((await since(RON, 'documents/plan')).changes.map(({ now }) => now)).toEqual(['Three.']);
  expect(table.db.raw.prepare('select count(*) from document_seen').pluck().get()).toBe(0);
});

it('[SINCE3] names are those by which the partnership knows people', async () => {
  const write = await documentOf('plan');
  write(PRIYA, 'One.');
  await read(RON, 'documents/plan', (await since(RON, 'documents/plan')).to);
  write(PRIYA, 'One.', 'Two.');
  table.db.raw
    .prepare("update member set name = 'Heron', is_pseudonym = 1 where id = ?")
    .run(table.person(PRIYA));
  expect(JSON.stringify(await since(RON, 'documents/plan'))).not.toContain('Priya');
  expect((await since(RON, 'documents/plan')).changes[0]?.by).toEqual(['Heron']);
});

it('[SINCE1] of a decision one reads what happened since, and which sentences of the proposal changed', async () => {
  const id = await table.opened();
  await read(RON, `decisions/${id}`, (await since(RON, `decisions/${id}`)).to);
  await table.act(PRIYA, id, taking('northvale-c1'));
  const { json } = await table.as(FACILITATOR, 'PUT', `/api/decisions/${id}/words`, {
    ...{ role: 'amendment', basedOn: '', text: 'Shared trips run on Wednesdays and Fridays.' },
  });
  await table.act(FACILITATOR, id, {
    ...{ kind: 'amend', hash: json.hash, change: 'Better.', ifFrozen: 'move_closing' },
  });
  const found = await since(RON, `decisions/${id}`);
  expect(found.lines).toHaveLength(2);
  expect(found.changes).toEqual([
    {
      how: 'changed',
      was: 'Shared trips run on Tuesdays and Fridays.',
      now: 'Shared trips run on Wednesdays and Fridays.',
      by: [FACILITATOR],
    },
  ]);
  expect((await read(RON, `decisions/${id}`, 'something-else')).status).toBe(409);
  await read(RON, `decisions/${id}`, found.to);
  expect(await since(RON, `decisions/${id}`)).toMatchObject({ changes: [], lines: [] });
});

it('[SINCE3] in a hidden round nothing tells that somebody has answered; once it is told, it is new', async () => {
  const id = await table.opened({ visibility: { when: 'when_closed', by: 'seat' } });
  await read(RON, `decisions/${id}`, (await since(RON, `decisions/${id}`)).to);
  const before = JSON.stringify(await since(RON, `decisions/${id}`));
  await table.act(PRIYA, id, taking('northvale-c1'));
  expect(JSON.stringify(await since(RON, `decisions/${id}`))).toBe(before);
  await table.act(FACILITATOR, id, { kind: 'withdraw', reason: 'We begin anew.' });
  const says = (await since(RON, `decisions/${id}`)).lines.map((line) => line.says).join(' ');
  expect(says).toContain('Northvale County Council, Adult Care');
});
