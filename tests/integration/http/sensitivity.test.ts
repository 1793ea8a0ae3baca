import { afterEach, beforeEach, expect, it } from 'vitest';
import { memberRole } from '../../../db/schema/partnerships.ts';
import { documentAccess } from '../../../server/documents/access.ts';
import type { AccessPerson } from '../../../shared/documents/accessApi.ts';
import { type HttpWorld, startHttp } from './server.ts';

let http: HttpWorld;
let clock = Date.parse('2025-05-01T10:00:00Z');
beforeEach(async () => {
  clock = Date.now();
  http = await startHttp({ now: () => clock });
  await http.addDocument('plan', 'steering');
});
afterEach(() => http.stop());

const as = async (person: string) => {
  const cookie = await http.cookieOf(http.person(person));
  return {
    get: (path: string) => http.call('GET', path, { cookie }),
    set: (sensitivity: string, reason?: string) =>
      http.call('PUT', '/api/documents/plan/sensitivity', { cookie, body: { sensitivity, reason } }),
  };
};
const journal = () =>
  http.db.raw
    .prepare("select kind, detail from journal_entry where kind = 'document_sensitivity_changed'")
    .all()
    .map((row) => JSON.parse((row as { detail: string }).detail));

it('[SENS1] an administrator who was given a right reads a document, and finds nothing once it is restricted', async () => {
  http.db.orm.insert(memberRole).values({ memberId: 'sam-iqbal', role: 'administrator' }).run();
  http.db.raw
    .prepare("update document_right set right = 'none' where document_id = 'plan' and holder_kind = 'role'")
    .run();
  http.db.raw
    .prepare(
      "update document_right set right = 'edit' where holder in ('administrator', 'facilitator') and document_id = 'plan'",
    )
    .run();
  const [sam, marsha] = [await as('Sam Iqbal'), await as('Marsha Odell')];
  expect((await sam.get('/read/plan')).status).toBe(200);
  expect((await marsha.set('restricted')).status).toBe(200);
  for (const path of ['/read/plan', '/api/documents/plan', '/api/documents/plan/text'])
    expect((await sam.get(path)).status).toBe(404);
  const list = (await sam.get('/api/partnerships/northvale/documents')).json.documents;
  expect(list).toEqual([]);
  expect(http.changes).toContainEqual({ kind: 'document', documentId: 'plan' });
});

it('[SENS2] whoever opens a document that is restricted for procurement is noted, before and after not', async () => {
  const [marsha, gwen, priya] = [await as('Marsha Odell'), await as('Gwen Sallis'), await as('Priya Nandra')];
  await gwen.get('/read/plan');
  const seen = async () => (await marsha.get('/api/documents/plan/access')).json.seen;
  expect(await seen()).toEqual([]);
  await marsha.set('procurement');
  const began = clock;
  await gwen.get('/read/plan.md');
  clock += 60_000;
  await priya.get('/api/documents/plan/text');
  await gwen.get('/read/plan.txt');
  expect(await seen()).toEqual([
    { memberId: 'gwen-sallis', name: 'Gwen Sallis', firstAt: began, lastAt: clock, times: 1 },
    { memberId: 'priya-nandra', name: 'Priya Nandra', firstAt: clock, lastAt: clock, times: 1 },
  ]);
  clock += 3_600_000;
  await gwen.get('/read/plan');
  expect((await seen())[0]).toEqual({
    memberId: 'gwen-sallis',
    name: 'Gwen Sallis',
    firstAt: began,
    lastAt: clock,
    times: 2,
  });
  await marsha.set('members', 'The award is made.');
  await (await as('Ron Tasker')).get('/read/plan');
  expect(await seen()).toHaveLength(2);
});

it('[SENS2] who is refused is not noted, and who has left stays in the list', async () => {
  const [marsha, gwen, sam] = [await as('Marsha Odell'), await as('Gwen Sallis'), await as('Sam Iqbal')];
  http.db.raw.prepare("delete from document_right where holder = 'records_officer'").run();
  await marsha.set('procurement');
  expect((await sam.get('/read/plan')).status).toBe(404);
  await gwen.get('/read/plan');
  http.db.raw.prepare("update member set left_at = 1 where id = 'gwen-sallis'").run();
  await gwen.get('/read/plan');
  const { seen } = (await marsha.get('/api/documents/plan/access')).json;
  expect(seen).toMatchObject([{ name: 'Gwen Sallis', times: 1 }]);
});

it('[SENS3] letting more people know it is refused without a reason, and the reason is in the journal', async () => {
  const marsha = await as('Marsha Odell');
  expect((await marsha.set('procurement')).status).toBe(200);
  const refused = await marsha.set('open', '   ');
  expect([refused.status, refused.json.error.fields]).toEqual([422, { reason: expect.any(String) }]);
  expect((await marsha.set('open', 'The award is made.')).json).toEqual({ sensitivity: 'open' });
  expect(await marsha.set('open')).toMatchObject({ status: 200 });
  expect(journal()).toEqual([
    { from: 'members', to: 'procurement', reason: '' },
    { from: 'procurement', to: 'open', reason: 'The award is made.' },
  ]);
});

it('[SENS3] a document that only administrators write in can’t be restricted: nobody could write in it', async () => {
  http.db.orm.insert(memberRole).values({ memberId: 'sam-iqbal', role: 'administrator' }).run();
  http.db.raw
    .prepare(
      "update document_right set right = case holder when 'administrator' then 'edit' when 'facilitator' then 'read' else 'none' end",
    )
    .run();
  const { status, json } = await (await as('Marsha Odell')).set('restricted');
  expect([status, json.error.fields]).toEqual([422, { sensitivity: expect.any(String) }]);
  expect((await (await as('Sam Iqbal')).get('/read/plan')).status).toBe(200);
});

it('[SENS4] for everyone, the access page says what they can really do, and why', async () => {
  http.db.orm.insert(memberRole).values({ memberId: 'sam-iqbal', role: 'administrator' }).run();
  http.db.raw
    .prepare(
      "update document_right set right = case holder when 'administrator' then 'edit' when 'records_officer' then 'none' else right end where document_id = 'plan'",
    )
    .run();
  const marsha = await as('Marsha Odell');
  for (const sensitivity of ['members', 'restricted']) {
    await marsha.set(sensitivity);
    const { json } = await marsha.get('/api/documents/plan/access');
    expect(json.sensitivity).toBe(sensitivity);
    expect(json.people).toHaveLength(18);
    for (const person of json.people as AccessPerson[]) {
      const access = await documentAccess(http.db, person.memberId, 'plan');
      expect([person.name, person.right, person.mayManage]).toEqual([
        person.name,
        access?.right ?? 'none',
        access?.mayManage ?? false,
      ]);
    }
  }
  const { people } = (await marsha.get('/api/documents/plan/access')).json;
  const of = (name: string) => people.find((person: AccessPerson) => person.name === name);
  expect(of('Gwen Sallis')).toMatchObject({
    side: 'contracted_provider',
    right: 'comment',
    because: [{ holderKind: 'seat', name: 'Larchmere Care Ltd', effect: 'gives' }],
  });
  expect(of('Sam Iqbal')).toMatchObject({
    right: 'none',
    because: [
      { holderKind: 'role', name: 'Records officer', effect: 'gives_nothing' },
      { holderKind: 'role', name: 'Administrator', effect: 'withheld' },
    ],
  });
});
