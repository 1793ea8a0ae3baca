import { afterEach, beforeEach, expect, it } from 'vitest';
import { documentAccess } from '../../../server/documents/access.ts';
import type { AsSeatAnswer } from '../../../shared/documents/asSeatApi.ts';
import { type HttpWorld, startHttp } from './server.ts';

let http: HttpWorld;
beforeEach(async () => {
  http = await startHttp();
  for (const id of ['plan', 'reference', 'hidden', 'closed'])
    await http.addDocument(id, id === 'plan' ? 'equals' : 'steering');
  // The seat sees this one, and the facilitator does not; the other way round for the other.
  run("update document_right set right = 'none' where document_id = 'closed' and holder = 'facilitator'");
  run("update document_right set right = 'none' where document_id = 'hidden' and holder = 'northvale-p1'");
});
afterEach(() => http.stop());

const run = (sql: string) => http.db.raw.prepare(sql).run();
const get = async (person: string, path: string) =>
  http.call('GET', path, { cookie: await http.cookieOf(http.person(person)) });
const AS = '/api/partnerships/northvale/as/northvale-p1';

it('[SENS6] each document stands with what the seat may do by itself; those that one may not read are not named', async () => {
  const { status, json } = await get('Marsha Odell', AS);
  expect(status).toBe(200);
  expect(json.seat).toEqual({
    id: 'northvale-p1',
    name: 'Larchmere Care Ltd',
    side: 'contracted_provider',
  });
  const { documents } = json as AsSeatAnswer;
  expect(Object.fromEntries(documents.map(({ id, right }) => [id, right]))).toEqual({
    plan: 'edit',
    reference: 'comment',
    hidden: 'none',
  });
  run("delete from member_role where member_id = 'gwen-sallis'");
  for (const { id, right } of documents)
    expect((await documentAccess(http.db, 'gwen-sallis', id))?.right ?? 'none').toBe(right);
});

it('[SENS6] the reading view shows the same words under the seat’s right, and its refusal where it sees nothing', async () => {
  const plain = (await get('Marsha Odell', '/read/reference')).json;
  const seen = await get('Marsha Odell', '/read/reference?as=northvale-p1');
  expect(seen.json).toContain('You are seeing this as Larchmere Care Ltd does.');
  expect(seen.json).toContain('They can comment on it, and not change it.');
  expect(seen.json).not.toContain('Write in it');
  expect(plain).toContain('Write in it');
  const [none, never] = await Promise.all(
    ['/read/hidden?as=northvale-p1', '/read/never-was'].map((path) => get('Marsha Odell', path)),
  );
  expect([none?.status, none?.json]).toEqual([404, never?.json]);
  const gwen = await get('Gwen Sallis', '/read/hidden');
  expect([gwen.status, gwen.json]).toEqual([404, never?.json]);
});

it('[SENS6] looking as a seat never shows more: not to members, not of other seats, not of other partnerships', async () => {
  expect((await get('Marsha Odell', '/read/closed?as=northvale-p1')).status).toBe(404);
  expect((await get('Priya Nandra', AS)).status).toBe(403);
  expect((await get('Priya Nandra', '/read/plan?as=northvale-p1')).status).toBe(404);
  for (const seat of ['never', 'x'.repeat(300), '']) {
    expect((await get('Marsha Odell', `/api/partnerships/northvale/as/${seat || '%20'}`)).status).toBe(404);
    expect((await get('Marsha Odell', `/read/plan?as=${seat}`)).status).toBe(404);
  }
  run("update seat set retired_at = 1 where id = 'northvale-p1'");
  expect((await get('Marsha Odell', AS)).status).toBe(404);
});
