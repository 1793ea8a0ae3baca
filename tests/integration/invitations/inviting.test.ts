import { afterEach, beforeEach, expect, it } from 'vitest';
import { invite, inviteAgain, revoke } from '../../../server/invitations/inviting.ts';
import { EMPTY_LINE } from '../../../shared/invitations/lines.ts';
import { until } from '../../until.ts';
import { setAddress } from '../../world.ts';
import { type HttpWorld, STRANGER, startHttp } from '../http/server.ts';
import { addEmptySeat, everythingStored, type Guests, guests, tokenIn } from './guests.ts';

let http: HttpWorld;
let they: Guests;
let clock = 0;
const DAY = 86_400_000;
beforeEach(async () => {
  clock = Date.now();
  http = await startHttp({ now: () => clock });
  they = guests(http);
  addEmptySeat(http);
});
afterEach(() => http.stop());

it('[INV1] an invitation is for one address, in small letters, and for seven days; only the hash of its secret is kept', async () => {
  await they.invite({ email: 'Jane@Example.org', seat: 'G9' });
  const token = tokenIn((await http.mailTo('jane@example.org')).text);
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect(everythingStored(http)).not.toContain(token);
  expect((await they.list())[0]).toMatchObject({
    email: 'jane@example.org',
    state: 'open',
    expiresAt: clock + 7 * DAY,
    seat: { name: 'Fell Road Walkers', kind: 'holder' },
  });
});

it('[INV1] the mail has every part in plain words, and what people wrote stays words', async () => {
  await they.invite({
    name: 'Jane Doe',
    email: 'jane@x.org',
    seat: 'G9',
    kind: 'sub',
    roles: 'leader',
    note: 'Come\nBcc: all',
  });
  const { subject, text } = await http.mailTo('jane@x.org');
  expect(subject).toBe('Marsha Odell invites you to Northvale Day Support and Getting There Partnership');
  for (const words of [
    'Hello Jane Doe,',
    'a substitute for Fell Road Walkers',
    'Your part in it: Leader.',
    '“Come Bcc: all”',
    'You can accept until',
  ])
    expect(text).toContain(words);
});

it('[INV2] good lines are sent and bad ones come back with what is wrong, in one go', async () => {
  const { status, json } = await they.invite(
    { email: 'jane@x.org', seat: 'G9' },
    { email: 'no address', seat: 'G9' },
    { email: 'ann@x.org', roles: 'facilitator' },
    { email: 'bob@x.org', roles: 'observer' },
  );
  expect(status).toBe(200);
  expect(json.sent).toBe(2);
  expect(json.lines.map(({ problems }: { problems: object }) => Object.keys(problems))).toEqual([
    ['email'],
    ['roles'],
  ]);
  expect((await they.list()).map(({ email }: { email: string }) => email).sort()).toEqual([
    'bob@x.org',
    'jane@x.org',
  ]);
});

it('[INV2] reading and checking a list invites nobody', async () => {
  const cookie = await they.marsha;
  const at = '/api/partnerships/northvale/invitations';
  const before = everythingStored(http);
  const { json } = await http.call('POST', `${at}/read`, {
    cookie,
    body: { text: 'Name;Email;Seat\nJane;jane@x.org;fell road walkers\nAnn;ann@x;C1' },
  });
  expect(json.lines[0]).toMatchObject({
    problems: {},
    invitee: { seat: { id: 'northvale-g9', kind: 'holder' } },
  });
  expect(Object.keys(json.lines[1].problems)).toEqual(['email']);
  await http.call('POST', `${at}/check`, {
    cookie,
    body: { lines: [{ ...EMPTY_LINE, email: 'a@x.org', seat: 'G9' }] },
  });
  expect(everythingStored(http)).toBe(before);
});

it('[INV2] an empty list, and one that is too long, are refused in words', async () => {
  const cookie = await they.marsha;
  const read = async (text: string) =>
    (await http.call('POST', '/api/partnerships/northvale/invitations/read', { cookie, body: { text } })).json
      .error;
  expect((await read('\n\n')).fields.text).toContain('nobody in this list');
  expect((await read('a@x.org\n'.repeat(101))).fields.text).toContain('up to 100');
  expect((await read('a'.repeat(60_000))).fields.text).toContain('up to 100');
  const lines = Array.from({ length: 101 }, (_, n) => ({
    ...EMPTY_LINE,
    email: `p${n}@x.org`,
    roles: 'observer',
  }));
  expect((await they.invite(...lines)).json.error.fields.lines).toContain('up to 100');
  expect((await they.invite()).json.error.fields.lines).toContain('nobody in this list');
});

it('[INV4] who has an address is not told, be they known by their own name or a chosen one', async () => {
  setAddress(http.db, 'heron', 'heron@x.org');
  const { json } = await they.invite({ email: 'HERON@x.org', seat: 'G9' });
  expect(json.sent).toBe(0);
  expect(json.lines[0].problems.email).toContain('in the partnership already');
  expect(JSON.stringify(json)).not.toMatch(/Heron[^@]/);
  http.db.raw.prepare("update member set left_at = 1 where id = 'heron'").run();
  expect((await they.invite({ email: 'heron@x.org', seat: 'G9' })).json.sent).toBe(1);
});

it('[INV7] inviting again sends a new link, and the old one is over', async () => {
  const old = await they.invited({ email: 'jane@x.org', seat: 'G9' });
  expect((await they.invite({ email: 'jane@x.org', seat: 'G9' })).json.lines[0].problems.email).toContain(
    'invited already',
  );
  const [{ id }] = await they.list();
  clock += 1000;
  expect((await they.act(id, 'again')).status).toBe(200);
  const fresh = tokenIn((await http.mailTo('jane@x.org')).text);
  expect((await they.look(old)).status).toBe(404);
  expect((await they.look(fresh)).json.state).toBe('open');
  expect((await they.list()).map(({ state }: { state: string }) => state)).toEqual(['open', 'replaced']);
  expect((await they.act(id, 'again')).status).toBe(409);
});

it('[INV7] what ran out, was declined or was taken back can be sent again, and one link at most works', async () => {
  const first = await they.invited({ email: 'jane@x.org', seat: 'G9' });
  clock += 7 * DAY;
  const second = await they.invited({ email: 'jane@x.org', seat: 'G9' });
  expect([(await they.look(first)).status, (await they.look(second)).status]).toEqual([404, 200]);
  await they.decline(second);
  const declined = (await they.list()).find(({ state }: { state: string }) => state === 'declined');
  clock += 1000;
  expect((await they.act(declined.id, 'again')).status).toBe(200);
  const third = tokenIn((await http.mailTo('jane@x.org')).text);
  expect((await they.act(declined.id, 'again')).status).toBe(409);
  const open = (await they.list()).find(({ state }: { state: string }) => state === 'open');
  expect((await they.act(open.id, 'revoke')).status).toBe(200);
  expect((await they.act(open.id, 'revoke')).status).toBe(200);
  expect((await they.look(third)).status).toBe(404);
  expect(http.db.raw.prepare('select count(*) from invitation where ended is null').pluck().get()).toBe(0);
});

it('[INV7] a mail that has not gone out when its invitation ends never does', async () => {
  const slow = await startHttp();
  addEmptySeat(slow);
  const facilitator = guests(slow);
  // Nothing is sent while nobody wakes the queue.
  slow.context.mail.wake = () => {};
  await facilitator.invite({ name: 'Jane Roe', email: 'jane@x.org', seat: 'G9' });
  const [{ id }] = await facilitator.list();
  await facilitator.act(id, 'revoke');
  expect(slow.db.raw.prepare('select text, to_address, due_at from mail').all()).toEqual([
    { text: '', to_address: '', due_at: null },
  ]);
  await slow.stop();
});

it('[INV10] the link begins with the configured address, whatever the headers of the request say', async () => {
  const told = { host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
  const real = await startHttp({ config: { baseUrl: 'https://plans.example' } });
  addEmptySeat(real);
  const cookie = await real.cookieOf(real.person('Marsha Odell'));
  const body = { lines: [{ ...EMPTY_LINE, email: 'jane@x.org', seat: 'G9' }] };
  const { status } = await real.call('POST', '/api/partnerships/northvale/invitations', {
    cookie,
    body,
    headers: told,
  });
  expect(status).toBe(200);
  const { text } = await real.mailTo('jane@x.org');
  expect(text).toContain('https://plans.example/invitation#');
  expect(text).not.toContain('evil');
  await real.stop();
});

it('[INV10] no log, no journal and no table has the secret or, once the mail is away, more than the list needs', async () => {
  const token = await they.invited({
    name: 'Jane Roe',
    email: 'jane@x.org',
    seat: 'G9',
    note: 'Private words',
  });
  const cookie = await they.guest('jane@x.org');
  await they.accept(token, cookie, { shown: 'wrong' });
  await they.accept(token, cookie);
  await they.look(token, cookie);
  await they.decline(token);
  await until('the mail to be marked', () => !everythingStored(http).includes('/invitation#'));
  const logged = http.logged.join('');
  expect(logged).toContain('/api/invitations/accept');
  for (const secret of [token, 'jane@x.org', 'Jane Roe', 'Private words', 'Jane'])
    expect(logged).not.toContain(secret);
  expect(everythingStored(http)).not.toContain(token);
});

it('[INV11] of another partnership there is nothing to see, take back or send again', async () => {
  await they.invited({ email: 'jane@x.org', seat: 'G9' });
  const [{ id }] = await they.list();
  http.db.raw
    .prepare("insert into member_role (member_id, role) values ('stranger-there', 'facilitator')")
    .run();
  const cookie = await http.cookieOf(STRANGER);
  for (const what of ['again', 'revoke'])
    for (const where of ['elsewhere', 'northvale'])
      expect(
        (
          await http.call('POST', `/api/partnerships/${where}/invitations/${id}/${what}`, {
            cookie,
            body: {},
          })
        ).status,
      ).toBe(404);
  const { json } = await http.call('POST', '/api/partnerships/elsewhere/invitations/check', {
    cookie,
    body: { lines: [{ ...EMPTY_LINE, email: 'jane@x.org', seat: 'G9' }] },
  });
  expect(json.lines[0].problems).toEqual({ seat: expect.stringContaining('No seat here') });
  expect((await they.list())[0].state).toBe('open');
});

it('[INV11] who stops being a facilitator while a request is on its way invites nobody, and takes nothing back', async () => {
  await they.invited({ email: 'jane@x.org', seat: 'G9' });
  const [{ id }] = await they.list();
  const by = { partnershipId: 'northvale', memberId: http.person('Marsha Odell') };
  http.db.raw.prepare("delete from member_role where role = 'facilitator'").run();
  const before = everythingStored(http);
  for (const answer of [
    invite(http.context, by, [{ ...EMPTY_LINE, email: 'ann@x.org', seat: 'G9' }]),
    inviteAgain(http.context, by, id),
    revoke(http.context, by, id),
  ])
    expect(answer).toMatchObject({ refused: 'not_allowed' });
  expect(everythingStored(http)).toBe(before);
});

it('[INV12] one address gets five invitations a day at most, and a partnership sends 300', async () => {
  await they.invite({ email: 'jane@x.org', roles: 'observer' });
  for (let times = 1; times < 5; times += 1) {
    clock += 1000;
    const [{ id }] = await they.list();
    expect((await they.act(id, 'again')).status).toBe(200);
  }
  const [{ id }] = await they.list();
  expect((await they.act(id, 'again')).status).toBe(429);
  const hundred = (from: number) =>
    Array.from({ length: 100 }, (_, n) => ({ email: `p${from + n}@x.org`, roles: 'observer' }));
  expect((await they.invite(...hundred(0))).json.sent).toBe(100);
  expect((await they.invite(...hundred(100))).json.sent).toBe(100);
  const refusal = await they.invite(...hundred(200));
  expect([refusal.status, refusal.json.error.message]).toEqual([429, expect.stringContaining('in one day')]);
  expect((await they.list()).length).toBe(205);
  clock += DAY + 1000;
  expect((await they.act(id, 'again')).status).toBe(200);
});

it('[INV12] inviting and taking back in turn does not get round the limit for one address', async () => {
  for (let times = 0; times < 5; times += 1) {
    expect((await they.invite({ email: 'jane@x.org', roles: 'observer' })).json.sent).toBe(1);
    const open = (await they.list()).find(({ state }: { state: string }) => state === 'open');
    await they.act(open.id, 'revoke');
  }
  const { json } = await they.invite({ email: 'jane@x.org', roles: 'observer' });
  expect(json.sent).toBe(0);
  expect(json.lines[0].problems.email).toContain('five invitations in one day');
});

it('[INV17] ninety days after an invitation ran out, it is forgotten whom it was for', async () => {
  await they.invite({ name: 'Jane Doe', email: 'jane@x.org', seat: 'G9', note: 'Do come, Jane' });
  const [old] = await they.list();
  clock += 96 * DAY;
  await they.invite({ email: 'ann@x.org', seat: 'G9' });
  expect(everythingStored(http)).toContain(http.db.sealing.hash('jane@x.org'));
  clock += 2 * DAY;
  await they.invite({ email: 'bob@x.org', seat: 'G9' });
  expect(everythingStored(http)).not.toMatch(/jane@x\.org|Jane/);
  expect(everythingStored(http)).not.toContain(http.db.sealing.hash('jane@x.org'));
  expect((await they.list()).find(({ id }: { id: string }) => id === old.id)).toMatchObject({
    email: '',
    state: 'expired',
  });
  const { status, json } = await they.act(old.id, 'again');
  expect([status, json.error.message]).toEqual([409, expect.stringContaining('has been forgotten')]);
});
