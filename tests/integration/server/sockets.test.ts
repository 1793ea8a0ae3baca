import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { CLOSE } from '../../../shared/sync/wire.ts';
import { WireClient } from '../sync/wireClient.ts';
import { openWireSocket } from '../sync/wireSocket.ts';
import { killServers, runServer } from './serverRun.ts';

const ADMINISTRATOR = 'it@northvale.example';

let folder: string;
let url: string;
let server: ReturnType<typeof runServer>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trialogue-sockets-'));
  server = runServer({ TRIALOGUE_DATA: folder, TRIALOGUE_ADMINISTRATORS: ADMINISTRATOR });
  url = await server.url();
});
afterAll(() => {
  killServers();
  rmSync(folder, { recursive: true, force: true });
});

async function call(method: string, path: string, cookie: string, body: object) {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBeLessThan(300);
  return answer;
}

async function signIn(person: string): Promise<string> {
  const answer = await call('POST', '/api/example/sign-in', '', { person });
  return answer.headers.get('set-cookie')?.split(';')[0] as string;
}

/** A document that Priya starts, with Gwen in it and everything of hers saved. */
async function gwenInADocument() {
  const [priya, marsha, gwen] = [
    await signIn('Priya Nandra'),
    await signIn('Marsha Odell'),
    await signIn('Gwen Sallis'),
  ];
  const started = await call('POST', '/api/partnerships/northvale/documents', priya, {
    title: 'Together',
    template: 'empty',
    preset: 'equals',
  });
  const { id } = (await started.json()) as { id: string };
  const client = new WireClient();
  const socket = openWireSocket(client, { url: url.replace('http', 'ws'), documentId: id, cookie: gwen });
  await within(() => client.hello?.right === 'edit' && client.isSaved);
  return { id, client, socket, marsha, gwen };
}

/** The promise is a second; a busy machine is not what this is about, so that the wait may be longer. */
async function within(holds: () => boolean): Promise<number> {
  const began = performance.now();
  await vi.waitFor(() => expect(holds()).toBe(true), { timeout: 5000, interval: 5 });
  return performance.now() - began;
}

const closing = (socket: WebSocket) => once(socket, 'close').then(([code]) => code as number);

it('[CONF9] rights that are changed over HTTP hold on open sockets within a second', async () => {
  const { id, client, marsha } = await gwenInADocument();
  await call('PUT', `/api/documents/${id}/rights`, marsha, { preset: 'steering' });
  expect(await within(() => client.hello?.readOnly === 'right')).toBeLessThan(1000);
  expect(client.hello?.right).toBe('comment');
});

it('[CONF9] the archive makes open sockets read-only, and coming back makes them writable', async () => {
  const { id, client, marsha } = await gwenInADocument();
  await call('PUT', `/api/documents/${id}/archive`, marsha, {});
  expect(await within(() => client.hello?.readOnly === 'archived')).toBeLessThan(1000);
  await call('DELETE', `/api/documents/${id}/archive`, marsha, {});
  expect(await within(() => client.hello?.readOnly === undefined)).toBeLessThan(1000);
});

it('[CONF9] someone whose right is taken away is told for good; so is someone who signs out', async () => {
  const one = await gwenInADocument();
  const began = performance.now();
  const lines = [{ holderKind: 'role', holder: 'facilitator', right: 'edit' }];
  const [taken] = await Promise.all([
    closing(one.socket),
    call('PUT', `/api/documents/${one.id}/rights`, one.marsha, { lines }),
  ]);
  expect(taken).toBe(CLOSE.accessEnded);
  expect(performance.now() - began).toBeLessThan(1000);
  const other = await gwenInADocument();
  const [left] = await Promise.all([closing(other.socket), call('POST', '/api/sign-out', other.gwen, {})]);
  expect(left).toBe(CLOSE.notSignedIn);
});

/** How long it takes from this until Gwen's open socket is told that she is not signed in any more. */
async function untilSignedOut(act: (gwen: string) => Promise<unknown>): Promise<number> {
  const { socket, gwen } = await gwenInADocument();
  const began = performance.now();
  const [code] = await Promise.all([closing(socket), act(gwen)]);
  expect(code).toBe(CLOSE.notSignedIn);
  return performance.now() - began;
}

/** Signs in as the administrator with the code from the outbox page. */
async function administrator(): Promise<string> {
  const email = ADMINISTRATOR;
  const asked = await call('POST', '/api/sign-in/ask', '', { email });
  const cookie = asked.headers.get('set-cookie')?.split(';')[0] as string;
  const code = await vi.waitFor(async () => {
    const { mails } = (await (await fetch(`${url}/api/example/mails`)).json()) as {
      mails: { text: string }[];
    };
    const found = /^ {4}(\d{6})$/m.exec(mails[0]?.text ?? '')?.[1];
    expect(found).toBeDefined();
    return found;
  });
  const came = await call('POST', '/api/sign-in/code', cookie, { code });
  return came.headers.getSetCookie()[0]?.split(';')[0] as string;
}

it('[SIGN12] signing out elsewhere, everywhere else or by an administrator ends open sockets within a second', async () => {
  const admin = await administrator();
  const gwens = async (cookie: string) => {
    const answer = await fetch(`${url}/api/me/sign-ins`, { headers: { cookie } });
    return ((await answer.json()) as { signIns: { id: string; current: boolean }[] }).signIns;
  };
  const own = await untilSignedOut(async (gwen) => {
    const current = (await gwens(gwen)).find((one) => one.current);
    await call('POST', `/api/me/sign-ins/${current?.id}/end`, await signIn('Gwen Sallis'), {});
  });
  const others = await untilSignedOut(async () =>
    call('POST', '/api/me/sign-ins/end-others', await signIn('Gwen Sallis'), {}),
  );
  const byAdministrator = await untilSignedOut(() =>
    call('POST', '/api/administration/accounts/gwen-sallis/end-sign-ins', admin, {}),
  );
  const another = await untilSignedOut((gwen) =>
    call('POST', '/api/example/sign-in', gwen, { person: 'Ron Tasker' }),
  );
  const closed = await untilSignedOut(() =>
    call('PUT', '/api/administration/accounts/gwen-sallis/disabled', admin, {}),
  );
  await call('DELETE', '/api/administration/accounts/gwen-sallis/disabled', admin, {});
  for (const took of [own, others, byAdministrator, another, closed]) expect(took).toBeLessThan(1000);
});

it('[CONF1] with people in a document it still ends politely: their pages are told to come back', async () => {
  const { socket, client } = await gwenInADocument();
  client.doc.getText('last').insert(0, 'words');
  await within(() => client.isSaved);
  const began = performance.now();
  server.child.kill('SIGTERM');
  expect(await closing(socket)).toBe(1012);
  expect(await server.ended).toBe(0);
  expect(performance.now() - began).toBeLessThan(5000);
});
