import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Config } from '../../../server/config.ts';
import { leastOf } from '../../leastOf.ts';
import { setAddress } from '../../world.ts';
import { type Answer, type HttpWorld, startHttp } from './server.ts';

const MINUTE = 60_000;
const PRIYA = 'priya@northvale.example';

let http: HttpWorld;
let clock: number;

async function start(config: Partial<Config> = {}) {
  clock = Date.now();
  http = await startHttp({
    now: () => clock,
    config: { example: false, signUp: { kind: 'nobody' }, proxies: 1, ...config },
  });
  setAddress(http.db, 'priya-nandra', PRIYA);
}

beforeEach(() => start());
afterEach(() => http.stop());

/** A browser: it keeps its cookies, and comes from a network address of its own. */
function browser(source = '192.0.2.1', userAgent = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Firefox/140.0') {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async post(path: string, body: object): Promise<Answer> {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await http.call('POST', path, {
        ...(cookie ? { cookie } : {}),
        body,
        headers: { 'x-forwarded-for': source, 'user-agent': userAgent },
      });
      for (const line of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
        if (value === '') cookies.delete(name);
        else cookies.set(name, value);
      }
      return answer;
    },
    ask: function (email: string) {
      return this.post('/api/sign-in/ask', { email });
    },
    async me() {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      return (await http.call('GET', '/api/me', { cookie })).json;
    },
  };
}

async function mailed(address: string) {
  const { subject, text } = await http.mailTo(address);
  return {
    subject,
    text,
    token: /#link=(\S+)/.exec(text)?.[1] ?? '',
    code: /^ {4}(\d{6})$/m.exec(text)?.[1] ?? '',
  };
}

const codeFor = async (address: string) => (await mailed(address)).code;
const other = (code: string) => (code === '111111' ? '222222' : '111111');
const rows = (table: string) =>
  http.db.raw.prepare(`select * from ${table}`).all() as Record<string, unknown>[];

it('[SIGN1] the six digits from the mail sign in, where they were asked for', async () => {
  const desk = browser();
  expect((await desk.ask(` ${PRIYA.toUpperCase()} `)).json).toEqual({});
  const { code, text } = await mailed(PRIYA);
  expect(text).toContain(`${http.url}/sign-in#link=`);
  const { status, json } = await desk.post('/api/sign-in/code', {
    code: `${code.slice(0, 3)} ${code.slice(3)}`,
    email: PRIYA,
  });
  expect({ status, json }).toEqual({
    status: 200,
    json: { account: { id: 'priya-nandra', name: 'Priya Nandra' } },
  });
  expect((await desk.me()).account.name).toBe('Priya Nandra');
  expect(rows('sign_in')).toMatchObject([{ method: 'mail', browser: 'Firefox on Windows' }]);
});

it('[SIGN1] the link from the mail signs in too', async () => {
  const desk = browser();
  await desk.ask(PRIYA);
  const { token } = await mailed(PRIYA);
  expect((await desk.post('/api/sign-in/link', { token })).status).toBe(200);
  expect((await desk.me()).account.id).toBe('priya-nandra');
});

it('[SIGN2] link and code work once between them', async () => {
  const desk = browser();
  for (const [first, second] of [
    ['code', 'link'],
    ['link', 'code'],
    ['code', 'code'],
    ['link', 'link'],
  ] as const) {
    await desk.ask(PRIYA);
    clock += MINUTE;
    const { code, token } = await mailed(PRIYA);
    const bodies = { code: { code }, link: { token } };
    const asked = new Map(desk.cookies);
    expect((await desk.post(`/api/sign-in/${first}`, bodies[first])).status).toBe(200);
    desk.cookies.clear();
    for (const [name, value] of asked) desk.cookies.set(name, value);
    expect((await desk.post(`/api/sign-in/${second}`, bodies[second])).status).not.toBe(200);
  }
});

it('[SIGN2] pressed twice, or by two at once, it is still once', async () => {
  const desk = browser();
  await desk.ask(PRIYA);
  const { code, token } = await mailed(PRIYA);
  const cookie = `trialogue-asked=${desk.cookies.get('trialogue-asked')}`;
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      at % 2
        ? http.call('POST', '/api/sign-in/code', { cookie, body: { code } })
        : http.call('POST', '/api/sign-in/link', { cookie, body: { token } }),
    ),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(rows('sign_in')).toHaveLength(1);
});

it('[SIGN2] ten minutes later neither works', async () => {
  const desk = browser();
  await desk.ask(PRIYA);
  const { code, token } = await mailed(PRIYA);
  clock += 10 * MINUTE;
  const late = await desk.post('/api/sign-in/code', { code });
  expect({ status: late.status, fields: late.json.error.fields }).toEqual({
    status: 422,
    fields: { code: expect.stringContaining('ten minutes') },
  });
  expect((await desk.post('/api/sign-in/link', { token })).json.error.message).toContain('ten minutes');
});

it('[SIGN3] in another browser neither the link nor the code does anything, and the page is told what to do', async () => {
  const desk = browser();
  const phone = browser('192.0.2.2');
  await desk.ask(PRIYA);
  const { code, token } = await mailed(PRIYA);
  const link = await phone.post('/api/sign-in/link', { token });
  expect({ status: link.status, message: link.json.error.message }).toEqual({
    status: 403,
    message: expect.stringContaining('type the six digits'),
  });
  expect((await phone.post('/api/sign-in/code', { code, email: PRIYA })).status).toBe(422);
  await phone.ask('someone@elsewhere.example');
  expect((await phone.post('/api/sign-in/code', { code, email: PRIYA })).status).toBe(422);
  expect((await phone.post('/api/sign-in/link', { token })).status).toBe(403);
  expect((await desk.post('/api/sign-in/link', { token })).status).toBe(200);
});

it('[SIGN4] after five wrong tries a code is dead, and the link still works', async () => {
  const desk = browser();
  await desk.ask(PRIYA);
  const { code, token } = await mailed(PRIYA);
  const wrong = { code: other(code), email: PRIYA };
  const told: string[] = [];
  for (let times = 0; times < 6; times++)
    told.push((await desk.post('/api/sign-in/code', wrong)).json.error.fields.code);
  expect(told.map((words) => /\d|once|no longer/.exec(words)?.[0])).toEqual([
    '4',
    '3',
    '2',
    'once',
    'no longer',
    'no longer',
  ]);
  expect((await desk.post('/api/sign-in/code', { code, email: PRIYA })).status).toBe(422);
  expect((await desk.post('/api/sign-in/link', { token })).status).toBe(200);
});

it('[SIGN4] whoever goes on guessing gets ten tries a day for an address, however often they ask', async () => {
  let tries = 0;
  for (let asks = 0; asks < 6; asks++) {
    const thief = browser(`198.51.100.${asks}`);
    await thief.ask(PRIYA);
    const wrong = other(await codeFor(PRIYA));
    for (let times = 0; times < 5; times++) {
      const { json } = await thief.post('/api/sign-in/code', { code: wrong, email: PRIYA });
      if (!json.error.message.includes('today')) tries += 1;
    }
  }
  expect(tries).toBe(10);
  const owner = browser();
  await owner.ask(PRIYA);
  const { code, token } = await mailed(PRIYA);
  expect((await owner.post('/api/sign-in/code', { code })).json.error.message).toContain('Open the link');
  expect((await owner.post('/api/sign-in/link', { token })).status).toBe(200);
});

it('[SIGN5] an address that nobody knows gets the same answers, and a mail that says whom to ask', async () => {
  const known = browser();
  const unknown = browser('192.0.2.7');
  const [a, b] = [await known.ask(PRIYA), await unknown.ask('nobody@elsewhere.example')];
  expect(b.status).toBe(a.status);
  expect(b.json).toEqual(a.json);
  expect([...b.headers.keys()]).toEqual([...a.headers.keys()]);
  const { subject, text, token, code } = await mailed('nobody@elsewhere.example');
  expect(subject).toBe('No place for you on Trialogue yet');
  expect(text).toContain('Ask the person who runs your partnership');
  expect({ token, code }).toEqual({ token: '', code: '' });
  const wrong = other(await codeFor(PRIYA));
  for (let times = 0; times < 7; times++)
    expect((await unknown.post('/api/sign-in/code', { code: wrong })).json).toEqual(
      (await known.post('/api/sign-in/code', { code: wrong })).json,
    );
});

it('[SIGN5] asking takes as long for an address that nobody knows', async () => {
  const ROUNDS = 4;
  const TIMES = 60;
  const median = (list: number[]) => list.sort((a, b) => a - b)[list.length / 2] as number;
  for (let at = 0; at < ROUNDS * TIMES; at++)
    http.db.raw
      .prepare(
        "insert into account (id, name, email, email_hash, created_at) values (:id, :name, seal_words('account:' || :id, :email), hash_address(:email), 1)",
      )
      .run({ id: `k${at}`, name: 'K', email: `k${at}@northvale.example` });
  let asked = 0;
  const measure = async () => {
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    for (const end = asked + TIMES; asked < end; asked++)
      for (const kind of ['known', 'unknown'] as const) {
        const desk = browser(`203.0.${113 + (asked >> 6)}.${asked & 63}`);
        const began = performance.now();
        await desk.ask(`${kind === 'known' ? 'k' : 'u'}${asked}@northvale.example`);
        times[kind].push(performance.now() - began);
      }
    const [known, unknown] = [median(times.known), median(times.unknown)];
    return Math.abs(known - unknown) / Math.max(4, Math.min(known, unknown));
  };
  expect(await leastOf(ROUNDS, 0.5, measure)).toBeLessThan(0.5);
});

it('[SIGN5] an account that was disabled is told the same as one that never was', async () => {
  http.db.raw.prepare("update account set disabled_at = 1 where id = 'priya-nandra'").run();
  await browser().ask(PRIYA);
  expect((await mailed(PRIYA)).subject).toBe('No place for you on Trialogue yet');
});

it('[SIGN6] who may come without an invitation is as the settings say', async () => {
  await http.stop();
  await start({
    signUp: { kind: 'listed', addresses: ['rosa@charity.example'], domains: ['council.example'] },
    administrators: ['it@elsewhere.example'],
  });
  for (const [email, may] of [
    ['rosa@charity.example', true],
    ['anyone@council.example', true],
    ['it@elsewhere.example', true],
    ['other@charity.example', false],
    ['x@care.council.example', false],
    ['x@evilcouncil.example', false],
  ] as const) {
    await browser().ask(email);
    expect({ email, may: (await mailed(email)).code !== '' }).toEqual({ email, may });
    clock += 20 * MINUTE;
  }
});

it('[SIGN6] an open invitation makes a place for its address, and for nobody else', async () => {
  const invite = (id: string, ended: string | null, expiresAt: number) =>
    http.db.raw
      .prepare(
        `insert into invitation (id, partnership_id, token_hash, email_hash, email, name, roles, created_at, expires_at, ended)
         values (?, 'northvale', ?, hash_address(?), '', 'N', '[]', 1, ?, ?)`,
      )
      .run(id, id, `${id}@new.example`, expiresAt, ended);
  invite('open', null, clock + MINUTE);
  invite('revoked', 'revoked', clock + MINUTE);
  invite('late', null, clock);
  for (const [id, may] of [
    ['open', true],
    ['revoked', false],
    ['late', false],
  ] as const) {
    await browser(`192.0.2.${id.length}`).ask(`${id}@new.example`);
    expect({ id, may: (await mailed(`${id}@new.example`)).code !== '' }).toEqual({ id, may });
  }
});

it('[SIGN6] a place that goes before the code is typed lets nobody in, and makes no account', async () => {
  const { config } = http.context;
  const door = { ...config, signUp: { kind: 'anyone' } as { kind: 'anyone' | 'nobody' } };
  Object.assign(http.context, { config: door });
  const desk = browser();
  const before = rows('account').length;
  await desk.ask('rosa@new.example');
  const code = await codeFor('rosa@new.example');
  door.signUp.kind = 'nobody';
  const { status, headers } = await desk.post('/api/sign-in/code', { code });
  expect(status).toBe(403);
  expect(headers.get('set-cookie')).toBeNull();
  expect(rows('account')).toHaveLength(before);
});

it('[SIGN6] who is new has an account without a name until they say it, and one account however often they come', async () => {
  await http.stop();
  await start({ signUp: { kind: 'anyone' } });
  const [desk, phone] = [browser(), browser('192.0.2.9')];
  const before = rows('account').length;
  for (const one of [desk, phone]) {
    await one.ask('rosa@new.example');
    const { json } = await one.post('/api/sign-in/code', { code: await codeFor('rosa@new.example') });
    expect(json.account.name).toBe('');
  }
  expect(rows('account')).toHaveLength(before + 1);
  const cookie = [...desk.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  expect((await http.call('PUT', '/api/me/name', { cookie, body: { name: ' Rosa  Green\n' } })).status).toBe(
    200,
  );
  expect((await phone.me()).account.name).toBe('Rosa Green');
});

it('[SIGN7] mails may be asked for only so often for an address, from one place and from everywhere', async () => {
  const statuses = async (asks: (() => Promise<Answer>)[]) => {
    const found: number[] = [];
    for (const ask of asks) found.push((await ask()).status);
    return found;
  };
  const times = <T>(count: number, make: (at: number) => T) =>
    Array.from({ length: count }, (_, at) => make(at));
  expect(await statuses(times(7, () => () => browser().ask(PRIYA)))).toEqual([
    200, 200, 200, 200, 200, 429, 429,
  ]);
  const everywhere = await statuses(times(12, (at) => () => browser(`198.51.100.${at}`).ask(PRIYA)));
  expect(everywhere.filter((status) => status === 200)).toHaveLength(10);
  const refused = await browser('198.51.100.50').ask(PRIYA);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60);
  const many = await statuses(times(62, (at) => () => browser('203.0.113.1').ask(`a${at}@b.example`)));
  expect(many.indexOf(429)).toBe(60);
});

it('[SIGN7] the limits hold when everything comes at once', async () => {
  const asks = await Promise.all(Array.from({ length: 60 }, () => browser().ask(PRIYA)));
  expect(asks.filter(({ status }) => status === 200)).toHaveLength(5);
  const desk = browser('192.0.2.44');
  await desk.ask(PRIYA);
  const cookie = `trialogue-asked=${desk.cookies.get('trialogue-asked')}`;
  const headers = { 'x-forwarded-for': '192.0.2.44' };
  const tries = await Promise.all(
    Array.from({ length: 150 }, (_, at) =>
      http.call('POST', '/api/sign-in/code', { cookie, headers, body: { code: String(100000 + at) } }),
    ),
  );
  expect(tries.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(50);
  const row = rows('sign_in_code').find(({ tries: count }) => count !== 0);
  expect(row?.tries).toBeLessThanOrEqual(5);
});

it('[SIGN7] nobody escapes the count by what they write into a header, or with the addresses of one line', async () => {
  const ask = (source: string) => browser(source).ask(PRIYA);
  const found: number[] = [];
  for (let at = 0; at < 6; at++) found.push((await ask(`10.9.8.${at}, 192.0.2.1`)).status);
  expect(found.at(-1)).toBe(429);
  const line: number[] = [];
  for (let at = 0; at < 6; at++) line.push((await ask(`2001:db8:1:2::${at}`)).status);
  expect(line.at(-1)).toBe(429);
});

it('[SIGN8] nothing that signs in is in the database or the log, nor is any address in the log', async () => {
  const desk = browser();
  await desk.ask(PRIYA);
  const { code, token } = await mailed(PRIYA);
  const asked = desk.cookies.get('trialogue-asked') ?? '';
  await http.context.mail.close();
  const tables = (
    http.db.raw.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[]
  )
    .map((name) => JSON.stringify(rows(name)))
    .join();
  for (const secret of [token, asked]) {
    expect(secret.length).toBe(43);
    expect(tables).not.toContain(secret);
  }
  expect(tables).not.toContain(`"${code}"`);
  await desk.post('/api/sign-in/link', { token });
  const log = http.logged.join();
  expect(log).toContain('/api/sign-in/link');
  for (const secret of [token, asked, code, PRIYA, 'northvale.example']) expect(log).not.toContain(secret);
});

it('[SIGN8] the cookie of the browser that asks is out of reach of scripts and of other sites', async () => {
  const set = (await browser().ask(PRIYA)).headers.get('set-cookie') ?? '';
  expect(set).toMatch(/^trialogue-asked=[\w-]{43}; Path=\/; Max-Age=1800; HttpOnly; SameSite=Strict$/);
  await http.stop();
  await start({ baseUrl: 'https://plans.example' });
  const secure = await http.call('POST', '/api/sign-in/ask', {
    body: { email: PRIYA },
    headers: { origin: 'https://plans.example' },
  });
  expect(secure.headers.get('set-cookie')).toMatch(/^__Host-trialogue-asked=.*; Secure$/);
  expect((await mailed(PRIYA)).text).toContain('https://plans.example/sign-in#link=');
});

it('[SIGN8] links are built from the settings, whatever the request says of where it goes', async () => {
  await http.call('POST', '/api/sign-in/ask', {
    body: { email: PRIYA },
    headers: {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-for': '192.0.2.1',
      forwarded: 'host=evil.example',
    },
  });
  const { text } = await mailed(PRIYA);
  expect(text).not.toContain('evil.example');
  expect(text).toContain(`${http.url}/sign-in#link=`);
});

it('[SIGN9] signing in is always a new cookie, and ends what the browser had before', async () => {
  const desk = browser();
  const old = await http.cookieOf('ron-tasker');
  desk.cookies.set('trialogue', old.split('=')[1] as string);
  await desk.ask(PRIYA);
  await desk.post('/api/sign-in/code', { code: await codeFor(PRIYA) });
  expect(`trialogue=${desk.cookies.get('trialogue')}`).not.toBe(old);
  expect((await http.call('GET', '/api/me', { cookie: old })).json.account).toBeNull();
  expect(http.changes).toContainEqual({ kind: 'account', accountId: 'ron-tasker' });
  expect(desk.cookies.has('trialogue-asked')).toBe(false);
});

it('[SIGN10] you see the browsers where you are signed in, and nobody else’s', async () => {
  const desk = browser();
  await desk.ask(PRIYA);
  await desk.post('/api/sign-in/code', { code: await codeFor(PRIYA) });
  await http.cookieOf('ron-tasker');
  const cookie = `trialogue=${desk.cookies.get('trialogue')}`;
  const { json } = await http.call('GET', '/api/me/sign-ins', { cookie });
  expect(json).toEqual({
    email: PRIYA,
    signIns: [
      {
        id: expect.any(String),
        method: 'mail',
        browser: 'Firefox on Windows',
        startedAt: clock,
        current: true,
      },
    ],
  });
});

it('[SIGN10] one of your own sign-ins can be ended, someone else’s is as absent as none', async () => {
  const [desk, phone, stranger] = [
    await http.cookieOf('priya-nandra'),
    await http.cookieOf('priya-nandra'),
    await http.cookieOf('ron-tasker'),
  ];
  const list = async (cookie: string) =>
    (await http.call('GET', '/api/me/sign-ins', { cookie })).json.signIns;
  const [other] = (await list(desk)).filter(({ current }: { current: boolean }) => !current);
  const end = (cookie: string, id: string) =>
    http.call('POST', `/api/me/sign-ins/${id}/end`, { cookie, body: {} });
  const [foreign, absent] = [await end(stranger, other.id), await end(stranger, 'none')];
  expect(foreign.status).toBe(404);
  expect(foreign.json).toEqual(absent.json);
  expect((await http.call('GET', '/api/me', { cookie: phone })).json.account.id).toBe('priya-nandra');
  expect((await end(desk, other.id)).status).toBe(200);
  expect((await http.call('GET', '/api/me', { cookie: phone })).json.account).toBeNull();
  expect((await http.call('GET', '/api/me', { cookie: desk })).json.account.id).toBe('priya-nandra');
  expect(http.changes).toEqual([{ kind: 'account', accountId: 'priya-nandra' }]);
});

it('[SIGN10] signing out everywhere else leaves this browser alone', async () => {
  const cookies = await Promise.all([1, 2, 3].map(() => http.cookieOf('priya-nandra')));
  const ron = await http.cookieOf('ron-tasker');
  await http.call('POST', '/api/me/sign-ins/end-others', { cookie: cookies[0], body: {} });
  const who = await Promise.all(
    [...cookies, ron].map(async (cookie) => (await http.call('GET', '/api/me', { cookie })).json.account?.id),
  );
  expect(who).toEqual(['priya-nandra', undefined, undefined, 'ron-tasker']);
  expect(http.changes).toEqual([{ kind: 'account', accountId: 'priya-nandra' }]);
});
