import { afterEach, beforeEach, expect, it } from 'vitest';
import { addDocument, archiveDocument } from '../../../server/documents/store.ts';
import { type HttpWorld, STRANGER, startHttp } from '../http/server.ts';

let http: HttpWorld;
beforeEach(async () => {
  http = await startHttp();
});
afterEach(() => http.stop());

const AT = '/api/partnerships/northvale';
const journal = async (person: string, before?: number) =>
  http.call('GET', `${AT}/journal${before === undefined ? '' : `?before=${before}`}`, {
    cookie: await http.cookieOf(http.person(person)),
  });

it('[HIST2] every member reads the journal: the newest first, with the reason, and a page at a time', async () => {
  const cookie = await http.cookieOf(http.person('Marsha Odell'));
  for (let round = 0; round < 45; round++) {
    const { members } = (await http.call('GET', AT, { cookie })).json;
    const ron = members.find(({ id }: { id: string }) => id === 'ron-tasker');
    const body = { roles: round % 2 ? ['leader'] : [], version: ron.version, reason: `Round ${round}` };
    expect((await http.call('PUT', `${AT}/members/ron-tasker/roles`, { cookie, body })).status).toBe(200);
  }
  const first = await journal('Beth Oyelaran');
  expect(first.json.lines).toHaveLength(40);
  expect(first.json.more).toBe(true);
  expect(first.json.lines[0]).toMatchObject({
    kind: 'member_roles_changed',
    words: 'Marsha Odell changed the roles of Ron Tasker.',
    reason: 'Round 44',
  });
  const rest = await journal('Beth Oyelaran', first.json.lines.at(-1).seq);
  expect(rest.json.more).toBe(false);
  const reasons = [...first.json.lines, ...rest.json.lines].map(({ reason }) => reason);
  expect(reasons).toEqual(Array.from({ length: 45 }, (_, at) => `Round ${44 - at}`));
});

it('[HIST3] a line about a document is only for those who may read it now', async () => {
  await addDocument(http.db, {
    id: 'secret',
    partnershipId: 'northvale',
    template: 'empty',
    title: 'Canary of the closed room',
    preset: 'equals',
    createdBy: http.person('Priya Nandra'),
    createdAt: 1,
  });
  const scope = { documentId: 'secret', partnershipId: 'northvale' };
  await archiveDocument(http.db, scope, true, { memberId: http.person('Priya Nandra'), at: 2 }, () => {});
  const seen = async (person: string) => JSON.stringify((await journal(person)).json).includes('Canary');
  expect(await seen('Priya Nandra')).toBe(true);
  expect(await seen('Sam Iqbal')).toBe(true);
  http.db.raw.exec("update document_right set right = 'none' where holder <> 'northvale-c1'");
  expect(await seen('Priya Nandra')).toBe(true);
  for (const person of ['Marsha Odell', 'Sam Iqbal', 'Gwen Sallis']) {
    expect(await seen(person)).toBe(false);
    expect((await journal(person)).json).toEqual({ lines: [], more: false });
  }
});

it('[HIST4] the journal goes on naming those who left, and another partnership’s is not there', async () => {
  const gwen = await http.cookieOf(http.person('Gwen Sallis'));
  await http.call('POST', `${AT}/members/gwen-sallis/departure`, {
    cookie: gwen,
    body: { reason: 'New job' },
  });
  const { json } = await journal('Ron Tasker');
  expect(json.lines[0]).toMatchObject({
    words: 'Gwen Sallis left the partnership.',
    details: expect.arrayContaining(['Seats until then: Larchmere Care Ltd']),
    reason: 'New job',
  });
  expect((await http.call('GET', `${AT}/journal`, { cookie: gwen })).status).toBe(404);
  const there = { cookie: await http.cookieOf(STRANGER) };
  expect((await http.call('GET', '/api/partnerships/elsewhere/journal', there)).json.lines).toEqual([]);
  for (const before of ['0', 'x', '1e99'])
    expect(
      (await http.call('GET', `/api/partnerships/elsewhere/journal?before=${before}`, there)).status,
    ).toBe(422);
});
