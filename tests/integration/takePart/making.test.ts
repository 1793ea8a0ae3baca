import { afterAll, beforeAll, expect, it } from 'vitest';
import { FACILITATOR, startTable, type Table } from '../decisions/table.ts';
import { open, send } from './visitor.ts';

let table: Table;
beforeAll(async () => {
  table = await startTable();
});
afterAll(() => table.stop());

const AT = '/api/partnerships/northvale';
const wanted = (decisionId: string, memberId: string, seatId = 'northvale-g1') => ({
  ...{ memberId, seatId, about: { kind: 'decision', id: decisionId }, answer: true, days: 14, mail: false },
});

it('[BYLINK16] a facilitator makes a link for anyone in a seat, its holder for that seat, and nobody else', async () => {
  const id = await table.opened();
  const ron = table.person('Ron Tasker');
  const make = async (who: string, seat?: string) =>
    (await table.as(who, 'POST', `${AT}/links`, wanted(id, ron, seat))).status;
  expect(await make(FACILITATOR)).toBe(201);
  expect(await make('Ron Tasker')).toBe(201);
  expect(await make('Priya Nandra')).toBe(403);
  expect(await make(FACILITATOR, 'northvale-c1')).toBe(422);
  const lines = async (who: string) => (await table.as(who, 'GET', `${AT}/links`)).json.links;
  expect(await lines(FACILITATOR)).toMatchObject([
    { person: 'Ron Tasker', state: 'works', usedAt: null },
    {},
  ]);
  expect(await lines('Priya Nandra')).toEqual([]);
  // What few may see is told of to those few only.
  table.db.raw.prepare("update decision set sensitivity = 'restricted' where id = ?").run(id);
  const observer = wanted(id, table.person('Sam Iqbal'), '');
  const refused = await table.as(FACILITATOR, 'POST', `${AT}/links`, { ...observer, seatId: null });
  expect(refused.status).toBe(422);
});

it('[BYLINK16] a link that was taken back does nothing; its list says so, and never who opened what', async () => {
  const id = await table.opened();
  const body = wanted(id, table.person('Ron Tasker'));
  const { json } = await table.as(FACILITATOR, 'POST', `${AT}/links`, body);
  const path = new URL(json.address).pathname;
  const fields = { ...(await open(table, path)).form('answer'), choice: 'agree' };
  const revoke = (who: string) => table.as(who, 'POST', `${AT}/links/${json.id}/revocation`, {});
  expect((await revoke('Priya Nandra')).status).toBe(404);
  expect((await revoke('Ron Tasker')).status).toBe(200);
  expect((await send(table, `${path}/answer`, fields)).status).toBe(403);
  const { links } = (await table.as(FACILITATOR, 'GET', `${AT}/links`)).json;
  expect(links.find((line: { id: string }) => line.id === json.id)).toMatchObject({
    state: 'taken_back',
    usedAt: null,
  });
});

it('[BYLINK17] somebody without an address is added to a seat, answers by a link, and can sign in by no way', async () => {
  const id = await table.opened();
  const person = { name: 'Ravi Patel', seatId: 'northvale-g1', kind: 'substitute' };
  expect((await table.as('Ron Tasker', 'POST', `${AT}/people`, person)).status).toBe(403);
  const { status, json } = await table.as(FACILITATOR, 'POST', `${AT}/people`, person);
  expect(status).toBe(201);
  const made = await table.as('Ron Tasker', 'POST', `${AT}/links`, wanted(id, json.memberId));
  const path = new URL(made.json.address).pathname;
  const page = await open(table, path);
  expect(page.text).toContain('You are answering for Skelby Good Neighbours, as Ravi Patel.');
  const done = await send(table, `${path}/answer`, { ...page.form('answer'), choice: 'agree' });
  expect(done.status).toBe(200);
  const mail = await table.as(FACILITATOR, 'POST', `${AT}/links`, {
    ...wanted(id, json.memberId),
    mail: true,
  });
  expect(mail.status).toBe(422);
  // They may not be the only ones who run it: nobody could sign in to.
  const found = (await table.as(FACILITATOR, 'GET', AT)).json;
  const { version } = found.members.find((each: { id: string }) => each.id === json.memberId);
  const roles = { roles: ['facilitator'], version, reason: 'r' };
  expect((await table.as(FACILITATOR, 'PUT', `${AT}/members/${json.memberId}/roles`, roles)).status).toBe(
    200,
  );
  const handing = { to: json.memberId, reason: 'r' };
  expect((await table.as(FACILITATOR, 'POST', `${AT}/facilitation`, handing)).status).toBe(422);
});
