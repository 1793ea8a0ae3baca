import { once } from 'node:events';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { openDb } from '../../../db/open.ts';
import { document, documentRight } from '../../../db/schema/documents.ts';
import { member } from '../../../db/schema/partnerships.ts';
import { account } from '../../../db/schema/people.ts';
import { CLOSE } from '../../../shared/sync/wire.ts';
import { until } from '../../until.ts';
import { createWorld, type World } from '../../world.ts';
import { type LiveServer, startLiveServer } from './liveServer.ts';
import { stockClient } from './stockClient.ts';
import { WireClient } from './wireClient.ts';
import { openWireSocket } from './wireSocket.ts';

let world: World;
let server: LiveServer;
const sockets: WebSocket[] = [];
const clients: WireClient[] = [];

beforeEach(async () => {
  world = createWorld();
  await world.addDocument('plan');
  server = await startLiveServer(world.db);
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  for (const client of clients.splice(0)) client.close();
  await server.close();
  world.close();
});

interface Ending {
  readonly code: number;
  readonly heard: number;
}

/** Opens a socket and waits until it is closed or its handshake is refused. */
function ending(
  path: string,
  headers: Record<string, string>,
): Promise<Ending | { readonly status: number }> {
  const socket = new WebSocket(`${server.url}${path}`, { headers });
  sockets.push(socket);
  let heard = 0;
  return new Promise((resolve) => {
    socket.on('message', () => heard++);
    socket.on('close', (code) => resolve({ code, heard }));
    socket.on('error', () => {});
    socket.on('unexpected-response', (_request, response) => resolve({ status: response.statusCode ?? 0 }));
  });
}

async function join(
  name: string,
): Promise<{ client: WireClient; socket: WebSocket; cookie: string; closed: () => number | undefined }> {
  const client = new WireClient();
  clients.push(client);
  const cookie = await server.cookie(world.person(name));
  const socket = openWireSocket(client, { url: server.url, documentId: 'plan', cookie });
  sockets.push(socket);
  let code: number | undefined;
  socket.on('close', (closed) => {
    code = closed;
  });
  await until(`${name} to be let in`, () => client.synced);
  return { client, socket, cookie, closed: () => code };
}

describe('the upgrade', () => {
  it('[SYNC15] without a sign-in, and for what one may not see, the socket is closed for good with nothing said', async () => {
    await world.addDocument('hidden');
    world.db.orm.delete(documentRight).where(eq(documentRight.documentId, 'hidden')).run();
    const cookie = await server.cookie(world.person('Ron Tasker'));
    expect(await ending('/sync/plan', {})).toEqual({ code: CLOSE.notSignedIn, heard: 0 });
    expect(await ending('/sync/plan', { cookie: 'trialogue=made-up' })).toEqual({
      code: CLOSE.notSignedIn,
      heard: 0,
    });
    const forbidden = await ending('/sync/hidden', { cookie });
    expect(forbidden).toEqual({ code: CLOSE.accessEnded, heard: 0 });
    expect(await ending('/sync/no-such', { cookie })).toEqual(forbidden);
  });

  it('[SYNC15] pages of others and other addresses get no socket at all', async () => {
    const cookie = await server.cookie(world.person('Ron Tasker'));
    const host = server.url.slice('ws://'.length);
    for (const origin of ['https://evil.example', 'null', `https://${host}`, `http://${host}.evil.example`])
      expect(await ending('/sync/plan', { cookie, origin })).toEqual({ status: 403 });
    expect(await ending('/sync/plan', { cookie, 'sec-fetch-site': 'cross-site' })).toEqual({ status: 403 });
    expect(
      await ending('/sync/plan', { cookie, host: 'rebound.example', origin: 'http://rebound.example' }),
    ).toEqual({
      status: 403,
    });
    for (const path of ['/sync/', '/sync/a/b', '/other', '/sync/..%2fplan', `/sync/${'x'.repeat(65)}`])
      expect(await ending(path, { cookie })).toEqual({ status: 404 });
    const client = new WebSocket(`${server.url}/sync/plan?wire=1`, {
      headers: { cookie, origin: `http://${host}` },
    });
    sockets.push(client);
    await until('our own page to be let in', () => client.readyState === WebSocket.OPEN);
  });

  it('[SYNC15] opening a socket never makes a document', async () => {
    const cookie = await server.cookie(world.person('Ron Tasker'));
    await ending('/sync/brand-new', { cookie });
    expect(world.db.orm.select().from(document).where(eq(document.id, 'brand-new')).get()).toBeUndefined();
  });

  it('[SYNC16] one account holds at most 20 sockets, and a new one fits when an old one is gone', async () => {
    const cookie = await server.cookie(world.person('Ron Tasker'));
    const open = Array.from({ length: 20 }, () => {
      const socket = new WebSocket(`${server.url}/sync/plan`, { headers: { cookie } });
      sockets.push(socket);
      return socket;
    });
    await until('all of them', () => open.every(({ readyState }) => readyState === WebSocket.OPEN));
    const extra = await Promise.all(Array.from({ length: 5 }, () => ending('/sync/plan', { cookie })));
    expect(extra).toEqual(Array.from({ length: 5 }, () => ({ code: 1013, heard: 0 })));
    const [first] = open as [WebSocket];
    first.terminate();
    await until('the new one to fit', async () => {
      const again = new WebSocket(`${server.url}/sync/plan`, { headers: { cookie } });
      sockets.push(again);
      return Promise.race([once(again, 'message').then(() => true), once(again, 'close').then(() => false)]);
    });
  });

  it('[SYNC16] a message of 100 MB is cut off, and the others notice nothing', async () => {
    const [ron, priya] = [await join('Ron Tasker'), await join('Priya Nandra')];
    ron.socket.send(Buffer.alloc(100 * 1024 * 1024));
    await until('the end of it', ron.closed);
    expect(ron.closed()).toBe(1009);
    priya.client.doc.getText('t').insert(0, 'still here');
    await until('the acknowledgement', () => priya.client.isSaved);
  });

  it('[SYNC16] a client that never reads is dropped, and the others notice nothing', async () => {
    await server.close();
    server = await startLiveServer(world.db, {
      limits: { patience: 300, bytes: { burst: 1e9, perSecond: 0 } },
    });
    const [deaf, priya] = [await join('Ron Tasker'), await join('Priya Nandra')];
    deaf.socket.pause();
    const page = 'x'.repeat(250_000);
    // More than the buffers of any system between the two take.
    for (let written = 0; written < 100 * page.length; written += page.length) {
      const text = priya.client.doc.getText('t');
      text.delete(0, text.length);
      text.insert(0, page);
      await until('the acknowledgement', () => priya.client.isSaved);
    }
    const paused = performance.now();
    await until('the end of patience', () => performance.now() - paused > 600);
    deaf.socket.resume();
    await until('the end of it', deaf.closed);
    expect(deaf.closed()).toBe(1013);
    expect(priya.closed()).toBeUndefined();
  });

  it('[SYNC16] text is no message of this wire', async () => {
    const ron = await join('Ron Tasker');
    ron.socket.send('hello');
    await until('the end of it', ron.closed);
    expect(ron.closed()).toBe(CLOSE.malformed);
  });
});

describe('access that ends', () => {
  /** Two who write all the time; gives what must be true of the one whose access ends. */
  async function whileWriting(end: (gwen: { cookie: string }) => Promise<void>) {
    const [ron, gwen] = [await join('Ron Tasker'), await join('Gwen Sallis')];
    const typing = setInterval(() => {
      ron.client.doc.getArray('a').push(['ron']);
      gwen.client.doc.getArray('a').push(['gwen']);
    }, 5);
    try {
      await until('both to write', () => ron.client.acked > 5 && gwen.client.acked > 5);
      const started = performance.now();
      await end(gwen);
      let lastHeard = 0;
      let lastAccepted = 0;
      const count = () =>
        ron.client.doc
          .getArray('a')
          .toArray()
          .filter((word) => word === 'gwen').length;
      let seen = count();
      gwen.socket.on('message', () => {
        lastHeard = performance.now() - started;
      });
      await until('two seconds of Ron writing on', () => {
        const now = count();
        if (now > seen) lastAccepted = performance.now() - started;
        seen = now;
        return performance.now() - started > 2_000;
      });
      return { ron, gwen, lastHeard, lastAccepted };
    } finally {
      clearInterval(typing);
    }
  }

  const inAnotherProcess = (work: (db: ReturnType<typeof openDb>) => void) => {
    const db = openDb(`${world.folder}/trialogue.db`);
    work(db);
    db.raw.close();
  };
  const gwenIs = () => world.person('Gwen Sallis');

  it('[SYNC17] a member who is removed is out within a second, though the message about it got lost', async () => {
    const { gwen, lastHeard, lastAccepted, ron } = await whileWriting(async () =>
      inAnotherProcess((db) => db.orm.update(member).set({ leftAt: 1 }).where(eq(member.id, gwenIs())).run()),
    );
    expect(gwen.closed()).toBe(CLOSE.accessEnded);
    expect(lastHeard).toBeLessThan(1_000);
    expect(lastAccepted).toBeLessThan(1_000);
    await until('Ron to have everything saved', () => ron.client.isSaved);
  });

  it('[SYNC17] a sign-out and a disabled account end their sockets at once when they are told of', async () => {
    const out = await whileWriting(async ({ cookie }) => {
      await server.signOut(cookie);
      server.accessChanges.tell({ kind: 'account', accountId: gwenIs() });
    });
    expect(out.gwen.closed()).toBe(CLOSE.notSignedIn);
    expect(Math.max(out.lastHeard, out.lastAccepted)).toBeLessThan(1_000);
    const disabled = await whileWriting(async () => {
      world.db.orm.update(account).set({ disabledAt: 1 }).where(eq(account.id, gwenIs())).run();
      server.accessChanges.tell({ kind: 'account', accountId: gwenIs() });
    });
    expect(disabled.gwen.closed()).toBe(CLOSE.notSignedIn);
  });

  it('[SYNC17] one who may only read from now on writes no more, and goes on reading', async () => {
    const { gwen, ron, lastAccepted } = await whileWriting(async () => {
      world.db.orm
        .update(documentRight)
        .set({ right: 'read' })
        .where(eq(documentRight.documentId, 'plan'))
        .run();
      world.db.orm
        .update(documentRight)
        .set({ right: 'edit' })
        .where(eq(documentRight.holder, seatOf('Ron Tasker')))
        .run();
      server.accessChanges.tell({ kind: 'document', documentId: 'plan' });
    });
    expect(gwen.closed()).toBeUndefined();
    expect(gwen.client.hello).toMatchObject({ right: 'read', readOnly: 'right' });
    expect(lastAccepted).toBeLessThan(1_000);
    const words = ron.client.doc.getArray('a').length;
    await until(
      'Gwen to read on',
      () =>
        gwen.client.doc
          .getArray('a')
          .toArray()
          .filter((word) => word === 'ron').length >
        words / 3,
    );
  });

  it('[SYNC17] in a document that is archived nobody writes, until it is restored', async () => {
    const ron = await join('Ron Tasker');
    const archive = (at: number | null) => {
      world.db.orm.update(document).set({ archivedAt: at }).where(eq(document.id, 'plan')).run();
      server.accessChanges.tell({ kind: 'document', documentId: 'plan' });
    };
    archive(1);
    await until('the word of it', () => ron.client.hello?.readOnly === 'archived');
    ron.client.doc.getText('t').insert(0, 'kept on the device');
    await until('the refusal', () => ron.client.refused.some(({ code }) => code === 'read_only'));
    archive(null);
    await until('all to be sent again', () => ron.client.hello?.readOnly === undefined && ron.client.isSaved);
    const priya = await join('Priya Nandra');
    expect(priya.client.doc.getText('t').toString()).toBe('kept on the device');
  });

  function seatOf(name: string): string {
    return world.db.raw
      .prepare<[string], string>('select seat_id from seat_holding where member_id = ?')
      .pluck()
      .get(world.person(name)) as string;
  }
});

describe('who is here', () => {
  it('[SYNC18] stock and own clients see each other under the names that the server knows', async () => {
    const ron = await join('Ron Tasker');
    ron.client.say({ user: { name: 'The Queen', color: 'red' }, name: 'The Queen', focusing: true });
    const stock = stockClient(server.url, 'plan', await server.cookie(world.person('Priya Nandra')));
    try {
      stock.provider.awareness.setLocalState({ user: { name: 'Nobody' } });
      await until(
        'both',
        () => ron.client.others.size === 1 && stock.provider.awareness.getStates().size === 2,
      );
      expect([...ron.client.others.values()]).toMatchObject([
        { name: 'Priya Nandra', user: { name: 'Priya Nandra', side: 'commissioner' } },
      ]);
      expect(stock.provider.awareness.getStates().get(ron.client.doc.clientID)).toMatchObject({
        name: 'Ron Tasker',
        focusing: true,
        user: { id: 'ron-tasker', side: 'community_provider' },
      });
    } finally {
      stock.close();
    }
    await until('Priya to be gone', () => ron.client.others.size === 0);
  });
});
