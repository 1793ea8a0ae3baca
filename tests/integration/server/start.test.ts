import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDb } from '../../../db/open.ts';
import { killServers, runServer } from './serverRun.ts';

// A plain script without types: it runs before anything is installed.
const { isInstalled } = await import(new URL('../../../server/install.mjs', import.meta.url).href);

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'trialogue-start-')), 'data');
});
afterEach(() => {
  killServers();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

const run = (env: Record<string, string> = {}, script?: string) =>
  runServer({ TRIALOGUE_DATA: folder, ...env }, script);

const people = async (url: string) =>
  ((await (await fetch(`${url}/api/example/people`)).json()) as { people: unknown[] }).people.length;

it('[CONF1] it makes its data, tells where it is, answers, and ends politely when asked', async () => {
  const server = run();
  const url = await server.url();
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ ok: true });
  expect(await people(url)).toBe(18);
  expect(existsSync(join(folder, 'trialogue.db'))).toBe(true);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  // A clean end leaves one file to copy: the write-ahead log has been taken in.
  expect(existsSync(join(folder, 'trialogue.db-wal'))).toBe(false);
});

it('[CONF2] a second server on the same data is refused, and the first goes on', async () => {
  const first = run();
  const url = await first.url();
  const second = run();
  expect(await second.ended).toBe(1);
  expect(second.output()).toBe(
    `Trialogue is already running on the data in ${folder}. Stop it first, or set TRIALOGUE_DATA to another folder.\n`,
  );
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});

it('[DB5] a database that a newer version has changed stops the start, with what to do and no stack', async () => {
  const first = run();
  await first.url();
  first.child.kill('SIGTERM');
  await first.ended;
  const { raw } = openDb(join(folder, 'trialogue.db'));
  raw.prepare("insert into __drizzle_migrations (hash, created_at) values ('from the future', 9e15)").run();
  raw.close();
  const second = run();
  expect(await second.ended).toBe(1);
  expect(second.output()).toBe(
    `A newer version of Trialogue has changed the database ${join(folder, 'trialogue.db')}. Start that version, or put back the copy that was made before the upgrade.\n`,
  );
});

it('[PRIV14] without the key that addresses are sealed with a server does not start, says what to do, and makes no new one', async () => {
  mkdirSync(folder);
  const { raw } = openDb(join(folder, 'trialogue.db'));
  raw.exec(
    "insert into account (id, name, email, created_at) values ('a', '', seal_words('account:a', 'a@x.org'), 1)",
  );
  raw.close();
  const key = join(folder, 'keys', 'pseudonym.key');
  const away = join(folder, 'away.key');
  renameSync(key, away);
  const lost = run();
  expect(await lost.ended).toBe(1);
  const help =
    'Put the right key file there, or set TRIALOGUE_PSEUDONYM_KEY to where it is, and start again.\n';
  const sealed = `that the mail addresses and names in ${folder} are sealed with. Nothing was changed.`;
  expect(lost.output()).toBe(`There is no key at ${key}: it is the one ${sealed} ${help}`);
  expect(existsSync(key)).toBe(false);
  writeFileSync(key, `${'1'.repeat(64)}\n`);
  const wrong = run();
  expect(await wrong.ended).toBe(1);
  expect(wrong.output()).toBe(`The key in ${key} is not the one ${sealed} ${help}`);
  await run({ TRIALOGUE_PSEUDONYM_KEY: away }).url();
});

it('[DB6] the back-up command copies the data of a running server, and a server starts on the copy', async () => {
  const first = run();
  await first.url();
  const backUp = run({}, 'server/backUp.mjs');
  expect(await backUp.ended).toBe(0);
  const [name] = readdirSync(join(folder, 'backups'));
  expect(backUp.output()).toContain(join(folder, 'backups', name ?? ''));
  const restored = join(folder, 'restored');
  mkdirSync(restored);
  renameSync(join(folder, 'backups', name ?? ''), join(restored, 'trialogue.db'));
  const second = runServer({ TRIALOGUE_DATA: restored });
  expect(await people(await second.url())).toBe(18);
  const nothing = runServer({ TRIALOGUE_DATA: join(folder, 'nowhere') }, 'server/backUp.mjs');
  expect(await nothing.ended).toBe(1);
  expect(nothing.output()).toMatch(/^There is no database at .* Set TRIALOGUE_DATA to its folder\.\n$/);
});

it('[CONF2] a killed server leaves nothing that stops the next one', async () => {
  const first = run();
  const url = await first.url();
  const signIn = await fetch(`${url}/api/example/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: 'Ron Tasker' }),
  });
  const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  first.child.kill('SIGKILL');
  await first.ended;
  const again = await run().url();
  expect(await people(again)).toBe(18);
  const me = (await (await fetch(`${again}/api/me`, { headers: { cookie } })).json()) as { account: unknown };
  expect(me.account).toEqual({ id: 'ron-tasker', name: 'Ron Tasker' });
});

it('[CONF3] a taken port is named', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const server = run({ PORT: String(port) });
  expect(await server.ended).toBe(1);
  expect(server.output()).toContain(`Port ${port} is taken by another program. Set PORT to a free one.`);
  expect(server.output()).not.toContain('    at ');
  other.close();
});

it('[CONF3] a wrong setting is named, with no stack, and nothing is made', async () => {
  const server = run({ PORT: 'eighty', TRIALOGUE_EXAMPLE: 'yes' });
  expect(await server.ended).toBe(1);
  expect(server.output()).toBe(
    "These settings can't be used:\nPORT: must be a number\nTRIALOGUE_EXAMPLE: must be 0 or 1\n",
  );
  expect(existsSync(folder)).toBe(false);
});

it('[CONF3] a data folder that cannot be made is named', async () => {
  writeFileSync(join(folder, '..', 'file'), '');
  const server = run({ TRIALOGUE_DATA: join(folder, '..', 'file', 'data') });
  expect(await server.ended).toBe(1);
  expect(server.output()).toContain('TRIALOGUE_DATA: ');
  expect(server.output()).not.toContain('    at ');
});

it('[CONF3] an address that this machine does not have is named', async () => {
  const server = run({ HOST: '203.0.113.7', TRIALOGUE_EXAMPLE: '0' });
  expect(await server.ended).toBe(1);
  expect(server.output()).toContain('HOST: this machine has no address 203.0.113.7.');
});

it('[CONF4] without example mode an empty server has no people and adds none', async () => {
  const url = await run({ TRIALOGUE_EXAMPLE: '0' }).url();
  expect((await fetch(`${url}/api/example/people`)).status).toBe(404);
  expect(await (await fetch(`${url}/api/me`)).json()).toEqual({
    account: null,
    example: false,
    mayFound: false,
    administrator: false,
    partnerships: [],
  });
});

// Without an install by `npm test` or `npm start` this would install everything anew, which is not what it shows.
it.skipIf(!isInstalled())(
  '[CONF5] the one command serves the pages; a second start has nothing to build and takes seconds',
  async () => {
    const first = run({}, 'server/start.mjs');
    const page = await (await fetch(`${await first.url()}/`)).text();
    expect(page).toContain('<div id="app">');
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    const began = performance.now();
    const second = run({}, 'server/start.mjs');
    await second.url();
    // About two seconds, when the machine has nothing else to do.
    expect(performance.now() - began).toBeLessThan(30_000);
    expect(second.output()).not.toContain('Building');
  },
  120_000,
);
