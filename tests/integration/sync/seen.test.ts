import { afterEach, beforeEach, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { whoSaw } from '../../../server/documents/seenStore.ts';
import { until } from '../../until.ts';
import { createWorld, type World } from '../../world.ts';
import { type LiveServer, startLiveServer } from './liveServer.ts';
import { WireClient } from './wireClient.ts';
import { openWireSocket } from './wireSocket.ts';

let world: World;
let server: LiveServer;
const open: { client: WireClient; socket: WebSocket }[] = [];

beforeEach(async () => {
  world = createWorld();
  await world.addDocument('plan', 'steering');
  server = await startLiveServer(world.db);
});
afterEach(async () => {
  for (const { client, socket } of open.splice(0)) {
    socket.terminate();
    client.close();
  }
  await server.close();
  world.close();
});

async function join(name: string) {
  const client = new WireClient();
  const cookie = await server.cookie(world.person(name));
  const socket = openWireSocket(client, { url: server.url, documentId: 'plan', cookie });
  open.push({ client, socket });
  await until(`${name} to be let in`, () => client.synced);
}

const seen = () =>
  whoSaw(world.db, { documentId: 'plan', partnershipId: 'northvale' }).map(({ name }) => name);

it('[SENS2] who has it open when it becomes restricted for procurement is noted, and so is who comes then', async () => {
  await join('Gwen Sallis');
  expect(seen()).toEqual([]);
  world.db.raw.prepare("update document set sensitivity = 'procurement'").run();
  server.accessChanges.tell({ kind: 'document', documentId: 'plan' });
  await until('Gwen to be noted', () => seen().length === 1);
  await join('Priya Nandra');
  expect(seen().sort()).toEqual(['Gwen Sallis', 'Priya Nandra']);
});
