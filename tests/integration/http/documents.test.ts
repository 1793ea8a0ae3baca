import { afterEach, beforeEach, expect, it } from 'vitest';
import { templates } from '../../../shared/documents/templates/templates.ts';
import { type HttpWorld, startHttp } from './server.ts';

let http: HttpWorld;
let clock = 1_000_000;
beforeEach(async () => {
  clock = Date.now();
  http = await startHttp({ now: () => clock });
});
afterEach(() => http.stop());

const DOCUMENTS = '/api/partnerships/northvale/documents';

async function as(person: string) {
  const cookie = await http.cookieOf(http.person(person));
  const send = (method: string) => (path: string, body?: unknown) =>
    http.call(method, path, { cookie, body });
  return {
    get: send('GET'),
    post: send('POST'),
    patch: send('PATCH'),
    put: send('PUT'),
    del: send('DELETE'),
  };
}

const create = async (person: string, title: string, more: object = {}) => {
  const { json, status } = await (await as(person)).post(DOCUMENTS, {
    title,
    template: 'empty',
    preset: 'equals',
    ...more,
  });
  expect(status).toBe(201);
  return json.id as string;
};

const titles = async (person: string, query = '') =>
  (await (await as(person)).get(`${DOCUMENTS}${query}`)).json.documents.map(
    ({ title }: { title: string }) => title,
  );

const journal = () =>
  http.db.raw
    .prepare('select kind, member_id as by, subject_id as subject, detail from journal_entry order by seq')
    .all()
    .map((row) => row as { kind: string; detail: string })
    .map((row) => ({ ...row, detail: JSON.parse(row.detail) }));

it('[DOC1] every template starts a document that says what the template says', async () => {
  const priya = await as('Priya Nandra');
  const { json } = await priya.get('/api/templates');
  expect(json.templates.map(({ id }: { id: string }) => id)).toEqual(templates.map(({ id }) => id));
  for (const { id, name, blocks } of templates) {
    const document = await create('Priya Nandra', name, { template: id });
    const text = (await priya.get(`/api/documents/${document}/text`)).json;
    expect(text.blocks).toHaveLength(blocks.length);
    expect(text).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{64}$/), schema: 1 });
    expect((await priya.get(`/api/documents/${document}`)).json).toMatchObject({
      id: document,
      partnershipId: 'northvale',
      title: name.slice(0, 120),
      template: id,
      archivedAt: null,
      right: 'edit',
      mayManage: true,
      actsFor: { memberName: 'Priya Nandra', seat: { id: 'northvale-c1', side: 'commissioner' } },
    });
  }
});

it('[DOC2] a start that is cut off leaves nothing: no document, no rights, no words, no journal entry', async () => {
  http.db.raw.exec('drop table sync_client');
  const { status } = await (await as('Priya Nandra')).post(DOCUMENTS, {
    title: 'Half',
    template: 'empty',
    preset: 'equals',
  });
  expect(status).toBe(500);
  for (const table of ['document', 'document_right', 'sync_update', 'journal_entry'])
    expect(http.db.raw.prepare(`select count(*) from ${table}`).pluck().get()).toBe(0);
});

it.each([
  [{ title: '' }, 'title'],
  [{ title: ' \n\t ' }, 'title'],
  [{ title: 'x'.repeat(121) }, 'title'],
  [{ title: undefined }, 'title'],
  [{ template: 'none-such' }, 'template'],
  [{ preset: 'mine' }, 'preset'],
  [{ partnershipId: 'elsewhere' }, 'partnershipId'],
])('[DOC3] a new document with %j is refused, with words beside the field %s', async (wrong, field) => {
  const { status, json } = await (await as('Priya Nandra')).post(DOCUMENTS, {
    title: 'Fine',
    template: 'empty',
    preset: 'equals',
    ...wrong,
  });
  expect(status).toBe(422);
  expect(Object.keys(json.error.fields)).toEqual([field]);
  expect(json.error.fields[field]).toMatch(/^[A-Z].*\.$/);
});

it('[DOC4] the list has what you may read, the newest change first, found by any part of the title', async () => {
  await create('Priya Nandra', 'Getting There: plan');
  clock += 1000;
  await create('Priya Nandra', 'Échange 100 %');
  clock += 1000;
  const closed = await create('Priya Nandra', 'Closed plan');
  http.db.raw
    .prepare("update document_right set right = 'none' where document_id = ? and holder = 'northvale-g1'")
    .run(closed);
  expect(await titles('Priya Nandra')).toEqual(['Closed plan', 'Échange 100 %', 'Getting There: plan']);
  expect(await titles('Ron Tasker')).toEqual(['Échange 100 %', 'Getting There: plan']);
  expect(await titles('Ron Tasker', '?search=PLAN')).toEqual(['Getting There: plan']);
  expect(await titles('Ron Tasker', '?search=%C3%A9change')).toEqual(['Échange 100 %']);
  expect(await titles('Ron Tasker', '?search=%25')).toEqual(['Échange 100 %']);
  expect(await titles('Ron Tasker', '?search=_')).toEqual([]);
  expect((await (await as('Ron Tasker')).get(`${DOCUMENTS}?search=${'x'.repeat(121)}`)).status).toBe(422);
});

it('[DOC4] writing in a document brings it to the top', async () => {
  const first = await create('Priya Nandra', 'First');
  clock += 1000;
  await create('Priya Nandra', 'Second');
  http.db.raw
    .prepare("insert into sync_update (document_id, seq, at, bytes) values (?, 99, ?, x'00')")
    .run(first, clock + 5);
  expect(await titles('Ron Tasker')).toEqual(['First', 'Second']);
  expect((await (await as('Ron Tasker')).get(`/api/documents/${first}`)).json.changedAt).toBe(clock + 5);
});

it('[DOC5] renaming tidies the title, and is in the journal once', async () => {
  const id = await create('Priya Nandra', 'Old');
  const ron = await as('Ron Tasker');
  const { json } = await ron.patch(`/api/documents/${id}`, { title: '  New \u202E name\n here ' });
  expect(json).toEqual({ id, title: 'New name here' });
  await ron.patch(`/api/documents/${id}`, { title: 'New name here' });
  expect(journal().slice(1)).toEqual([
    { kind: 'document_renamed', by: 'ron-tasker', subject: id, detail: { from: 'Old', to: 'New name here' } },
  ]);
});

it('[DOC6] an archived document leaves the list, can be read, not renamed, and comes back', async () => {
  const id = await create('Priya Nandra', 'Done with');
  const marsha = await as('Marsha Odell');
  const archive = `/api/documents/${id}/archive`;
  for (let twice = 0; twice < 2; twice++) expect((await marsha.put(archive, {})).status).toBe(200);
  expect(await titles('Ron Tasker')).toEqual([]);
  expect(await titles('Ron Tasker', '?archived=1')).toEqual(['Done with']);
  const ron = await as('Ron Tasker');
  expect((await ron.get(`/api/documents/${id}`)).json.archivedAt).toBe(clock);
  const renamed = await ron.patch(`/api/documents/${id}`, { title: 'Still' });
  expect({ status: renamed.status, code: renamed.json.error.code }).toEqual({
    status: 409,
    code: 'conflict',
  });
  for (let twice = 0; twice < 2; twice++) expect((await marsha.del(archive, {})).status).toBe(200);
  expect(await titles('Ron Tasker')).toEqual(['Done with']);
  expect(journal().map(({ kind }) => kind)).toEqual([
    'document_created',
    'document_archived',
    'document_restored',
  ]);
  expect(http.changes).toEqual([
    { kind: 'document', documentId: id },
    { kind: 'document', documentId: id },
  ]);
});

it('[DOC7] the rights list every seat and role, under either preset', async () => {
  const id = await create('Priya Nandra', 'Shared', { preset: 'steering' });
  const marsha = await as('Marsha Odell');
  const lines = (await (await as('Beth Oyelaran')).get(`/api/documents/${id}/rights`)).json.lines;
  expect(lines).toHaveLength(11 + 9);
  expect(lines[3]).toEqual({
    holderKind: 'seat',
    holder: 'northvale-p1',
    right: 'comment',
    name: expect.any(String),
    side: 'contracted_provider',
  });
  expect(lines[11]).toMatchObject({ holderKind: 'role', holder: 'facilitator', right: 'edit', side: null });
  const answer = await marsha.put(`/api/documents/${id}/rights`, { preset: 'equals' });
  expect(answer.json.lines.slice(0, 11).map(({ right }: { right: string }) => right)).toEqual(
    Array(11).fill('edit'),
  );
  expect((await (await as('Gwen Sallis')).get(`/api/documents/${id}`)).json.right).toBe('edit');
  expect(http.changes).toEqual([{ kind: 'document', documentId: id }]);
});

it('[DOC7] rights are replaced whole: who is not named may do nothing, from the next request on', async () => {
  const id = await create('Priya Nandra', 'Ours');
  const lines = [
    { holderKind: 'seat', holder: 'northvale-c1', right: 'edit' },
    { holderKind: 'role', holder: 'facilitator', right: 'read' },
  ];
  const answer = await (await as('Priya Nandra')).put(`/api/documents/${id}/rights`, { lines });
  expect(answer.status).toBe(200);
  expect(answer.json.lines.filter(({ right }: { right: string }) => right !== 'none')).toHaveLength(2);
  expect((await (await as('Ron Tasker')).get(`/api/documents/${id}`)).status).toBe(404);
  expect((await (await as('Marsha Odell')).patch(`/api/documents/${id}`, { title: 'x' })).status).toBe(403);
  expect((await (await as('Marsha Odell')).get(`/api/documents/${id}`)).json.mayManage).toBe(true);
  expect(journal().at(-1)).toMatchObject({
    kind: 'document_rights_changed',
    by: 'priya-nandra',
    subject: id,
  });
});

it.each([
  ['nobody could write', [{ holderKind: 'role', holder: 'facilitator', right: 'read' }]],
  ['only an empty role could write', [{ holderKind: 'role', holder: 'observer', right: 'edit' }]],
  ['nobody could change it back', [{ holderKind: 'seat', holder: 'northvale-p1', right: 'edit' }]],
  ['a seat is from elsewhere', [{ holderKind: 'seat', holder: 'elsewhere-1', right: 'edit' }]],
  ['a role is not a seat', [{ holderKind: 'seat', holder: 'facilitator', right: 'edit' }]],
  [
    'a line stands twice',
    [
      { holderKind: 'role', holder: 'facilitator', right: 'edit' },
      { holderKind: 'role', holder: 'facilitator', right: 'none' },
    ],
  ],
  ['there is no line', []],
  ['a right is unknown', [{ holderKind: 'role', holder: 'facilitator', right: 'own' }]],
])('[DOC8] rights are refused, and stay as they were, when %s', async (_, lines) => {
  const id = await create('Priya Nandra', 'Ours');
  const marsha = await as('Marsha Odell');
  const before = (await marsha.get(`/api/documents/${id}/rights`)).json;
  expect((await marsha.put(`/api/documents/${id}/rights`, { lines })).status).toBe(422);
  expect((await marsha.get(`/api/documents/${id}/rights`)).json).toEqual(before);
  expect(http.changes).toEqual([]);
});

it('[DOC9] every change and its line in the journal stand or fall together', async () => {
  const id = await create('Priya Nandra', 'Kept');
  const marsha = await as('Marsha Odell');
  http.db.raw.exec(
    "create trigger full before insert on journal_entry begin select raise(abort, 'full'); end",
  );
  const attempts = [
    marsha.patch(`/api/documents/${id}`, { title: 'Changed' }),
    marsha.put(`/api/documents/${id}/archive`, {}),
    marsha.put(`/api/documents/${id}/rights`, { preset: 'steering' }),
    marsha.post(DOCUMENTS, { title: 'New', template: 'empty', preset: 'equals' }),
  ];
  for (const attempt of attempts) expect((await attempt).status).toBe(500);
  expect(await titles('Gwen Sallis')).toEqual(['Kept']);
  expect((await (await as('Gwen Sallis')).get(`/api/documents/${id}`)).json.right).toBe('edit');
  expect(http.changes).toEqual([]);
});
