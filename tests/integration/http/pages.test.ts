import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readBuiltClient } from '../../../server/pages/builtClient.ts';
import type { Rule } from '../../../server/permit.ts';
import { type HttpWorld, startHttp } from './server.ts';

let http: HttpWorld;
let folder: string;
const SCRIPT = `console.log(${JSON.stringify('hello '.repeat(200))})`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trialogue-client-'));
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, '.vite'));
  writeFileSync(
    join(folder, 'index.html'),
    '<html><head><title>T</title><script type="module" src="/assets/main-1.js"></script></head></html>',
  );
  writeFileSync(join(folder, 'assets/main-1.js'), SCRIPT);
  writeFileSync(join(folder, '.vite/manifest.json'), '{}');
  writeFileSync(join(folder, 'secret.key'), 'secret');
  const client = readBuiltClient(folder);
  http = await startHttp(client ? { client } : {});
});
afterAll(async () => {
  await http.stop();
  rmSync(folder, { recursive: true });
});

it.each([
  '/',
  '/partnerships/northvale',
  '/partnerships/northvale/new',
  '/documents/plan',
  '/documents/plan/rights',
])('[HTTP14] %s answers with the page, its scripts allowed by this answer alone', async (path) => {
  const { status, headers, json: html } = await http.call('GET', path);
  const nonce = /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1];
  expect(status).toBe(200);
  expect(html).toContain(`<script nonce="${nonce}" type="module"`);
  expect(html).toContain(`<meta property="csp-nonce" nonce="${nonce}" />`);
  expect(headers.get('cache-control')).toBe('no-store');
});

it('[HTTP14] every page that the client has answers at its address', async () => {
  const source = (name: string) => readFileSync(new URL(`../../../client/${name}`, import.meta.url), 'utf8');
  const routes = `${source('app.tsx')}${source('SignedInPages.tsx')}${source('SignedOutPages.tsx')}`;
  const paths = [...routes.matchAll(/<Route path="([^"]+)"/g)].map(([, path]) => path as string);
  const table = [...source('partnershipPages.tsx').matchAll(/^ {2}'([^']*)': \(/gm)];
  paths.push(...table.map(([, rest]) => `/partnerships/:partnershipId${rest}`));
  expect(paths.length).toBeGreaterThan(20);
  const missing: string[] = [];
  for (const path of new Set(paths))
    if ((await http.call('GET', path.replace(/:\w+/g, 'some-id'))).status !== 200) missing.push(path);
  expect(missing).toEqual([]);
});

it('[HTTP14] a file whose name tells its content may be kept for good, and comes compressed', async () => {
  const { headers } = await http.call('GET', '/assets/main-1.js');
  expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(headers.get('content-encoding')).toBe('gzip');
  const plain = await http.app.request('http://127.0.0.1/assets/main-1.js', {
    headers: { host: '127.0.0.1' },
  });
  expect(await plain.text()).toBe(SCRIPT);
  const zipped = await http.app.request('http://127.0.0.1/assets/main-1.js', {
    headers: { host: '127.0.0.1', 'accept-encoding': 'br, gzip' },
  });
  expect(gunzipSync(await zipped.arrayBuffer()).toString()).toBe(SCRIPT);
});

it.each([
  '/secret.key',
  '/.vite/manifest.json',
  '/assets/../secret.key',
  '/assets/%2e%2e/secret.key',
  '/assets',
])('[HTTP14] %s is not there', async (path) => {
  expect((await http.call('GET', path)).status).toBe(404);
});

it('[HTTP14] a person who follows a wrong link gets the page that says so; a program, the refusal', async () => {
  const page = await http.call('GET', '/no/such', { headers: { accept: 'text/html,*/*' } });
  expect(page.status).toBe(404);
  expect(page.json).toContain('<script nonce="');
  expect((await http.call('GET', '/api/no-such', { headers: { accept: 'text/html' } })).json.error.code).toBe(
    'not_found',
  );
  expect((await http.call('GET', '/no/such')).json.error.code).toBe('not_found');
});

it('[HTTP1] the pages, too, have their rule as their first handler', () => {
  const first = new Map<string, { rule?: Rule }>();
  for (const { method, path, handler } of http.app.routes)
    if (method !== 'ALL' && !first.has(path)) first.set(path, handler as { rule?: Rule });
  expect([...first].filter(([, handler]) => !handler.rule)).toEqual([]);
  expect([...first.keys()]).toContain('/documents/:documentId');
});

it('[HTTP13] the description has every route of the API, with a sentence and the shape of its answer', async () => {
  const { json } = await http.call('GET', '/api/openapi.json');
  const described = Object.entries(json.paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} /api${path}`),
  );
  const served = http.app.routes
    .filter(
      ({ method, path }) => method !== 'ALL' && path.startsWith('/api/') && path !== '/api/openapi.json',
    )
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  expect(described.sort()).toEqual([...new Set(served)].sort());
  expect(json.servers).toEqual([{ url: '/api' }]);
  for (const methods of Object.values(json.paths as Record<string, Record<string, never>>))
    for (const operation of Object.values(methods) as {
      summary?: string;
      responses: Record<string, unknown>;
    }[]) {
      expect(operation.summary).toMatch(/^[A-Z]/);
      const answer = (operation.responses['200'] ?? operation.responses['201']) as {
        content: Record<string, { schema: { oneOf?: object[] } }>;
      };
      const json = answer.content['application/json'];
      // A stream has no shape; its sentence says what comes.
      if (!json) expect(Object.keys(answer.content)).toEqual(['text/event-stream']);
      // An answer with several states is one object out of a few.
      for (const shape of json ? (json.schema.oneOf ?? [json.schema]) : [])
        expect(shape).toMatchObject({ type: 'object' });
    }
});
