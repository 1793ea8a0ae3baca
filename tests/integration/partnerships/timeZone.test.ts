import { afterEach, beforeEach, expect, it } from 'vitest';
import { DAY, FACILITATOR, startTable, type Table } from '../decisions/table.ts';

const HERE = '/api/partnerships/northvale';

let table: Table;
beforeEach(async () => {
  table = await startTable();
});
afterEach(() => table.stop());

const now = async () => (await table.as(FACILITATOR, 'GET', HERE)).json;

/** Changes the time zone and nothing else. */
async function setZone(timeZone: unknown, name: string = FACILITATOR) {
  const { name: called, place, purpose, whyTogether, whyNow, preset, version } = await now();
  const same = { name: called, place, purpose, whyTogether, whyNow, preset, version };
  return table.as(name, 'PATCH', HERE, { ...same, timeZone, reason: 'We moved' });
}

it('[ZONE1] a facilitator chooses the time zone, and the journal keeps both', async () => {
  expect((await now()).timeZone).toBe('Europe/London');
  const { status, json } = await setZone('America/New_York');
  expect([status, json.timeZone]).toEqual([200, 'America/New_York']);
  const { lines } = (await table.as('Ron Tasker', 'GET', `${HERE}/journal`)).json;
  expect(lines[0]).toMatchObject({
    kind: 'partnership_changed',
    reason: 'We moved',
    details: ['Time zone: “America/New_York”, before “Europe/London”'],
  });
  expect((await setZone('UTC', 'Ron Tasker')).status).toBe(403);
  expect((await now()).timeZone).toBe('America/New_York');
});

it('[ZONE1] only a zone that there is can be chosen, by whichever of its names', async () => {
  for (const wrong of ['', 'Europe/Nowhere', '+01:00', '-0500', 'x'.repeat(65), 'Europe/London\n', null, 5]) {
    const { status, json } = await setZone(wrong);
    expect([wrong, status, json.error?.fields]).toEqual([
      ...[wrong, 422],
      { timeZone: 'Choose a time zone from the list.' },
    ]);
  }
  expect((await now()).timeZone).toBe('Europe/London');
  // The same place: one is what this machine calls it, the other what a newer browser does.
  const [older, newer] = [await setZone('Asia/Calcutta'), await setZone('Asia/Kolkata')];
  expect(newer.json.timeZone).toBe(older.json.timeZone);
  expect((await setZone('utc')).json.timeZone).toBe('UTC');
});

it('[ZONE1] of two who change the partnership at once, the second is told', async () => {
  const { version, name, place, purpose, whyTogether, whyNow, preset } = await now();
  await setZone('Europe/Dublin');
  const same = { name, place, purpose, whyTogether, whyNow, preset, version, reason: 'r' };
  expect((await table.as(FACILITATOR, 'PATCH', HERE, { ...same, timeZone: 'UTC' })).status).toBe(409);
  const fresh = await now();
  const old = { ...same, version: fresh.version, place: 'Fenwick' };
  // A page that was opened before there was such a field changes what it knows of.
  expect((await table.as(FACILITATOR, 'PATCH', HERE, old)).json).toMatchObject({
    place: 'Fenwick',
    timeZone: 'Europe/Dublin',
  });
});

it('[ZONE2] what is told, printed and asked by a link says times by the partnership’s clock', async () => {
  const id = await table.opened();
  await setZone('America/New_York');
  const closes = /8 April 2025 at 05:00/;
  const tell = table.db.raw.prepare('select id from notice limit 1').get();
  expect(tell).toBeDefined();
  const paper = await table.as('Priya Nandra', 'GET', `/decisions/${id}/paper`);
  expect(paper.json).toMatch(closes);
  const link = await table.as(FACILITATOR, 'POST', `${HERE}/links`, {
    ...{ memberId: table.person('Ron Tasker'), seatId: 'northvale-g1', mail: false, days: 30, answer: true },
    about: { kind: 'decision', id },
  });
  expect(link.status).toBe(201);
  const page = await table.call('GET', new URL(link.json.address).pathname);
  expect(page.json).toMatch(closes);
  expect((await table.as('Priya Nandra', 'GET', `${HERE}/me/notices-settings`)).json.timeZone).toBe(
    'America/New_York',
  );
  table.clock.now += DAY;
});
