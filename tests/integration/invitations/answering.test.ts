import { afterEach, beforeEach, expect, it } from 'vitest';
import { until } from '../../until.ts';
import { type HttpWorld, startHttp } from '../http/server.ts';
import { addEmptySeat, everythingStored, type Guests, guests } from './guests.ts';

let http: HttpWorld;
let they: Guests;
let clock = 0;
const DAY = 86_400_000;
const JANE = 'jane@x.org';
beforeEach(async () => {
  clock = Date.now();
  http = await startHttp({ now: () => clock });
  they = guests(http);
  addEmptySeat(http);
});
afterEach(() => http.stop());

const heldIn = async (cookie: string) =>
  (await http.call('GET', '/api/me', { cookie })).json.partnerships[0]?.member;

it('[INV5] looking changes nothing, and shows who invites, to what, as whom and until when', async () => {
  const token = await they.invited({ email: JANE, seat: 'G9', roles: 'leader', note: 'Do come.' });
  await until('the mail to be marked', () => !everythingStored(http).includes('/invitation#'));
  const before = everythingStored(http);
  const { json } = await they.look(token);
  await they.look(token);
  expect(everythingStored(http)).toBe(before);
  expect(json).toMatchObject({
    state: 'open',
    partnership: { name: expect.stringContaining('Northvale'), purpose: expect.any(String) },
    invitedBy: 'Marsha Odell',
    seat: { name: 'Fell Road Walkers', side: 'community_provider', kind: 'holder' },
    roles: ['leader'],
    note: 'Do come.',
    expiresAt: clock + 7 * DAY,
    you: 'nobody',
  });
});

it('[INV5] accepting gives the seat and the roles that were shown, under the chosen name, and it is in the journal', async () => {
  const token = await they.invited({
    name: 'Jane Roe',
    email: JANE,
    seat: 'G9',
    kind: 'substitute',
    roles: 'leader, ratifier',
  });
  const cookie = await they.guest(JANE);
  const { status, json } = await they.accept(token, cookie, { name: '  Jane R. ' });
  expect([status, json]).toEqual([200, { partnershipId: 'northvale' }]);
  expect(await heldIn(cookie)).toMatchObject({
    name: 'Jane R.',
    isPseudonym: false,
    roles: ['leader', 'ratifier'],
    seats: [{ name: 'Fell Road Walkers', kind: 'substitute' }],
  });
  expect(http.changes).toContainEqual({ kind: 'partnership', partnershipId: 'northvale' });
  const line = http.db.raw.prepare("select * from journal_entry where kind = 'came_in'").get() as Record<
    string,
    string
  >;
  expect(JSON.parse(line.detail as string)).toEqual({
    seat: 'Fell Road Walkers',
    seatKind: 'substitute',
    roles: ['leader', 'ratifier'],
  });
  expect(line.member_id).toBe((await heldIn(cookie)).id);
});

it('[INV5] pressing twice lets in once and answers the same; the link then leads in', async () => {
  const token = await they.invited({ email: JANE, seat: 'G9' });
  const cookie = await they.guest(JANE);
  const { json } = await they.look(token, cookie);
  const body = { token, shown: json.shown, name: 'Jane' };
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => http.call('POST', '/api/invitations/accept', { cookie, body })),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
  expect(http.db.raw.prepare("select count(*) from member where name = 'Jane'").pluck().get()).toBe(1);
  expect((await they.look(token, cookie)).json).toEqual({ state: 'accepted', partnershipId: 'northvale' });
  expect((await they.look(token)).status).toBe(404);
});

it('[INV5] nothing else is given than what was shown: a change in between is refused, and read again', async () => {
  const token = await they.invited({ email: JANE, seat: 'G9' });
  const cookie = await they.guest(JANE);
  const { shown } = (await they.look(token, cookie)).json;
  http.db.raw.prepare("update seat set name = 'Renamed' where code = 'G9'").run();
  const refusal = await they.accept(token, cookie, { shown });
  expect([refusal.status, refusal.json.error.message]).toEqual([409, expect.stringContaining('has changed')]);
  expect(await heldIn(cookie)).toBeUndefined();
  expect((await they.accept(token, cookie)).status).toBe(200);
  expect((await heldIn(cookie)).seats[0].name).toBe('Renamed');
});

it('[INV5] a name is asked for, and what else is sent is refused', async () => {
  const token = await they.invited({ email: JANE, seat: 'G9' });
  const cookie = await they.guest(JANE);
  expect((await they.accept(token, cookie, { name: '  ' })).json.error.fields.name).toContain(
    'Write the name',
  );
  for (const more of [{ pseudonym: false }, { roles: ['facilitator'] }, { seatId: 'northvale-c1' }])
    expect((await they.accept(token, cookie, more)).status).toBe(422);
});

it('[INV6] nobody else accepts: not signed in, with another address, or with none', async () => {
  const token = await they.invited({ name: 'Jane Roe', email: JANE, seat: 'G9' });
  const { shown } = (await they.look(token)).json;
  expect(
    (await http.call('POST', '/api/invitations/accept', { body: { token, shown, name: 'Eve' } })).status,
  ).toBe(401);
  for (const cookie of [await they.guest('eve@x.org'), await http.cookieOf('stranger')]) {
    const { status, json } = await they.accept(token, cookie, { shown, name: 'Eve' });
    expect([status, json.error.message]).toEqual([403, expect.stringContaining('another email address')]);
  }
  expect((await they.accept(token, await they.guest('Jane@X.org'), { shown })).status).toBe(200);
});

it('[INV6] whoever else holds the link learns neither the address nor the name', async () => {
  const token = await they.invited({ name: 'Jane Roe', email: JANE, seat: 'G9' });
  const [nobody, other, jane] = [
    await they.look(token),
    await they.look(token, await they.guest('eve@x.org')),
    await they.look(token, await they.guest(JANE)),
  ].map(({ json }) => json);
  expect(nobody).toMatchObject({ you: 'nobody', name: '', address: 'j•••@x.org' });
  expect(other).toMatchObject({ you: 'someone_else', name: '', address: 'j•••@x.org' });
  expect(jane).toMatchObject({ you: 'invited', name: 'Jane Roe' });
});

it('[INV6] the code goes to the invited address alone, and lets in whoever reads it there, in the browser that asked', async () => {
  const token = await they.invited({ email: JANE, seat: 'G9' });
  const asked = await http.call('POST', '/api/invitations/code', { body: { token } });
  expect([asked.status, asked.json]).toEqual([200, {}]);
  const { text } = await http.mailTo(JANE);
  expect(text).toContain('/sign-in?then=/invitation#link=');
  const code = /\b\d{6}\b/.exec(text)?.[0];
  const cookie = asked.headers.get('set-cookie')?.split(';')[0];
  expect((await http.call('POST', '/api/sign-in/code', { body: { code } })).status).toBe(422);
  const came = await http.call('POST', '/api/sign-in/code', { cookie, body: { code } });
  expect(came.status).toBe(200);
  const signedIn = came.headers
    .getSetCookie()
    .find((line) => line.startsWith('trialogue='))
    ?.split(';')[0] as string;
  expect((await they.look(token, signedIn)).json.you).toBe('invited');
  expect((await they.accept(token, signedIn)).status).toBe(200);
  expect((await http.call('GET', '/api/me', { cookie: signedIn })).json.account.name).toBe('Jane');
});

it('[INV6] no code is mailed for a link that is wrong, over or has run out, and only so many for one that is good', async () => {
  const token = await they.invited({ email: JANE, seat: 'G9' });
  const ask = async (which: string) =>
    (await http.call('POST', '/api/invitations/code', { body: { token: which } })).status;
  expect(await ask('wrong')).toBe(404);
  const told = [];
  for (let times = 0; times < 6; times += 1) told.push(await ask(token));
  expect(told).toEqual([200, 200, 200, 200, 200, 429]);
  clock += 7 * DAY;
  expect(await ask(token)).toBe(409);
  expect(http.db.raw.prepare("select count(*) from mail where kind = 'sign_in'").pluck().get()).toBe(5);
});

it('[INV16] whoever comes in under a chosen name is not named in their account either', async () => {
  const [jane, ann] = [await they.guest(JANE), await they.guest('ann@x.org')];
  await they.accept(await they.invited({ email: JANE, seat: 'G9' }), jane, {
    name: 'Kestrel',
    pseudonym: true,
  });
  await they.accept(await they.invited({ email: 'ann@x.org', roles: 'observer' }), ann, { name: 'Ann Lee' });
  const nameOf = (email: string) =>
    http.db.raw.prepare('select name from account where email_hash = hash_address(?)').pluck().get(email);
  expect([nameOf(JANE), nameOf('ann@x.org')]).toEqual(['', 'Ann Lee']);
});

it('[INV8] a seat that is held makes a substitute, when that was shown', async () => {
  const [jane, ann] = [await they.guest(JANE), await they.guest('ann@x.org')];
  const forJane = await they.invited({ email: JANE, seat: 'G9' });
  const forAnn = await they.invited({ email: 'ann@x.org', seat: 'G9' });
  const { shown } = (await they.look(forAnn, ann)).json;
  expect((await they.accept(forJane, jane)).status).toBe(200);
  expect((await they.accept(forAnn, ann, { shown, name: 'Ann' })).status).toBe(409);
  expect((await they.look(forAnn, ann)).json.seat).toMatchObject({ kind: 'substitute', invitedAs: 'holder' });
  expect((await they.accept(forAnn, ann, { name: 'Ann' })).status).toBe(200);
  expect((await heldIn(ann)).seats[0].kind).toBe('substitute');
});

it('[INV8] a seat that is gone lets nobody in, and says so to whoever holds the link', async () => {
  const token = await they.invited({ email: JANE, seat: 'G9' });
  const cookie = await they.guest(JANE);
  const { shown } = (await they.look(token, cookie)).json;
  http.db.raw.prepare("update seat set retired_at = 1 where code = 'G9'").run();
  expect((await they.accept(token, cookie, { shown })).json.error.message).toContain(
    'no longer at the table',
  );
  expect((await they.look(token)).json).toMatchObject({ state: 'seat_gone', invitedBy: 'Marsha Odell' });
  expect(await heldIn(cookie)).toBeUndefined();
  const [{ id }] = await they.list();
  expect((await they.act(id, 'again')).json.error.message).toContain('no longer at the table');
  expect((await they.invite({ email: 'ann@x.org', seat: 'G9' })).json.lines[0].problems.seat).toContain(
    'No seat',
  );
});

it('[INV9] wrong, used, declined, taken back and replaced links answer in every byte alike', async () => {
  const used = await they.invited({ email: JANE, roles: 'observer' });
  await they.accept(used, await they.guest(JANE));
  const declined = await they.invited({ email: 'b@x.org', roles: 'observer' });
  await they.decline(declined);
  const revoked = await they.invited({ email: 'c@x.org', roles: 'observer' });
  const replaced = await they.invited({ email: 'd@x.org', roles: 'observer' });
  const idOf = async (email: string) =>
    (await they.list()).find((line: { email: string }) => line.email === email).id;
  await they.act(await idOf('c@x.org'), 'revoke');
  await they.act(await idOf('d@x.org'), 'again');
  const eve = await they.guest('eve@x.org');
  const wrong = ['x', 'A'.repeat(43), `${used}x`, used.toLowerCase()];
  for (const ask of [
    (token: string) => they.look(token),
    (token: string) => they.look(token, eve),
    (token: string) => they.decline(token),
    (token: string) => they.accept(token, eve, { shown: '' }),
  ]) {
    const answers = await Promise.all([...wrong, used, declined, revoked, replaced].map(ask));
    const [first, ...others] = answers.map(({ status, json }) => JSON.stringify([status, json]));
    expect(first).toContain('404');
    expect(new Set(others)).toEqual(new Set([first]));
  }
});

it('[INV9] an invitation that ran out says so kindly to whoever holds it, and whom to ask', async () => {
  const token = await they.invited({ email: JANE, seat: 'G9' });
  const cookie = await they.guest(JANE);
  const { shown } = (await they.look(token, cookie)).json;
  clock += 7 * DAY - 1;
  expect((await they.look(token)).json.state).toBe('open');
  clock += 1;
  expect((await they.look(token)).json).toEqual({
    state: 'expired',
    partnership: expect.stringContaining('Northvale'),
    invitedBy: 'Marsha Odell',
    expiresAt: clock,
  });
  expect((await they.accept(token, cookie, { shown })).json.error.message).toContain('run out');
  expect((await they.list())[0].state).toBe('expired');
});

it('[INV10] an invitation is opened by no address: what stands in a path or query is not looked at', async () => {
  const token = await they.invited({ email: JANE, seat: 'G9' });
  for (const path of [
    `/api/invitations/look?token=${token}`,
    `/api/invitations/${token}`,
    `/api/invitations/look/${token}`,
  ])
    for (const method of ['GET', 'POST'])
      expect(
        (await http.call(method, path, method === 'POST' ? { body: {} } : {})).status,
      ).toBeGreaterThanOrEqual(400);
  expect((await they.look(token)).json.state).toBe('open');
});

it('[INV13] what the invitation knew of them is forgotten when they come in, be the name their own or chosen', async () => {
  const token = await they.invited({ name: 'Jane Roe', email: JANE, seat: 'G9', note: 'About your fall' });
  const cookie = await they.guest(JANE);
  await until('the mail to be marked', () => !everythingStored(http).includes('/invitation#'));
  expect((await they.accept(token, cookie, { name: 'Kestrel', pseudonym: true })).status).toBe(200);
  expect(await heldIn(cookie)).toMatchObject({ name: 'Kestrel', isPseudonym: true });
  const stored = everythingStored(http);
  for (const forgotten of ['Jane Roe', 'About your fall']) expect(stored).not.toContain(forgotten);
  expect(stored).not.toContain(JANE);
  expect(stored.split(http.db.sealing.hash(JANE))).toHaveLength(2); // their account's own address, and nowhere else
  const [line] = await they.list();
  expect(line).toMatchObject({ name: '', email: '', state: 'accepted' });
  const partnership = await http.call('GET', '/api/partnerships/northvale', { cookie: await they.marsha });
  expect(JSON.stringify(partnership.json)).not.toMatch(/Jane|x\.org/);
});

it('[INV13] declining is in the journal by the place alone', async () => {
  const token = await they.invited({ name: 'Jane Roe', email: JANE, seat: 'G9' });
  await they.decline(token);
  const journal = JSON.stringify(http.db.raw.prepare('select * from journal_entry').all());
  expect(journal).toContain('invitation_declined');
  expect(journal).not.toMatch(/Jane|x\.org/);
});
