import { join } from 'node:path';
import * as prng from 'lib0/prng';
import { afterEach, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { openDb } from '../../db/open.ts';
import { signIns } from '../../server/people/signIn.ts';
import { signInStore } from '../../server/people/signInStore.ts';
import { sqliteStorage } from '../../server/sync/sqliteStorage.ts';
import { forkServer } from '../integration/sync/forkServer.ts';
import { WireClient } from '../integration/sync/wireClient.ts';
import { openWireSocket } from '../integration/sync/wireSocket.ts';
import { until } from '../until.ts';
import { createWorld, signedInCookie, type World } from '../world.ts';

const KILLS = Number(process.env.RUNS ?? (process.env.LONG ? 200 : 25));
const SEED = Number(process.env.SEED ?? 1);
const PEOPLE = ['Priya Nandra', 'Ron Tasker', 'Heron', 'Gwen Sallis'];
const IN_FLIGHT = 8;
/** From some that are all still under way to some hundred that are acknowledged. */
const MOST_BEFORE_A_KILL = 400;
const LONGEST_MS = 1_800_000;

const worlds: World[] = [];
afterEach(() => {
  for (const world of worlds.splice(0)) world.close();
});

/** Someone who writes numbered lines as fast as they are acknowledged, and remembers which ones were. */
class Writer {
  readonly client = new WireClient();
  readonly acknowledged = new Set<string>();
  readonly #name: string;
  #waiting: { readonly frame: number; readonly line: string }[] = [];
  written = 0;

  constructor(name: string) {
    this.#name = name;
    this.client.onAck = (frames) => {
      for (const { frame, line } of this.#waiting) if (frame <= frames) this.acknowledged.add(line);
      this.#waiting = this.#waiting.filter(({ frame }) => frame > frames);
    };
  }

  forgetWaiting(): void {
    this.#waiting = [];
  }

  write(): void {
    const { client } = this;
    if (!client.synced || client.sent - client.acked >= IN_FLIGHT) return;
    const before = client.sent;
    const line = `${this.#name} ${++this.written}`;
    client.doc.getArray('a').push([line]);
    if (client.sent > before) this.#waiting.push({ frame: client.sent, line });
  }
}

function writtenBy(writers: readonly Writer[]): number {
  return writers.reduce((sum, { written }) => sum + written, 0);
}

it(
  `[KILL1] ${KILLS} times killed in the middle of writing, the log has every change that was acknowledged`,
  async () => {
    const gen = prng.create(SEED);
    const world = createWorld();
    worlds.push(world);
    await world.addDocument('plan');
    const people = signIns(
      signInStore(world.db, () => Date.now()),
      false,
    );
    const cookies = await Promise.all(PEOPLE.map((name) => signedInCookie(people, world.person(name))));
    world.db.raw.close();
    const writers = PEOPLE.map((name) => new Writer(name));
    const startTimes: number[] = [];

    for (let kill = 0; kill < KILLS; kill++) {
      const server = await forkServer(world.folder);
      const started = performance.now() - server.readyIn;
      const sockets: WebSocket[] = writers.map(({ client }, index) =>
        openWireSocket(client, {
          url: server.url,
          documentId: 'plan',
          cookie: cookies[index] as string,
          since: client.seq,
        }),
      );
      await until('everyone to be let in', () => writers.every(({ client }) => client.synced));
      startTimes.push(performance.now() - started);
      // How much is written before the kill is drawn, not how long: so a seed means the same on every machine.
      const enough = writtenBy(writers) + prng.int32(gen, 1, MOST_BEFORE_A_KILL);
      const timer = setInterval(() => {
        for (const writer of writers) for (let i = 0; i < 4; i++) writer.write();
      }, 1);
      await until('enough to be written', () => writtenBy(writers) >= enough);
      await server.kill();
      clearInterval(timer);
      await until('the sockets to notice', () => sockets.every(({ readyState }) => readyState === 3));
      for (const writer of writers) writer.forgetWaiting();

      const db = openDb(join(world.folder, 'trialogue.db'));
      expect(db.raw.pragma('integrity_check', { simple: true }), `SEED=${SEED}, kill ${kill}`).toBe('ok');
      const doc = new Y.Doc();
      for (const { bytes } of sqliteStorage(db).tail('plan', 0, 1e9)) Y.applyUpdate(doc, bytes);
      db.raw.close();
      const kept = new Set(doc.getArray('a').toArray());
      const lost = writers.flatMap(({ acknowledged }) => [...acknowledged].filter((line) => !kept.has(line)));
      expect(lost, `SEED=${SEED}, kill ${kill}`).toEqual([]);
      expect(doc.store.pendingStructs).toBeNull();
    }
    const acknowledged = writers.reduce((sum, writer) => sum + writer.acknowledged.size, 0);
    startTimes.sort((a, b) => a - b);
    console.log(
      `${KILLS} kills, ${acknowledged} changes acknowledged, 0 lost; the loaded program served all four again after ` +
        `${Math.round(startTimes[Math.floor(KILLS / 2)] ?? 0)} ms (median), ${Math.round(startTimes.at(-1) ?? 0)} ms (longest)`,
    );
    expect(startTimes[Math.floor(KILLS / 2)]).toBeLessThan(1_000);
    expect(acknowledged).toBeGreaterThan(KILLS);
    for (const { client } of writers) client.close();
  },
  LONGEST_MS,
);
