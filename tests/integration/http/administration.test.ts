import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AccountLine } from '../../../shared/administration/api.ts';
import { setAddress } from '../../world.ts';
import { type HttpWorld, STRANGER, startHttp } from './server.ts';

let http: HttpWorld;
let admin: string;

beforeEach(async () => {
  http = await startHttp({ config: { administrators: ['it@council.example'], signUp: { kind: 'nobody' } } });
  add('it', 'Ira Toth', 'it@council.example');
  add('rosa', 'Rosa Green', 'rosa@northvale.example');
  admin = await http.cookieOf('it');
});
afterEach(() => http.stop());

function add(id: string, name: string, email: string) {
  http.db.raw
    .prepare(
      "insert into account (id, name, email, email_hash, created_at) values (:id, :name, seal_words('account:' || :id, :email), hash_address(:email), 1)",
    )
    .run({ id, name, email });
}

async function accounts(search = ''): Promise<AccountLine[]> {
  const path = `/api/administration/accounts?search=${encodeURIComponent(search)}`;
  return (await http.call('GET', path, { cookie: admin })).json.accounts;
}

const act = (method: string, id: string, what: string, cookie = admin) =>
  http.call(method, `/api/administration/accounts/${id}/${what}`, { cookie, body: {} });
const meOf = async (cookie: string) => (await http.call('GET', '/api/me', { cookie })).json;

it('[ADMIN1] whoever the settings name looks after accounts, whatever their part in a partnership', async () => {
  expect(await meOf(admin)).toMatchObject({ administrator: true, mayFound: true });
  const facilitator = await http.cookieOf(http.person('Marsha Odell'));
  expect(await meOf(facilitator)).toMatchObject({ administrator: false });
  http.db.raw
    .prepare("insert into member_role (member_id, role) values ('marsha-odell', 'administrator')")
    .run();
  expect((await http.call('GET', '/api/administration/accounts', { cookie: facilitator })).status).toBe(404);
  setAddress(http.db, 'it', 'xit@council.example');
  expect((await http.call('GET', '/api/administration/accounts', { cookie: admin })).status).toBe(404);
});

it('[ADMIN1] they see who can sign in, in how many partnerships and browsers, and nothing of what is in them', async () => {
  await http.cookieOf('rosa');
  await http.cookieOf('rosa');
  const all = await accounts();
  expect(all).toHaveLength(21);
  expect(all.find(({ id }) => id === 'rosa')).toEqual({
    id: 'rosa',
    name: 'Rosa Green',
    email: 'rosa@northvale.example',
    isExample: false,
    partnerships: 0,
    signIns: 2,
    lastSignInAt: expect.any(Number),
    disabledAt: null,
    isYou: false,
  });
  expect(all.find(({ id }) => id === STRANGER)).toMatchObject({ partnerships: 1, signIns: 0 });
  expect(all.find(({ id }) => id === 'it')?.isYou).toBe(true);
  expect(JSON.stringify(all)).not.toMatch(/Northvale|Elsewhere|partnershipId/);
});

it('[ADMIN1] an account is found by part of its address or its name', async () => {
  expect((await accounts('ROSA@')).map(({ id }) => id)).toEqual(['rosa']);
  expect((await accounts('green')).map(({ id }) => id)).toEqual(['rosa']);
  expect(await accounts('100%')).toEqual([]);
});

it('[ADMIN2] a chosen name never stands beside an address, nor does the address; only the whole of it finds the account', async () => {
  setAddress(http.db, 'heron', 'jane@home.example');
  const heron = (await accounts()).find(({ id }) => id === 'heron');
  expect(heron).toMatchObject({ name: null, email: null });
  for (const part of ['heron', 'jane', 'jane@home', 'home.example']) expect(await accounts(part)).toEqual([]);
  expect((await accounts(' Jane@home.example')).map(({ id, email }) => [id, email])).toEqual([
    ['heron', null],
  ]);
});

it('[ADMIN3] a closed account is signed out everywhere at once and can’t come in, until it is opened', async () => {
  const cookie = await http.cookieOf('rosa');
  expect((await act('PUT', 'rosa', 'disabled')).status).toBe(200);
  expect((await meOf(cookie)).account).toBeNull();
  expect(http.changes).toEqual([{ kind: 'account', accountId: 'rosa' }]);
  await http.call('POST', '/api/sign-in/ask', { body: { email: 'rosa@northvale.example' } });
  expect((await http.mailTo('rosa@northvale.example')).subject).toContain('No place');
  expect((await act('DELETE', 'rosa', 'disabled')).status).toBe(200);
  // What was ended stays ended.
  expect((await meOf(cookie)).account).toBeNull();
  await http.call('POST', '/api/sign-in/ask', { body: { email: 'rosa@northvale.example' } });
  expect((await http.mailTo('rosa@northvale.example')).subject).toBe('Sign in to Trialogue');
});

it('[ADMIN3] an account is signed out everywhere, and stays open', async () => {
  const cookie = await http.cookieOf('rosa');
  expect((await act('POST', 'rosa', 'end-sign-ins')).status).toBe(200);
  expect((await meOf(cookie)).account).toBeNull();
  expect(http.changes).toEqual([{ kind: 'account', accountId: 'rosa' }]);
  expect((await accounts('rosa'))[0]).toMatchObject({ signIns: 0, disabledAt: null });
});

it('[ADMIN3] nobody closes their own account, and one that does not exist is not there', async () => {
  const own = await act('PUT', 'it', 'disabled');
  expect({ status: own.status, message: own.json.error.message }).toEqual({
    status: 409,
    message: expect.stringContaining('Another administrator'),
  });
  expect((await meOf(admin)).account.id).toBe('it');
  for (const [method, what] of [
    ['PUT', 'disabled'],
    ['DELETE', 'disabled'],
    ['POST', 'end-sign-ins'],
  ] as const)
    expect((await act(method, 'nobody', what)).status).toBe(404);
  expect(http.changes).toEqual([]);
});

it('[ADMIN3] who did what to which account is in the log, without a name or an address', async () => {
  await act('PUT', 'rosa', 'disabled');
  const line = http.logged.find((one) => one.includes('an account was changed')) ?? '';
  expect(JSON.parse(line)).toMatchObject({ what: 'closed', by: 'it', accountId: 'rosa' });
  expect(http.logged.join()).not.toMatch(/council\.example|northvale\.example|Rosa/);
});

it('[ADMIN4] administrators see whether mails get through, and not whom they are to', async () => {
  const state = async () => (await http.call('GET', '/api/administration/mail', { cookie: admin })).json;
  expect(await state()).toEqual({ sent: false, waiting: 0, failed: [] });
  http.db.raw
    .prepare(
      `insert into mail (id, event_key, kind, to_address, subject, text, html, created_at, due_at, problem)
       values ('a', 'a', 'sign_in', 'a@b.example', '', '', '', 5, null, 'no such mailbox'),
              ('b', 'b', 'invitation', 'c@d.example', 's', 't', 'h', 6, ?, '')`,
    )
    .run(Date.now() + 100_000);
  expect(await state()).toEqual({
    sent: false,
    waiting: 1,
    failed: [{ id: 'a', at: 5, problem: 'no such mailbox' }],
  });
});
