import * as prng from 'lib0/prng';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { documentContent } from '../../server/sync/content.ts';
import { sqliteStorage } from '../../server/sync/sqliteStorage.ts';
import { type LiveServer, startLiveServer } from '../integration/sync/liveServer.ts';
import { stockClient } from '../integration/sync/stockClient.ts';
import { until } from '../until.ts';
import { createWorld } from '../world.ts';
import { editAtRandom, sameWords } from './randomEdits.ts';

const RUNS = Number(process.env.RUNS ?? (process.env.LONG ? 60 : 6));
const FIRST_SEED = Number(process.env.SEED ?? 1);
const PEOPLE = ['Priya Nandra', 'Ron Tasker', 'Heron', 'Gwen Sallis'];

it(`[CONV1] ${RUNS} seeded runs of stock clients over real sockets end with everyone the same`, async () => {
  for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) await run(seed);
}, 600_000);

/** Stock clients that write, lose their line and come back, while the server stops and starts on the same port. */
async function run(seed: number): Promise<void> {
  const gen = prng.create(seed);
  const world = createWorld();
  await world.addDocument('plan');
  let server: LiveServer = await startLiveServer(world.db);
  const port = Number(new URL(server.url).port);
  const clients = await Promise.all(
    PEOPLE.map(async (name) => stockClient(server.url, 'plan', await server.cookie(world.person(name)))),
  );
  try {
    for (let step = 0; step < 120; step++) {
      const client = prng.oneOf(gen, clients);
      const dice = prng.int32(gen, 0, 19);
      if (dice === 0) client.provider.disconnect();
      else if (dice === 1) client.provider.connect();
      else if (dice === 2) await new Promise((resolve) => setImmediate(resolve));
      else editAtRandom(gen, client.doc);
      if (step === 60) {
        await server.close();
        server = await startLiveServer(world.db, { port });
      }
    }
    for (const { provider } of clients) provider.connect();
    await until(`everyone to have the same (SEED=${seed})`, async () => {
      if (!clients.every(({ provider }) => provider.synced)) return false;
      const stored = await documentContent(sqliteStorage(world.db), world.now).read('plan');
      const whole = new Y.Doc();
      if (stored) Y.applyUpdate(whole, stored);
      return clients.every(({ doc }) => sameWords(doc, whole));
    });
    for (const { doc } of clients) expect(doc.store.pendingStructs).toBeNull();
  } finally {
    for (const client of clients) client.close();
    await server.close();
    world.close();
  }
}
