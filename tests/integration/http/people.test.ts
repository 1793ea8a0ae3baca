import { afterEach, beforeEach, expect, it } from 'vitest';
import { WORLD_TIME } from '../../world.ts';
import { type HttpWorld, STRANGER, startHttp } from './server.ts';

let http: HttpWorld;
let clock = WORLD_TIME;
beforeEach(async () => {
  clock = Date.now();
  http = await startHttp({ now: () => clock });
});
afterEach(() => http.stop());

const signInAs = (person: string) => http.call('POST', '/api/example/sign-in', { body: { person } });
const me = (cookie?: string) => http.call('GET', '/api/me', { cookie });
const cookieIn = (headers: Headers) => headers.get('set-cookie')?.split(';')[0];

it('[PPL1] the first page lists everyone in the example, with who they are', async () => {
  const { json } = await http.call('GET', '/api/example/people');
  expect(json.partnership).toMatchObject({ id: 'northvale', place: 'Northvale (invented)' });
  expect(json.people).toHaveLength(18);
  expect(json.people[0]).toMatchObject({
    name: 'Priya Nandra',
    isPseudonym: false,
    seat: { code: 'C1', side: 'commissioner', kind: 'holder' },
  });
  expect(json.people).toContainEqual(expect.objectContaining({ name: 'Juniper', isPseudonym: true }));
  expect(json.people).toContainEqual(
    expect.objectContaining({ name: 'Marsha Odell', seat: null, roles: ['facilitator'] }),
  );
});

it('[PPL1] one click signs in as any of them', async () => {
  for (const person of ['Priya Nandra', 'Ron Tasker', 'Heron', 'Cllr Ada Pryce']) {
    const { status, headers, json } = await signInAs(person);
    expect({ status, json }).toEqual({
      status: 200,
      json: { account: { id: http.person(person), name: person } },
    });
    expect((await me(cookieIn(headers))).json.account.name).toBe(person);
  }
});

it('[PPL2] nobody outside the example can be signed in that way', async () => {
  for (const person of ['A stranger', 'Nobody', '', 'priya nandra']) {
    const { status, headers, json } = await signInAs(person);
    expect({ status, fields: json.error.fields }).toEqual({
      status: 422,
      fields: { person: expect.any(String) },
    });
    expect(headers.get('set-cookie')).toBeNull();
  }
  http.db.raw
    .prepare(
      "insert into member (id, partnership_id, account_id, name, joined_at) values ('x', 'northvale', ?, 'Real', 1)",
    )
    .run(STRANGER);
  expect((await signInAs('Real')).status).toBe(422);
});

it('[PPL2] without example mode there are no such routes, as for any address that does not exist', async () => {
  const real = await startHttp({ config: { example: false } });
  const [list, signIn, none] = await Promise.all([
    real.call('GET', '/api/example/people'),
    real.call('POST', '/api/example/sign-in', { body: { person: 'Priya Nandra' } }),
    real.call('GET', '/api/no-such'),
  ]);
  for (const { status, json, headers } of [list, signIn]) {
    expect({ status, json }).toEqual({ status: 404, json: none.json });
    expect(headers.get('set-cookie')).toBeNull();
  }
  expect((await real.call('GET', '/api/me')).json).toEqual({
    account: null,
    example: false,
    mayFound: false,
    administrator: false,
    partnerships: [],
  });
  await real.stop();
});

it('[PPL3] the cookie is out of reach of scripts and other sites, and only its hash is kept', async () => {
  const { headers } = await signInAs('Ron Tasker');
  const set = headers.get('set-cookie') ?? '';
  expect(set).toMatch(/^trialogue=[a-z0-9]{40};/);
  for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=2592000']) expect(set).toContain(part);
  expect(set).not.toMatch(/domain/i);
  const secret = cookieIn(headers)?.split('=')[1] as string;
  expect(JSON.stringify(http.db.raw.prepare('select * from sign_in').all())).not.toContain(secret);
});

it('[PPL3] every sign-in is a new one, so that nobody can lay a known cookie under it', async () => {
  const laid = `trialogue=${'a'.repeat(40)}`;
  const answer = await http.call('POST', '/api/example/sign-in', {
    cookie: laid,
    body: { person: 'Ron Tasker' },
  });
  expect(cookieIn(answer.headers)).not.toBe(laid);
  expect((await me(laid)).json.account).toBeNull();
});

it('[PPL4] signing out ends that browser at once, not the others, and tells open connections', async () => {
  const person = http.person('Ron Tasker');
  const [phone, desk] = [await http.cookieOf(person), await http.cookieOf(person)];
  const { status, json, headers } = await http.call('POST', '/api/sign-out', { cookie: phone, body: {} });
  expect({ status, json }).toEqual({ status: 200, json: {} });
  expect(headers.get('set-cookie')).toMatch(/^trialogue=;.*Max-Age=0/);
  expect((await me(phone)).json.account).toBeNull();
  expect((await me(desk)).json.account.name).toBe('Ron Tasker');
  expect(http.changes).toEqual([{ kind: 'account', accountId: person }]);
  expect((await http.call('GET', '/api/templates', { cookie: phone })).status).toBe(401);
});

it('[PPL4] an account that is disabled is signed in nowhere', async () => {
  const cookie = await http.cookieOf(http.person('Ron Tasker'));
  http.db.raw.prepare("update account set disabled_at = 1 where id = 'ron-tasker'").run();
  expect((await me(cookie)).json.account).toBeNull();
  expect((await signInAs('Ron Tasker')).status).toBe(422);
});

it('[PPL4] a sign-in past its time is over, and one in use is renewed', async () => {
  const cookie = await http.cookieOf(http.person('Ron Tasker'));
  expect((await me(cookie)).headers.get('set-cookie')).toBeNull();
  const inDays = (days: number) =>
    http.db.raw.prepare('update sign_in set expires_at = ?').run(Date.now() + days * 86_400_000);
  inDays(10);
  expect((await me(cookie)).headers.get('set-cookie')).toContain(`${cookie};`);
  inDays(-1);
  expect((await me(cookie)).json.account).toBeNull();
});

it('[PPL5] you see your own partnerships with what you hold there', async () => {
  const { json } = await me(await http.cookieOf(http.person('Juniper')));
  expect(json).toEqual({
    account: { id: 'juniper', name: 'Juniper' },
    example: true,
    mayFound: true,
    administrator: false,
    partnerships: [
      {
        id: 'northvale',
        name: 'Northvale Day Support and Getting There Partnership',
        place: 'Northvale (invented)',
        member: {
          id: 'juniper',
          name: 'Juniper',
          isPseudonym: true,
          roles: [],
          seats: [
            expect.objectContaining({ code: 'U2', kind: 'substitute', side: 'people_who_use_services' }),
          ],
        },
      },
    ],
  });
});

it('[PPL5] a member sees the table: every seat in its order, who holds it, and the others by name', async () => {
  const { json } = await http.call('GET', '/api/partnerships/northvale', {
    cookie: await http.cookieOf(http.person('Heron')),
  });
  expect(json.seats.map((seat: { code: string }) => seat.code).join(' ')).toBe(
    'C1 C2 C3 P1 P2 P3 G1 G2 G3 U1 U2',
  );
  expect(json.seats.at(-1).holders).toEqual([
    { memberId: 'heron', name: 'Heron', kind: 'holder' },
    { memberId: 'juniper', name: 'Juniper', kind: 'substitute' },
  ]);
  const names = json.members.map((member: { name: string }) => member.name);
  expect(names.slice(0, 2)).toEqual(['Priya Nandra', 'Col Whitaker']);
  expect(names.slice(-6)).toEqual([
    'Beth Oyelaran',
    'Cllr Ada Pryce',
    'Cllr Tom Ruddock',
    'Marsha Odell',
    'Ravi Sen',
    'Sam Iqbal',
  ]);
});
