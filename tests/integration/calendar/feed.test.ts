import { afterEach, beforeEach, expect, it } from 'vitest';
import { DAY, FACILITATOR, HOUR, startTable, type Table, taking } from '../decisions/table.ts';
import { calendarsAt, OWN_CALENDAR as OWN } from './calendars.ts';

const [PRIYA, RON, DEL] = ['Priya Nandra', 'Ron Tasker', 'Del Fenn'] as const;

let table: Table;
beforeEach(async () => {
  table = await startTable();
});
afterEach(() => table.stop());

const { read, made, entries, summaries, sql } = calendarsAt(() => table);

it('[CAL5] a calendar holds what closes, what is asked and what is due, each with its page', async () => {
  const [priya, marsha] = [await made(PRIYA), await made(FACILITATOR)];
  const id = await table.opened();
  const plan = await table.addDocument('the-plan');
  const asked = await table.as(FACILITATOR, 'POST', `/api/documents/${plan}/askings`, {
    ...{ requestId: 'first', rung: 'consult', seatIds: ['northvale-c1'], memberIds: [], minutes: 10 },
    ...{
      closesAt: table.clock.now + 10 * DAY,
      background: 'There is money.',
      difference: 'Where it stops.',
      stillOpen: true,
    },
  });
  expect(asked.status).toBe(201);
  const [round, asking] = await entries(priya);
  expect(asking?.text('SUMMARY')).toBe('Have your say by now: “the-plan”');
  expect(round?.text('SUMMARY')).toBe('Answer by now: D1 Shall we start the shared trips?');
  expect(round?.properties.get('URL')?.raw).toBe(`${table.url}/decisions/${id}`);
  expect(round?.properties.get('UID')?.raw).toBe(`round-${id}-1@${new URL(table.url).host}`);
  expect(round?.properties.get('DTSTART')).toEqual({ params: {}, raw: '20250408T090000Z' });
  expect(round?.text('DESCRIPTION')?.split('\n')).toEqual([
    'Your seat is asked to answer.',
    'The round closes and is counted.',
    'Time: Tuesday 8 April 2025 at 10:00 BST (Europe/London)',
    `Open it: ${table.url}/decisions/${id}`,
  ]);
  expect(await summaries(marsha)).toEqual([
    'Round closes: D1 Shall we start the shared trips?',
    'Asking closes: “the-plan”',
  ]);
});

it('[CAL5] a calendar asks once for one answer where people are asked to decide until the round closes', async () => {
  const path = await made(PRIYA);
  const id = await table.opened();
  const closesAt = table.clock.now + 7 * DAY;
  const decide = await table.as(FACILITATOR, 'POST', `/api/decisions/${id}/askings`, {
    ...{ requestId: 'second', rung: 'decide', seatIds: ['northvale-c1'], memberIds: [], minutes: 5 },
    ...{ closesAt, background: 'There is money.', difference: 'All of it.', stillOpen: true },
  });
  expect(decide.status).toBe(201);
  expect(await summaries(path)).toEqual(['Answer by now: D1 Shall we start the shared trips?']);
});

it('[CAL6] a calendar is written by the rights of each reading: what one may not read any more is gone', async () => {
  const path = await made(PRIYA);
  const id = await table.opened();
  expect(await summaries(path)).toHaveLength(1);
  sql("update decision set sensitivity = 'restricted' where id = ?", id);
  const [restricted] = await entries(path);
  expect(restricted?.text('SUMMARY')).toBe('Answer by now: D1');
  expect(restricted?.text('DESCRIPTION')).not.toContain('shared trips');
  sql('delete from seat_holding where member_id = ?', table.person(PRIYA));
  expect(await entries(path)).toEqual([]);
  const plan = await table.addDocument('the-plan');
  await table.as(FACILITATOR, 'POST', `/api/documents/${plan}/askings`, {
    ...{ requestId: 'third', rung: 'consult', seatIds: ['northvale-g1'], memberIds: [], minutes: 5 },
    ...{
      closesAt: table.clock.now + 10 * DAY,
      background: 'There is money.',
      difference: 'Some.',
      stillOpen: true,
    },
  });
  const ron = await made(RON);
  expect(await summaries(ron)).toContain('Have your say by now: “the-plan”');
  sql('delete from document_right where document_id = ?', plan);
  expect(JSON.stringify(await summaries(ron))).not.toContain('the-plan');
});

it('[CAL6] the calendar of one partnership has nothing of another', async () => {
  await table.opened();
  sql("update member set account_id = ? where id = 'stranger-there'", table.person(PRIYA));
  const elsewhere = await table.as(PRIYA, 'POST', '/api/partnerships/elsewhere/me/calendar', {});
  const path = elsewhere.json.address.slice(table.url.length);
  expect(await entries(path)).toEqual([]);
  const own = await made(PRIYA);
  await table.as(PRIYA, 'DELETE', '/api/partnerships/elsewhere/me/calendar', {});
  expect([(await read(path)).status, (await read(own)).status]).toEqual([404, 200]);
});

it('[CAL7] a calendar is the same to the letter whether or not others answer, while answers are hidden', async () => {
  const path = await made(PRIYA);
  const id = await table.opened({ visibility: { when: 'when_closed', by: 'seat' } });
  const before = (await read(path)).json;
  table.clock.now += HOUR;
  const block = { choice: 'block', harm: 'Nobody could come home.', reason: 'Too late.' } as const;
  expect((await table.act(RON, id, taking('northvale-g1', block))).status).toBe(200);
  expect((await table.act(DEL, id, taking('northvale-u1'))).status).toBe(200);
  table.clock.now += HOUR;
  expect((await read(path)).json).toBe(before);
  expect((await table.as(PRIYA, 'GET', OWN)).json.count).toBe(1);
});

it('[CAL10] a calendar tells an entry that moved: the same name, a number that goes up, and when', async () => {
  const path = await made(PRIYA);
  const id = await table.opened();
  table.clock.now += HOUR;
  const facts = async () => {
    const [entry] = await entries(path);
    const raw = (name: string) => entry?.properties.get(name)?.raw ?? '';
    return {
      ...{ uid: raw('UID'), starts: raw('DTSTART') },
      number: Number(raw('SEQUENCE')),
      at: raw('DTSTAMP'),
    };
  };
  const before = await facts();
  table.clock.now += HOUR;
  expect(await facts()).toEqual(before);
  const closesAt = table.clock.now + 9 * DAY;
  await table.act(FACILITATOR, id, { kind: 'extend', closesAt, reason: 'Holidays' });
  const after = await facts();
  expect(after.uid).toBe(before.uid);
  expect([after.starts > before.starts, after.at > before.at]).toEqual([true, true]);
  expect(after.number).toBeGreaterThan(before.number);
  // Within one second, and by a clock that was put back.
  table.clock.now -= DAY;
  sql("update partnership set time_zone = 'America/New_York'");
  const again = await facts();
  expect([again.number > after.number, again.at > after.at]).toEqual([true, true]);
  table.clock.now += DAY;
  await table.act(FACILITATOR, id, { kind: 'withdraw', reason: 'Too soon' });
  expect(await entries(path)).toEqual([]);
});

it('[CAL11] a calendar names people as the partnership knows them', async () => {
  const path = await made(PRIYA);
  const at = table.clock.now;
  sql(
    "insert into behaviour (id, partnership_id, leader_id, created_at) values ('b1', 'northvale', ?, ?)",
    table.person(RON),
    at,
  );
  sql(
    `insert into behaviour_version (behaviour_id, version, will, will_not, seen, value_ids, review_at, written_by, at, signed_at)
     values ('b1', 1, 'Say no early', 'x', 'x', '[]', ?, ?, ?, ?)`,
    ...[at + 30 * DAY, table.person(RON), at, at],
  );
  expect(await summaries(path)).toEqual([`Look again at what ${RON} promised`]);
  const named = await table.as(RON, 'PUT', '/api/partnerships/northvale/me/pseudonym', { name: 'Kestrel' });
  expect(named.status).toBe(200);
  const [entry] = await entries(path);
  expect(entry?.text('SUMMARY')).toBe('Look again at what Kestrel promised');
  expect(entry?.properties.get('DTSTART')).toEqual({ params: { VALUE: 'DATE' }, raw: '20250501' });
  const own = await read(await made(RON));
  expect(own.json).toContain('what you promised');
  expect(own.json).not.toMatch(/Ron|Tasker/);
});
