import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Config } from '../../../server/config.ts';
import { setAddress } from '../../world.ts';
import { type Answer, type HttpWorld, startHttp } from '../http/server.ts';
import { CLIENT, logInOutside, type OutsideService, startProvider } from './provider.ts';

let provider: OutsideService;
let http: HttpWorld;

async function start(config: Partial<Config> = {}, settings: Partial<Config['singleSignOn']> = {}) {
  http = await startHttp({
    config: {
      example: false,
      signUp: { kind: 'listed', addresses: [], domains: ['council.example'] },
      singleSignOn: {
        ...CLIENT,
        issuer: provider.issuer,
        name: 'your council account',
        trustsAddresses: false,
        ...settings,
      },
      ...config,
    },
  });
  await provider.open(`${http.url}/sign-in/outside`);
  setAddress(http.db, 'priya-nandra', 'priya@northvale.example');
}

beforeEach(async () => {
  provider = await startProvider();
  await start();
});
afterEach(async () => {
  await http.stop();
  await provider.stop();
});

/** A browser that goes out and comes back. */
function browser() {
  const cookies = new Map<string, string>();
  const post = async (path: string, body: object): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await http.call('POST', path, { ...(cookie ? { cookie } : {}), body });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  return {
    cookies,
    begin: async (goingTo?: string) =>
      (await post('/api/sign-in/outside/begin', goingTo ? { goingTo } : {})).json,
    finish: (back: URL) => post('/api/sign-in/outside/finish', { query: back.search }),
    async signIn(login: string): Promise<Answer> {
      const { url } = await this.begin();
      return this.finish(await logInOutside(url, login));
    },
    async me() {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      return (await http.call('GET', '/api/me', { cookie })).json.account;
    },
  };
}

const rows = (sql: string) => http.db.raw.prepare(sql).all() as Record<string, unknown>[];
const accounts = () => rows('select id from account').length;

it('[SSO1] whoever the outside service vouches for comes in to the account of that address, and to it ever after', async () => {
  provider.users.set('u1', { email: 'Priya@Northvale.example', email_verified: true });
  const desk = browser();
  const { url } = await desk.begin('/me');
  const asked = new URL(url).searchParams;
  expect(asked.get('code_challenge_method')).toBe('S256');
  for (const name of ['state', 'nonce', 'code_challenge'])
    expect(asked.get(name)?.length).toBeGreaterThanOrEqual(43);
  expect(asked.get('redirect_uri')).toBe(`${http.url}/sign-in/outside`);
  const { status, json } = await desk.finish(await logInOutside(url, 'u1'));
  expect({ status, json }).toEqual({
    status: 200,
    json: { account: { id: 'priya-nandra', name: 'Priya Nandra' }, goingTo: '/me' },
  });
  expect((await desk.me()).id).toBe('priya-nandra');
  expect(rows('select method from sign_in')).toEqual([{ method: 'single_sign_on' }]);
  // Their address there is another one now, and not even vouched for: they are still who they were.
  provider.users.set('u1', { email: 'married@northvale.example', email_verified: false });
  expect((await browser().signIn('u1')).json.account.id).toBe('priya-nandra');
});

it('[SSO1] someone new has an account if they may, without taking their name from outside', async () => {
  provider.users.set('new', { email: 'new@council.example', email_verified: true });
  provider.users.set('alien', { email: 'alien@elsewhere.example', email_verified: true });
  const before = accounts();
  const desk = browser();
  expect((await desk.signIn('new')).json.account.name).toBe('');
  expect((await browser().signIn('new')).json.account.id).toBe((await desk.me()).id);
  expect(accounts()).toBe(before + 1);
  const refused = await browser().signIn('alien');
  expect({ status: refused.status, message: refused.json.error.message }).toEqual({
    status: 403,
    message: expect.stringContaining('no place'),
  });
  expect(accounts()).toBe(before + 1);
});

it('[SSO2] an address that the service did not make sure of opens nobody’s account', async () => {
  for (const [login, user] of [
    ['not', { email: 'priya@northvale.example', email_verified: false }],
    ['silent', { email: 'priya@northvale.example' }],
    ['none', {}],
  ] as const) {
    provider.users.set(login, user);
    const desk = browser();
    const { status, json } = await desk.signIn(login);
    expect({ login, status, message: json.error.message }).toEqual({
      login,
      status: 403,
      message: expect.stringContaining('did not get a mail address'),
    });
    expect(await desk.me()).toBeNull();
  }
  expect(rows('select * from outside_identity')).toEqual([]);
});

it('[SSO2] a service that is trusted with addresses may be silent about them, and is believed when it says no', async () => {
  await http.stop();
  await start({}, { trustsAddresses: true });
  provider.users.set('silent', { email: 'priya@northvale.example' });
  provider.users.set('not', { email: 'priya@northvale.example', email_verified: false });
  expect((await browser().signIn('silent')).json.account.id).toBe('priya-nandra');
  expect((await browser().signIn('not')).status).toBe(403);
});

it('[SSO2] a closed account stays closed from outside too', async () => {
  provider.users.set('u1', { email: 'priya@northvale.example', email_verified: true });
  await browser().signIn('u1');
  http.db.raw.prepare("update account set disabled_at = 1 where id = 'priya-nandra'").run();
  provider.users.set('u2', { email: 'priya@northvale.example', email_verified: true });
  for (const login of ['u1', 'u2']) expect((await browser().signIn(login)).status).toBe(403);
});

it('[SSO3] only the browser that went out comes back, and once', async () => {
  provider.users.set('u1', { email: 'priya@northvale.example', email_verified: true });
  const [desk, thief, other] = [browser(), browser(), browser()];
  const { url } = await desk.begin();
  const back = await logInOutside(url, 'u1');
  // Without having gone out, and having gone out for oneself.
  expect((await thief.finish(back)).status).toBe(409);
  await other.begin();
  expect((await other.finish(back)).status).toBe(403);
  expect(await thief.me()).toBeNull();
  expect(await other.me()).toBeNull();
  const kept = new Map(desk.cookies);
  expect((await desk.finish(back)).status).toBe(200);
  for (const [name, value] of kept) desk.cookies.set(name, value);
  expect((await desk.finish(back)).status).toBe(403);
});

it('[SSO3] state, nonce, verifier and issuer are each looked at', async () => {
  provider.users.set('u1', { email: 'priya@northvale.example', email_verified: true });
  for (const name of ['state', 'nonce', 'verifier']) {
    const desk = browser();
    const { url } = await desk.begin();
    const back = await logInOutside(url, 'u1');
    const kept = JSON.parse(Buffer.from(desk.cookies.get('trialogue-outside') ?? '', 'base64url').toString());
    const wrong = { ...kept, [name]: 'w'.repeat(43) };
    desk.cookies.set('trialogue-outside', Buffer.from(JSON.stringify(wrong)).toString('base64url'));
    expect({ name, status: (await desk.finish(back)).status }).toEqual({ name, status: 403 });
    expect(await desk.me()).toBeNull();
  }
  const desk = browser();
  const { url } = await desk.begin();
  const back = await logInOutside(url, 'u1');
  expect(back.searchParams.get('iss')).toBe(provider.issuer);
  back.searchParams.set('iss', 'https://evil.example');
  expect((await desk.finish(back)).status).toBe(403);
});

it('[SSO3] a cookie that is not ours to read is no way back', async () => {
  for (const value of [
    'x',
    Buffer.from('{}').toString('base64url'),
    Buffer.from('[1').toString('base64url'),
  ]) {
    const desk = browser();
    desk.cookies.set('trialogue-outside', value);
    expect((await desk.finish(new URL(`${http.url}/sign-in/outside?code=1&state=2`))).status).toBe(409);
  }
});

it('[SSO3] the cookie is out of reach of scripts and other sites, and leads to no foreign page', async () => {
  const answer = await http.call('POST', '/api/sign-in/outside/begin', { body: {} });
  expect(answer.headers.get('set-cookie')).toMatch(
    /^trialogue-outside=[\w-]+; Path=\/; Max-Age=600; HttpOnly; SameSite=Strict$/,
  );
  const foreign = await http.call('POST', '/api/sign-in/outside/begin', {
    body: { goingTo: '//evil.example' },
  });
  expect(foreign.status).toBe(422);
});

it('[SSO4] whoever changes their mind there is told kindly', async () => {
  provider.users.set('u1', { email: 'priya@northvale.example', email_verified: true });
  const desk = browser();
  const { url } = await desk.begin();
  const { status, json } = await desk.finish(await logInOutside(url, 'u1', false));
  expect({ status, message: json.error.message }).toEqual({
    status: 403,
    message: expect.stringContaining('You did not let your council account tell us'),
  });
});

it('[SSO4] a service that is away, or that is another than it says, is told apart from a refusal, and asked again', async () => {
  const lying = createServer((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({ issuer: 'https://evil.example', authorization_endpoint: 'https://evil.example' }),
    );
  });
  await new Promise<void>((resolve) => lying.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(lying.address() as AddressInfo).port}`;
  await http.stop();
  await start({}, { issuer });
  const answer = await http.call('POST', '/api/sign-in/outside/begin', { body: {} });
  expect({ status: answer.status, message: answer.json.error.message }).toEqual({
    status: 503,
    message: expect.stringContaining('can’t reach your council account'),
  });
  await new Promise((resolve) => lying.close(resolve));
  expect((await http.call('POST', '/api/sign-in/outside/begin', { body: {} })).status).toBe(503);
  expect(http.logged.join()).not.toContain('evil.example');
});

it('[SSO4] the page learns what the service is called, and nothing else of it', async () => {
  expect((await http.call('GET', '/api/sign-in/ways')).json).toEqual({
    singleSignOn: 'your council account',
    openOutbox: false,
  });
});
