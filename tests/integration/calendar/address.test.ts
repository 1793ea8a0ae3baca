import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DAY, FACILITATOR, HOUR, startTable, type Table } from '../decisions/table.ts';
import { calendarsAt, OWN_CALENDAR as OWN } from './calendars.ts';

const [PRIYA, RON, DEL] = ['Priya Nandra', 'Ron Tasker', 'Del Fenn'] as const;

let table: Table;
beforeEach(async () => {
  table = await startTable();
});
afterEach(() => table.stop());

const { read, made, sql } = calendarsAt(() => table);

it('[CAL1] an address is made, holds nothing but its secret, and shows what its calendar holds', async () => {
  const id = await table.opened();
  expect((await table.as(PRIYA, 'GET', OWN)).json).toMatchObject({ madeAt: null, count: 1 });
  const path = await made(PRIYA);
  expect(path).toMatch(/^\/calendar\/[0-9a-f]{32}\.ics$/);
  expect((await table.as(PRIYA, 'GET', OWN)).json).toEqual({
    madeAt: table.clock.now,
    count: 1,
    holds: [
      {
        ...{ key: `round-${id}-1`, summary: 'Answer by now: D1 Shall we start the shared trips?' },
        ...{ at: table.clock.now + 7 * DAY, day: null, href: `/decisions/${id}` },
      },
    ],
  });
  expect((await table.as(RON, 'GET', OWN)).json.madeAt).toBeNull();
});

it('[CAL1] an address that is made anew or taken back works no longer, from that moment', async () => {
  const first = await made(PRIYA);
  expect((await read(first)).status).toBe(200);
  const second = await made(PRIYA);
  expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
  const { etag } = Object.fromEntries((await read(second)).headers);
  expect((await table.as(PRIYA, 'DELETE', OWN, {})).json.madeAt).toBeNull();
  expect((await read(second)).status).toBe(404);
  expect((await read(second, { 'if-none-match': etag ?? '' })).status).toBe(404);
  expect((await table.as(PRIYA, 'DELETE', OWN, {})).status).toBe(200);
});

it('[CAL2] an address that is wrong, taken back, of someone who left or may not sign in answers alike', async () => {
  const [takenBack, left, closed] = [await made(PRIYA), await made(RON), await made(DEL)];
  await table.as(PRIYA, 'DELETE', OWN, {});
  sql('update member set left_at = 1 where id = ?', table.person(RON));
  sql('update account set disabled_at = 1 where id = ?', table.person(DEL));
  const never = `/calendar/${'0'.repeat(32)}.ics`;
  const answers = [];
  for (const path of [
    never,
    takenBack,
    left,
    closed,
    '/calendar/x.ics',
    '/calendar/%00',
    never.slice(0, -4),
  ]) {
    const { status, json, headers } = await read(path);
    answers.push({ status, json, headers: withoutDates(headers) });
  }
  expect(answers[0]).toMatchObject({ status: 404, json: { error: { code: 'not_found' } } });
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
});

function withoutDates(headers: Headers) {
  const own = new Set(['date', 'content-security-policy']);
  return [...headers].filter(([name]) => !own.has(name));
}

it('[CAL2] a calendar is read without signing in, and nobody is looked at', async () => {
  const path = await made(PRIYA);
  const cookie = await table.cookieOf(table.person(RON));
  const [nobody, ron] = [await read(path), await table.call('GET', path, { cookie })];
  expect([nobody.status, ron.json]).toEqual([200, nobody.json]);
  expect([nobody.headers.get('set-cookie'), nobody.headers.get('vary')]).toEqual([null, null]);
});

it('[CAL3] a calendar is kept by nobody but who asked, handed on to nobody, and found by no search', async () => {
  const { headers } = await read(await made(PRIYA));
  expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(headers.get('cache-control')).toBe('private, max-age=300');
  expect(headers.get('x-robots-tag')).toBe('noindex');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

it('[CAL3] a calendar that is the same as before sends nothing, and all of it once it is not', async () => {
  const path = await made(PRIYA);
  const etag = (await read(path)).headers.get('etag') ?? '';
  expect(etag).toMatch(/^"[\w-]{43}"$/);
  table.clock.now += HOUR;
  for (const asked of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const same = await read(path, { 'if-none-match': asked });
    expect([same.status, same.json, same.headers.get('etag')]).toEqual([304, '', etag]);
  }
  expect((await read(path, { 'if-none-match': '"other"' })).status).toBe(200);
  await table.opened();
  const changed = await read(path, { 'if-none-match': etag });
  expect([changed.status, changed.headers.get('etag') === etag]).toEqual([200, false]);
  const head = await table.call('HEAD', path);
  expect([head.status, head.headers.get('etag'), head.json]).toEqual([200, changed.headers.get('etag'), '']);
});

it('[CAL3] a calendar that is read too often has to wait, and others’ do not', async () => {
  const [path, other] = [await made(PRIYA), await made(RON)];
  for (let times = 0; times < 30; times++) expect((await read(path)).status).toBe(200);
  const refused = await read(path);
  expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
  expect((await read(other)).status).toBe(200);
});

it('[CAL4] an address has its secret in no table, no file and no log', async () => {
  const path = await made(PRIYA);
  const secret = path.slice('/calendar/'.length, -'.ics'.length);
  await table.opened();
  for (const each of [path, path.slice(0, -4), `${path}/more`]) await read(each);
  await read(path, { 'if-none-match': '*' });
  await table.call('POST', path, { body: {} });
  sql('drop table calendar_stamp');
  expect((await read(path)).status).toBe(500);
  await table.as(PRIYA, 'DELETE', OWN, {});
  table.db.raw.pragma('wal_checkpoint(TRUNCATE)');
  expect(readFileSync(join(table.folder, 'trialogue.db'), 'latin1')).not.toContain(secret);
  expect(table.logged.join()).toContain('/calendar/:token');
  expect(table.logged.join()).not.toContain(secret);
});

it('[CAL12] an address is its person’s own business: the journal tells it to nobody else', async () => {
  await made(PRIYA);
  await table.as(PRIYA, 'DELETE', OWN, {});
  const kinds = async (name: string) => {
    const { lines } = (await table.as(name, 'GET', '/api/partnerships/northvale/journal')).json;
    return lines.map(({ kind }: { kind: string }) => kind).filter((kind: string) => /^calendar/.test(kind));
  };
  expect(await kinds(PRIYA)).toEqual(['calendar_taken_back', 'calendar_made']);
  expect([await kinds(RON), await kinds(FACILITATOR)]).toEqual([[], []]);
});
