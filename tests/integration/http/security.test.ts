import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LARGEST_BODY } from '../../../server/security.ts';
import { type HttpWorld, startHttp } from './server.ts';

let http: HttpWorld;
let cookie: string;
beforeAll(async () => {
  http = await startHttp();
  cookie = await http.cookieOf(http.person('Priya Nandra'));
  await http.addDocument('plan');
});
afterAll(() => http.stop());

const rename = (headers: Record<string, string>, body: unknown = { title: 'plan' }) =>
  http.call('PATCH', '/api/documents/plan', { cookie, body, headers });

/** Each has a secret of its own, in its address or its head, that does this one thing. */
const FROM_ANYWHERE = ['/unsubscribe/:token', '/inbound/mail'];

describe('where a change may come from', () => {
  it('[HTTP4] a page of ours may ask, and a program that names no page', async () => {
    expect((await rename({ origin: http.url, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await rename({})).status).toBe(200);
  });

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['another name of this machine', { origin: 'http://localhost' }],
    ['a page that hides where it is from', { origin: 'null' }],
    ['a page on a neighbouring site', { 'sec-fetch-site': 'same-site' }],
    ['a page of another site, whatever it says', { 'sec-fetch-site': 'cross-site' }],
    ['no page that we gave', { 'sec-fetch-site': 'none' }],
  ])('[HTTP4] %s may not', async (_, headers) => {
    const { status, json } = await rename(headers as unknown as Record<string, string>, { title: 'Theirs' });
    expect({ status, code: json.error.code }).toEqual({ status: 403, code: 'not_allowed' });
    expect((await http.call('GET', '/api/documents/plan', { cookie })).json.title).not.toBe('Theirs');
  });

  it('[HTTP4] the check stands before every route that changes something', async () => {
    const unsafe = http.app.routes.filter(
      ({ method, path }) => !['GET', 'ALL'].includes(method) && !FROM_ANYWHERE.includes(path),
    );
    expect(unsafe.length).toBeGreaterThan(5);
    for (const { method, path } of unsafe) {
      const headers = { origin: 'https://evil.example' };
      expect((await http.call(method, path, { cookie, body: {}, headers })).status).toBe(403);
    }
  });

  it('[HTTP4] what mail programs and mail services ask from anywhere knows nobody by a cookie', () => {
    for (const path of FROM_ANYWHERE) {
      const handlers = http.app.routes.filter((route) => route.path === path && route.method === 'POST');
      const kinds = handlers.flatMap(
        ({ handler }) => (handler as { rule?: { kind: string } }).rule?.kind ?? [],
      );
      expect(kinds).toEqual([path === '/inbound/mail' ? 'mail_service' : 'public']);
    }
  });

  it.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'application/csp-report',
    'application/jsonp',
    'text/plain; application/json',
    '',
  ])('[HTTP5] a body typed "%s" changes nothing', async (type) => {
    const { status, json } = await rename({ 'content-type': type });
    expect({ status, code: json.error.code }).toEqual({ status: 415, code: 'not_json' });
  });

  it('[HTTP5] JSON may say its character set', async () => {
    expect((await rename({ 'content-type': 'application/json; charset=utf-8' })).status).toBe(200);
  });

  it('[HTTP5] no header or field turns one method into another', async () => {
    const asDelete = { 'x-http-method-override': 'DELETE', 'content-type': 'application/json' };
    const answer = await http.call('POST', '/api/documents/plan/archive?_method=DELETE', {
      cookie,
      body: { _method: 'DELETE' },
      headers: asDelete,
    });
    expect(answer.status).toBe(404);
  });

  it('[HTTP6] a name that is not ours but leads here is not answered', async () => {
    const answer = await raw(`GET /api/me HTTP/1.1\r\nHost: evil.example:80\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    const post = JSON.stringify({ person: 'Priya Nandra' });
    const rebound = await raw(
      `POST /api/example/sign-in HTTP/1.1\r\nHost: evil.example\r\nOrigin: http://evil.example\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${post.length}\r\nConnection: close\r\n\r\n${post}`,
    );
    expect(rebound).toMatch(/^HTTP\/1\.1 400 /);
    expect(rebound.toLowerCase()).not.toContain('set-cookie');
  });
});

describe('what a request may carry', () => {
  const long = (bytes: number) => JSON.stringify({ title: 'x'.repeat(bytes) });

  it('[HTTP7] a body over the limit is refused, whether it says its length or not', async () => {
    const { status, json } = await rename({}, long(LARGEST_BODY));
    expect({ status, code: json.error.code }).toEqual({ status: 413, code: 'too_large' });
    const chunk = 'x'.repeat(LARGEST_BODY + 1);
    const chunked = await raw(
      `PATCH /api/documents/plan HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${cookie}\r\n` +
        'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n' +
        `${chunk.length.toString(16)}\r\n${chunk}\r\n0\r\n\r\n`,
    );
    expect(chunked).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('[HTTP7] just under it is looked at, and the field has a limit of its own', async () => {
    const { status, json } = await rename({}, long(LARGEST_BODY - 100));
    expect(status).toBe(422);
    expect(json.error.fields.title).toContain('120');
  });

  it.each([
    ['{', 400],
    ['', 400],
    ['null', 422],
    ['[]', 422],
    ['"title"', 422],
    ['{"title":7}', 422],
    ['{"title":"x","right":"edit"}', 422],
    ['{"title":"x","__proto__":{"right":"edit"}}', 422],
  ])('[HTTP8] the body %s is refused', async (body, status) => {
    const answer = await rename({ 'content-type': 'application/json' }, body);
    expect(answer.status).toBe(status);
    expect(answer.json.error.message).toMatch(/^[A-Z].*\.$/);
    expect(JSON.stringify(answer.json)).not.toMatch(/Invalid|expected|Unrecognized/);
  });

  it('[HTTP9] a body that comes slowly carries no right past its end', async () => {
    await http.addDocument('slow');
    const body = JSON.stringify({ title: 'Too late' });
    const socket = connect(Number(new URL(http.url).port), '127.0.0.1');
    await once(socket, 'connect');
    const before = http.logged.length;
    socket.write(
      `PATCH /api/documents/slow HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${cookie}\r\nConnection: close\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 5)}`,
    );
    // Another whole request behind it: by its answer, the server has taken in the slow one's beginning.
    await http.call('GET', '/api/me');
    expect(http.logged.length).toBeGreaterThan(before);
    http.db.raw.prepare("update document_right set right = 'none' where document_id = 'slow'").run();
    socket.write(body.slice(5));
    expect(await everythingFrom(socket)).toMatch(/^HTTP\/1\.1 404 /);
  });
});

describe('what an answer carries', () => {
  it('[HTTP10] every answer, refusals included, has the security headers', async () => {
    for (const path of ['/', '/api/me', '/api/no-such', '/healthz', '/api/documents/plan']) {
      const { headers } = await http.call('GET', path);
      const csp = headers.get('content-security-policy') ?? '';
      for (const part of [
        "default-src 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ])
        expect(csp).toContain(part);
      expect(csp).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}';/);
      expect(csp).not.toMatch(/unsafe|\*/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('[HTTP10] the nonce is new in every answer', async () => {
    const nonce = async () =>
      /'nonce-([^']+)'/.exec((await http.call('GET', '/')).headers.get('content-security-policy') ?? '')?.[1];
    const nonces = [await nonce(), await nonce(), await nonce()];
    expect(new Set(nonces).size).toBe(3);
    expect(nonces).not.toContain(undefined);
  });

  it('[HTTP10] nothing that the API says may be kept', async () => {
    for (const path of ['/api/me', '/api/documents/plan', '/api/example/people', '/api/documents/no-such'])
      expect((await http.call('GET', path, { cookie })).headers.get('cache-control')).toBe('no-store');
  });

  it('[HTTP10] over https it says so for a year, and the cookie keeps to this host', async () => {
    const secure = await startHttp({ config: { baseUrl: 'https://trialogue.example', example: true } });
    const { headers } = await secure.call('GET', '/healthz');
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect(headers.get('content-security-policy')).toContain('wss://trialogue.example');
    const post = (origin: string) =>
      secure.call('POST', '/api/sign-out', { body: {}, headers: { origin } }).then(({ status }) => status);
    expect(await post('https://trialogue.example')).toBe(200);
    expect(await post('http://trialogue.example')).toBe(403);
    expect(await post(secure.url)).toBe(403);
    await secure.stop();
  });

  it('[HTTP11] a fault of ours says where to look, and neither answer nor log quotes what was written', async () => {
    const broken = await startHttp();
    const who = await broken.cookieOf(broken.person('Priya Nandra'));
    await broken.addDocument('plan');
    // The database itself quotes what was written in its message.
    broken.db.raw.exec(
      'create trigger quote before insert on journal_entry begin select raise(abort, new.detail); end',
    );
    const answer = await broken.call('PATCH', '/api/documents/plan?canary-query', {
      cookie: who,
      body: { title: 'canary-title' },
    });
    expect(answer.status).toBe(500);
    expect(answer.json.error).toMatchObject({ code: 'broken', requestId: expect.any(String) });
    const log = broken.logged.join('');
    expect(log).toContain(answer.json.error.requestId);
    expect(log).toContain('/api/documents/:documentId');
    expect(log).toContain('SQLITE_CONSTRAINT');
    for (const secret of ['canary', 'Priya', who.split('=')[1] as string]) {
      expect(log).not.toContain(secret);
      expect(JSON.stringify(answer.json)).not.toContain(secret);
    }
    await broken.stop();
  });
});

describe('how often', () => {
  it('[HTTP12] changes by one account are limited, and others go on', async () => {
    const limited = await startHttp();
    const hasty = await limited.cookieOf(limited.person('Ron Tasker'));
    const archive = (who: string) =>
      limited.call('PUT', '/api/documents/none/archive', { cookie: who, body: {} });
    const statuses = new Map<number, number>();
    for (let count = 0; count < 260; count++) {
      const { status, headers } = await archive(hasty);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status === 429) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(Object.fromEntries(statuses)).toEqual({ 404: 240, 429: 20 });
    expect((await limited.call('GET', '/api/me', { cookie: hasty })).status).toBe(200);
    expect((await archive(await limited.cookieOf(limited.person('Gwen Sallis')))).status).toBe(404);
    await limited.stop();
  });

  it('[HTTP12] signing in is limited by where it comes from', async () => {
    const limited = await startHttp();
    const signIn = () =>
      limited
        .call('POST', '/api/example/sign-in', { body: { person: 'No One' } })
        .then(({ status }) => status);
    for (let count = 0; count < 120; count++) expect(await signIn()).toBe(422);
    expect(await signIn()).toBe(429);
    await limited.stop();
  });
});

/** Sends exactly these bytes, and gives everything that comes back. */
async function raw(bytes: string): Promise<string> {
  const socket = connect(Number(new URL(http.url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(bytes);
  return everythingFrom(socket);
}

async function everythingFrom(socket: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  return text;
}
