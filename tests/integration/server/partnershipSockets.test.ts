import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { CLOSE } from '../../../shared/sync/wire.ts';
import { WireClient } from '../sync/wireClient.ts';
import { openWireSocket } from '../sync/wireSocket.ts';
import { killServers, runServer } from './serverRun.ts';

let folder: string;
let url: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trialogue-partnership-sockets-'));
  url = await runServer({ TRIALOGUE_DATA: folder }).url();
});
afterAll(() => {
  killServers();
  rmSync(folder, { recursive: true, force: true });
});

const AT = '/api/partnerships/northvale';

async function call(method: string, path: string, cookie: string, body?: object) {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  expect(answer.status).toBeLessThan(300);
  return answer;
}

async function signIn(person: string): Promise<string> {
  const answer = await call('POST', '/api/example/sign-in', '', { person });
  return answer.headers.get('set-cookie')?.split(';')[0] as string;
}

/** Someone in the example's plan, writing there. */
async function writing(person: string) {
  const client = new WireClient();
  const wire = { url: url.replace('http', 'ws'), documentId: 'northvale-plan', cookie: await signIn(person) };
  const socket = openWireSocket(client, wire);
  await vi.waitFor(() => expect(client.hello?.right).toBe('edit'), { timeout: 5000, interval: 5 });
  return socket;
}

/** What a socket is closed with, and how long after the act. */
async function endOf(socket: Awaited<ReturnType<typeof writing>>, act: () => Promise<unknown>) {
  const began = performance.now();
  const closed = once(socket, 'close').then(([code]) => ({ code, after: performance.now() - began }));
  const [end] = await Promise.all([closed, act()]);
  return end;
}

async function seat(cookie: string, id: string) {
  const { seats } = await (await call('GET', AT, cookie)).json();
  return seats.find((one: { id: string }) => one.id === id) as { version: string };
}

it('[PART6] someone who is removed while they write is out within a second; so is someone who leaves', async () => {
  const marsha = await signIn('Marsha Odell');
  const removed = await endOf(await writing('Jo Marr'), () =>
    call('POST', `${AT}/members/jo-marr/departure`, marsha, { reason: 'A new job' }),
  );
  expect(removed.code).toBe(CLOSE.accessEnded);
  expect(removed.after).toBeLessThan(1000);
  const bal = await signIn('Bal Dhesi');
  const left = await endOf(await writing('Bal Dhesi'), () =>
    call('POST', `${AT}/members/bal-dhesi/departure`, bal, { reason: '' }),
  );
  expect(left.code).toBe(CLOSE.accessEnded);
  expect(left.after).toBeLessThan(1000);
});

it('[PART7] whoever is taken out of a seat, or loses it with the seat, is out within a second', async () => {
  const marsha = await signIn('Marsha Odell');
  const heron = await writing('Heron');
  const { version } = await seat(marsha, 'northvale-u2');
  const taken = await endOf(heron, () =>
    call('PUT', `${AT}/seats/northvale-u2/people`, marsha, {
      ...{ holder: 'juniper', substitutes: [], version, reason: 'Juniper speaks now' },
    }),
  );
  expect(taken.code).toBe(CLOSE.accessEnded);
  expect(taken.after).toBeLessThan(1000);
  const col = await writing('Col Whitaker');
  const highways = await seat(marsha, 'northvale-c2');
  const retired = await endOf(col, () =>
    call('PUT', `${AT}/seats/northvale-c2/retirement`, marsha, {
      version: highways.version,
      reason: 'Merged into Adult Care',
    }),
  );
  expect(retired.code).toBe(CLOSE.accessEnded);
  expect(retired.after).toBeLessThan(1000);
});
