import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readText } from '../../../shared/documents/readText.ts';
import { renderText } from '../../../shared/documents/renderText.ts';
import type { MomentsAnswer } from '../../../shared/versions/api.ts';
import { FACILITATOR, HOUR, startTable, type Table } from '../decisions/table.ts';
import { documentOf, MINUTE } from './pages.ts';

const [PRIYA, RON, GWEN] = ['Priya Nandra', 'Ron Tasker', 'Gwen Sallis'] as const;

let table: Table;
beforeEach(async () => {
  table = await startTable();
});
afterEach(() => table.stop());

const get = (name: string, path = '') => table.as(name, 'GET', `/api/documents/plan/versions${path}`);
const moments = async (name: string, search = ''): Promise<MomentsAnswer> => (await get(name, search)).json;
const call = (name: string, given: unknown) =>
  table.as(name, 'POST', '/api/documents/plan/versions', { name: given });

it('[VERS1] a document is read as it was, with what has changed since', async () => {
  const write = await documentOf(table, 'plan');
  const first = write(PRIYA, 'The bus runs on Tuesday.', 'It stops at the hall.');
  table.clock.now += HOUR;
  const second = write(GWEN, 'The bus runs on Friday.', 'It is free.');
  const { json } = await get(RON, `/${first}`);
  expect(renderText(json.blocks)).toBe('The bus runs on Tuesday.\n\nIt stops at the hall.\n');
  expect(json).toMatchObject({ seq: first, newest: second, same: false, words: 10, more: 0 });
  expect(json.changes).toEqual([
    { how: 'changed', was: 'The bus runs on Tuesday.', now: 'The bus runs on Friday.' },
    { how: 'removed', was: 'It stops at the hall.', now: null },
    { how: 'added', was: null, now: 'It is free.' },
  ]);
  expect((await get(RON, `/${second}`)).json).toMatchObject({ same: true, changes: [] });
  for (const none of ['0', '999', '-1', 'one', '1e1']) expect((await get(RON, `/${none}`)).status).toBe(404);
});

it('[VERS1] only whoever may read the document now reads how it was, and only whoever may edit gets it whole', async () => {
  const write = await documentOf(table, 'plan');
  const first = write(PRIYA, 'A secret.');
  const setRight = (holder: string, right: string) =>
    table.db.raw
      .prepare("update document_right set right = ? where document_id = 'plan' and holder = ?")
      .run(right, holder);
  setRight('northvale-p1', 'none');
  setRight('northvale-g1', 'read');
  for (const path of ['', `/${first}`, `/${first}/state`]) expect((await get(GWEN, path)).status).toBe(404);
  expect((await get(RON, `/${first}`)).status).toBe(200);
  expect((await get(RON, `/${first}/state`)).status).toBe(403);
  expect((await call(RON, 'Ours')).status).toBe(403);
  const { json } = await get(PRIYA, `/${first}/state`);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Buffer.from(json.state, 'base64'));
  expect(renderText(readText(doc))).toBe('A secret.\n');
});

it('[VERS1] who reads an earlier version of what is restricted for procurement is noted', async () => {
  const write = await documentOf(table, 'plan');
  const first = write(PRIYA, 'The price.');
  table.db.raw.prepare("update document set sensitivity = 'procurement' where id = 'plan'").run();
  const seen = () => table.db.raw.prepare('select count(*) from document_seen').pluck().get();
  expect(seen()).toBe(0);
  await get(RON, `/${first}`);
  expect(seen()).toBe(1);
  await get(PRIYA, `/${first}/state`);
  expect(seen()).toBe(2);
});

it('[VERS2] the moments tell when, who, by the name that they go by now, and for which seat', async () => {
  const write = await documentOf(table, 'plan');
  write(PRIYA, 'One.');
  table.clock.now += HOUR;
  write(PRIYA, 'One.', 'Two.');
  table.clock.now += MINUTE;
  write(RON, 'One.', 'Two.', 'Three.');
  table.clock.now += MINUTE;
  const newest = write(PRIYA, 'One.', 'Three.');
  const found = await moments(GWEN);
  expect(found).toMatchObject({ newest, more: false });
  expect(found.moments.map(({ seq, from, by }) => ({ seq, from, by }))).toEqual([
    {
      ...{ seq: 4, from: 2 },
      by: [
        { name: PRIYA, seats: [] },
        {
          name: RON,
          seats: [table.db.raw.prepare("select name from seat where id = 'northvale-g1'").pluck().get()],
        },
      ],
    },
    { seq: 1, from: 1, by: [{ name: PRIYA, seats: [] }] },
  ]);
  expect((await moments(GWEN, '?from=2&to=4')).moments.map(({ seq }) => seq)).toEqual([4, 3, 2]);
  expect((await moments(GWEN, '?before=2')).moments.map(({ seq }) => seq)).toEqual([1]);
  table.db.raw
    .prepare("update member set name = 'Heron', is_pseudonym = 1 where id = ?")
    .run(table.person(PRIYA));
  expect(JSON.stringify(await moments(GWEN))).not.toContain('Priya');
  expect(JSON.stringify(await moments(GWEN))).toContain('Heron');
});

it('[VERS2] a long history is told in parts that leave nothing out', async () => {
  const write = await documentOf(table, 'plan');
  for (let hour = 0; hour < 90; hour++) {
    table.clock.now += HOUR;
    write(PRIYA, `Hour ${hour}.`);
  }
  const seen: number[] = [];
  for (let search = ''; ; ) {
    const found = await moments(RON, search);
    seen.push(...found.moments.map(({ seq }) => seq));
    if (!found.more) break;
    search = `?before=${found.moments.at(-1)?.from}`;
  }
  expect(seen).toEqual(Array.from({ length: 90 }, (_, index) => 90 - index));
});

it('[VERS3] whoever may edit names the document as it stands, and the journal tells of it', async () => {
  const write = await documentOf(table, 'plan');
  expect((await call(RON, 'Too early')).status).toBe(409);
  write(PRIYA, 'One.');
  expect((await call(RON, '  agreed at the meeting\n of 3 May ')).json).toEqual({
    ...{ seq: 1, name: 'agreed at the meeting of 3 May' },
  });
  write(PRIYA, 'Two.');
  const { moments: found } = await moments(GWEN);
  expect(found.map(({ seq, names }) => [seq, names.map(({ name, by }) => [name, by])])).toEqual([
    [2, []],
    [1, [['agreed at the meeting of 3 May', RON]]],
  ]);
  expect((await get(GWEN, '/1')).json.names).toMatchObject([{ name: 'agreed at the meeting of 3 May' }]);
  const journal = await table.as(FACILITATOR, 'GET', '/api/partnerships/northvale/journal');
  expect(journal.json.lines[0]).toMatchObject({ kind: 'version_named' });
  expect(journal.json.lines[0].words).toContain('agreed at the meeting of 3 May');
});

it('[VERS3] a name is one line, given once, and there is an end of names', async () => {
  const write = await documentOf(table, 'plan');
  write(PRIYA, 'One.');
  for (const name of ['', '   ', 'x'.repeat(121), 7]) expect((await call(RON, name)).status).toBe(422);
  expect((await call(RON, 'Agreed')).status).toBe(201);
  expect(await call(PRIYA, 'agreed')).toMatchObject({
    status: 409,
    json: { error: { fields: { name: expect.any(String) } } },
  });
  for (let more = 1; more < 200; more++)
    table.db.raw
      .prepare(
        "insert into document_version select ?, document_id, seq, ?, named_by, at from document_version where name = 'Agreed'",
      )
      .run(`more-${more}`, `Name ${more}`);
  expect((await call(RON, 'One more')).status).toBe(409);
  table.db.raw.prepare("delete from document_version where name like 'Name %'").run();
  table.db.raw.prepare("update document set archived_at = 1 where id = 'plan'").run();
  expect((await call(RON, 'In the archive')).status).toBe(409);
  expect((await get(RON, '/1')).status).toBe(200);
});
