import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addSealingTo, sealingWith } from '../../../db/sealing.ts';
import { CLOSE } from '../../../shared/sync/wire.ts';
import { until } from '../../until.ts';
import { WireClient } from '../sync/wireClient.ts';
import { openWireSocket } from '../sync/wireSocket.ts';
import { killServers, runServer } from './serverRun.ts';

/** The promise, and how long each run looks on afterwards to see it kept. */
const WITHIN_MS = 1_000;
const LOOK_ON_MS = 2_000;

let folder: string;
let url: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trialogue-revocation-'));
  url = await runServer({ TRIALOGUE_DATA: folder, TRIALOGUE_ADMINISTRATORS: 'keeper@server.example' }).url();
});
afterAll(() => {
  killServers();
  rmSync(folder, { recursive: true, force: true });
});

async function call(method: string, path: string, cookie: string, body?: object) {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  expect(answer.status, `${method} ${path}`).toBeLessThan(300);
  return answer;
}

async function signIn(person: string): Promise<string> {
  const answer = await call('POST', '/api/example/sign-in', '', { person });
  return answer.headers.get('set-cookie')?.split(';')[0] as string;
}

/** Someone who opened a document and types in it all the time. */
async function writer(person: string, documentId: string) {
  const cookie = await signIn(person);
  const client = new WireClient();
  const socket = openWireSocket(client, { url: url.replace('http', 'ws'), documentId, cookie });
  let closed: number | undefined;
  let heardAt = 0;
  socket.on('message', () => {
    heardAt = performance.now();
  });
  socket.on('close', (code) => {
    closed = code;
  });
  await until(`${person} to be in`, () => client.isSaved);
  const typing = setInterval(() => client.doc.getArray('a').push([person]), 5);
  const stop = async () => {
    clearInterval(typing);
    if (closed === undefined) {
      socket.close();
      await once(socket, 'close');
    }
    client.close();
  };
  return { cookie, client, stop, closed: () => closed, heardAt: () => heardAt };
}

/**
 * `person` and Ron write; then `end` takes something from that person. Gives when, after that was asked for, they were
 * last sent anything and when their last change was taken, in ms.
 */
async function whileWriting(
  person: string,
  end: (at: { cookie: string; marsha: string; documentId: string }) => Promise<unknown>,
) {
  const marsha = await signIn('Marsha Odell');
  const started = await call('POST', '/api/partnerships/northvale/documents', marsha, {
    title: 'Together',
    template: 'empty',
    preset: 'equals',
  });
  const { id: documentId } = (await started.json()) as { id: string };
  const [ron, one] = [await writer('Ron Tasker', documentId), await writer(person, documentId)];
  try {
    await until('both to write', () => ron.client.acked > 5 && one.client.acked > 5);
    const asked = performance.now();
    await end({ cookie: one.cookie, marsha, documentId });
    const taken = () =>
      (ron.client.doc.getArray('a').toArray() as string[]).filter((name) => name === person).length;
    let seen = taken();
    let lastTaken = 0;
    await until('Ron to have written on', () => {
      const now = taken();
      if (now > seen) lastTaken = performance.now() - asked;
      seen = now;
      return performance.now() - asked > LOOK_ON_MS;
    });
    return { lastTaken, lastHeard: one.heardAt() - asked, closed: one.closed(), hello: one.client.hello };
  } finally {
    await Promise.all([ron.stop(), one.stop()]);
  }
}

/** Runs SQL in another process's stead, of which nobody is told. */
function quietly(sql: string, ...values: unknown[]): void {
  const raw = new Database(join(folder, 'trialogue.db'), { timeout: 5_000 });
  addSealingTo(raw, sealingWith(join(folder, 'keys', 'pseudonym.key'), true));
  expect(raw.prepare(sql).run(...values).changes).toBeGreaterThan(0);
  raw.close();
}

const seats = async (cookie: string) =>
  (
    (await (await call('GET', '/api/partnerships/northvale', cookie)).json()) as {
      seats: { id: string; version: string; holders: { name: string; memberId: string; kind: string }[] }[];
    }
  ).seats;

it('[REVOKE1] signed out everywhere from another browser', async () => {
  const found = await whileWriting('Gwen Sallis', async () =>
    call('POST', '/api/me/sign-ins/end-others', await signIn('Gwen Sallis'), {}),
  );
  expect(found.closed).toBe(CLOSE.notSignedIn);
  expect(Math.max(found.lastTaken, found.lastHeard)).toBeLessThan(WITHIN_MS);
});

it('[REVOKE1] a sign-in that runs out in the middle of a word', async () => {
  const found = await whileWriting('Gwen Sallis', async () =>
    quietly("update sign_in set expires_at = ? where account_id = 'gwen-sallis'", Date.now()),
  );
  expect(found.closed).toBe(CLOSE.notSignedIn);
  expect(Math.max(found.lastTaken, found.lastHeard)).toBeLessThan(WITHIN_MS);
});

it('[REVOKE1] an account that is closed by whoever looks after the server', async () => {
  const secret = 'a-secret-of-the-keeper-that-nobody-else-has';
  quietly(
    "insert into account (id, name, email, created_at) values ('keeper', 'Keeper', seal_words('account:keeper', 'keeper@server.example'), 0)",
  );
  quietly(
    "insert into sign_in (id_hash, id, account_id, expires_at, created_at) values (?, 'kept', 'keeper', ?, 0)",
    createHash('sha256').update(secret).digest('hex'),
    Date.now() + 3_600_000,
  );
  const keeper = `trialogue=${secret}`;
  const found = await whileWriting('Gwen Sallis', () =>
    call('PUT', '/api/administration/accounts/gwen-sallis/disabled', keeper, {}),
  );
  await call('DELETE', '/api/administration/accounts/gwen-sallis/disabled', keeper, {});
  expect(found.closed).toBe(CLOSE.notSignedIn);
  expect(Math.max(found.lastTaken, found.lastHeard)).toBeLessThan(WITHIN_MS);
});

it('[REVOKE2] a lower right: no change is taken any more, and the page is told why', async () => {
  const found = await whileWriting('Gwen Sallis', ({ marsha, documentId }) =>
    call('PUT', `/api/documents/${documentId}/rights`, marsha, { preset: 'steering' }),
  );
  expect(found.lastTaken).toBeLessThan(WITHIN_MS);
  expect(found.closed).toBeUndefined();
  expect(found.hello).toMatchObject({ right: 'comment', readOnly: 'right' });
});

it('[REVOKE2] taken out of the seat that gave the right', async () => {
  const found = await whileWriting('Gwen Sallis', async ({ marsha }) => {
    const seat = (await seats(marsha)).find(({ holders }) =>
      holders.some(({ name }) => name === 'Gwen Sallis'),
    );
    await call('PUT', `/api/partnerships/northvale/seats/${seat?.id}/people`, marsha, {
      holder: null,
      substitutes: [],
      version: seat?.version,
      reason: 'A test of what happens',
    });
  });
  expect(found.closed).toBe(CLOSE.accessEnded);
  expect(Math.max(found.lastTaken, found.lastHeard)).toBeLessThan(WITHIN_MS);
});

it('[REVOKE2] removed from the partnership', async () => {
  const found = await whileWriting('Priya Nandra', ({ marsha }) =>
    call('POST', '/api/partnerships/northvale/members/priya-nandra/departure', marsha, {
      reason: 'A test of what happens',
    }),
  );
  expect(found.closed).toBe(CLOSE.accessEnded);
  expect(Math.max(found.lastTaken, found.lastHeard)).toBeLessThan(WITHIN_MS);
});
