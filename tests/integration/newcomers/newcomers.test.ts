import { afterEach, beforeEach, expect, it } from 'vitest';
import { addDocument } from '../../../server/documents/store.ts';
import { firstWords } from '../../../server/documents/words.ts';
import { templateOf } from '../../../shared/documents/templates/templates.ts';
import { type HttpWorld, STRANGER, startHttp } from '../http/server.ts';

let http: HttpWorld;
beforeEach(async () => {
  http = await startHttp();
});
afterEach(() => http.stop());

async function start(id: string, template: string, preset: 'equals' | 'steering' = 'equals') {
  const row = { id, partnershipId: 'northvale', template, title: id, preset, createdBy: null, createdAt: 1 };
  await addDocument(http.db, row, () =>
    http.context.content.start(id, firstWords(templateOf(template)?.blocks ?? [])),
  );
}

const cookieOf = (name: string) => http.cookieOf(http.person(name));
const welcome = async (name: string) =>
  (await http.call('GET', '/api/partnerships/northvale/welcome', { cookie: await cookieOf(name) })).json;
const read = async (id: string, name = 'Ron Tasker') =>
  (await http.call('GET', `/api/documents/${id}/text`, { cookie: await cookieOf(name) })).json;
const sign = async (id: string, contentHash: string, name = 'Ron Tasker') =>
  http.call('POST', `/api/documents/${id}/values-signature`, {
    cookie: await cookieOf(name),
    body: { contentHash },
  });
const signatures = async (id: string, name = 'Ron Tasker') =>
  (await http.call('GET', `/api/documents/${id}/values-signatures`, { cookie: await cookieOf(name) })).json;

it('[NEW1] a newcomer sees what this is, who they are, the values, what is agreed and what is open', async () => {
  await start('values', 'values_and_behaviours');
  await start('governance', 'governance_agreement');
  await start('plan', 'solution_shaping_plan', 'steering');
  const found = await welcome('Ron Tasker');
  expect(found).toMatchObject({
    partnership: { id: 'northvale', purpose: expect.any(String) },
    me: { name: 'Ron Tasker', seats: [{ name: 'Skelby Good Neighbours', kind: 'holder' }] },
    values: [{ id: 'values', signed: 0, people: 18, mine: null }],
    agreements: [{ id: 'governance' }],
    open: [{ id: 'plan', right: 'comment' }],
    more: false,
  });
});

it('[NEW1] a newcomer is shown nothing that they may not read, and a stranger nothing at all', async () => {
  await start('values', 'values_and_behaviours');
  await start('secret', 'solution_shaping_plan');
  http.db.raw.prepare("update document_right set right = 'none' where holder = 'northvale-g1'").run();
  expect(JSON.stringify(await welcome('Ron Tasker'))).not.toMatch(/secret|values_and/);
  const cookie = await http.cookieOf(STRANGER);
  const foreign = await http.call('GET', '/api/partnerships/northvale/welcome', { cookie });
  const absent = await http.call('GET', '/api/partnerships/never/welcome', { cookie });
  expect([foreign.status, foreign.json]).toEqual([404, absent.json]);
});

it('[NEW2] signing holds for exactly the words that were read; once they have changed it is refused', async () => {
  await start('values', 'values_and_behaviours');
  const { hash } = await read('values');
  expect((await sign('values', '0'.repeat(64))).status).toBe(409);
  expect((await sign('values', 'not a hash')).status).toBe(422);
  const { status, json } = await sign('values', hash);
  expect([status, json.isCurrent]).toEqual([200, true]);
  expect((await sign('values', hash)).status).toBe(200);
  expect(http.db.raw.prepare('select count(*) from values_signature').pluck().get()).toBe(1);
  const lines = http.db.raw.prepare("select * from journal_entry where kind = 'values_signed'").all();
  expect(lines).toMatchObject([{ subject_id: 'values', member_id: 'ron-tasker' }]);
  expect((await welcome('Ron Tasker')).values[0]).toMatchObject({ signed: 1, mine: { isCurrent: true } });
});

it('[NEW2] what is no document of values, is empty or archived is not signed', async () => {
  await start('governance', 'governance_agreement');
  expect((await sign('governance', (await read('governance')).hash)).status).toBe(409);
  await http.addDocument('empty');
  http.db.raw.prepare("update document set template = 'values_and_behaviours' where id = 'empty'").run();
  expect((await sign('empty', (await read('empty')).hash)).json.error.message).toContain('no words');
  await start('old', 'values_and_behaviours');
  http.db.raw.prepare("update document set archived_at = 1 where id = 'old'").run();
  expect((await sign('old', (await read('old')).hash)).json.error.message).toContain('archive');
});

it('[NEW3] who has signed is listed, those who signed other words and those who have left as what they are', async () => {
  await start('values', 'values_and_behaviours');
  const { hash } = await read('values');
  await sign('values', hash);
  await sign('values', hash, 'Priya Nandra');
  const put = http.db.raw.prepare('insert into values_signature values (?, ?, ?, ?)');
  put.run('values', 'heron', 'f'.repeat(64), 5);
  http.db.raw.prepare("update member set left_at = 1 where id = 'priya-nandra'").run();
  const { signatures: list, mine } = await signatures('values');
  expect(
    list.map(({ name, isCurrent, hasLeft }: Record<string, unknown>) => [name, isCurrent, hasLeft]),
  ).toEqual([
    ['Heron', false, false],
    ['Ron Tasker', true, false],
    ['Priya Nandra', true, true],
  ]);
  expect(list[1].seat).toEqual({ name: 'Skelby Good Neighbours', side: 'community_provider' });
  expect(mine.isCurrent).toBe(true);
  expect((await signatures('values', 'Heron')).mine).toEqual({ at: 5, isCurrent: false });
  expect((await welcome('Ron Tasker')).values[0]).toMatchObject({ signed: 1, people: 17 });
});

it('[NEW2] whoever was removed, or the document put away, in the same breath signs nothing', async () => {
  await start('values', 'values_and_behaviours');
  const { hash } = await read('values');
  const { addSignature } = await import('../../../server/newcomers/store.ts');
  const by = { documentId: 'values', partnershipId: 'northvale', memberId: 'ron-tasker', hash, at: 1 };
  http.db.raw.prepare("update member set left_at = 1 where id = 'ron-tasker'").run();
  expect(addSignature(http.db, by)?.refused).toBe('not_allowed');
  http.db.raw.prepare('update member set left_at = null').run();
  http.db.raw.prepare("update document set archived_at = 1 where id = 'values'").run();
  expect(addSignature(http.db, by)?.refused).toBe('conflict');
  expect(http.db.raw.prepare('select count(*) from values_signature').pluck().get()).toBe(0);
});
