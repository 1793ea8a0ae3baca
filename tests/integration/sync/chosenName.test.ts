import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { nameSeal } from '../../../server/partnerships/nameSeal.ts';
import { takePseudonym } from '../../../server/partnerships/pseudonyms.ts';
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
  await world.addDocument('plan');
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

async function enter(name: string) {
  const client = new WireClient();
  const cookie = await server.cookie(world.person(name));
  const socket = openWireSocket(client, { url: server.url, documentId: 'plan', cookie });
  open.push({ client, socket });
  const heard: Buffer[] = [];
  socket.on('message', (data) => heard.push(data as Buffer));
  await until(`${name} to be let in`, () => client.synced);
  return { client, heard };
}

it('[PRIV7] others see the chosen name beside the caret within a second, and are not told the old one again', async () => {
  const [ron, priya] = [await enter('Ron Tasker'), await enter('Priya Nandra')];
  ron.client.say({ focusing: true });
  const names = () => [...priya.client.others.values()].map(({ name }) => name);
  await until('Priya to see Ron', () => names()[0] === 'Ron Tasker');
  priya.heard.length = 0;
  const started = performance.now();
  const refusal = takePseudonym(
    world.db,
    nameSeal(join(world.folder, 'pseudonym.key')),
    {
      ...{ partnershipId: 'northvale', memberId: 'ron-tasker', at: Date.now() },
      changed: () => server.accessChanges.tell({ kind: 'partnership', partnershipId: 'northvale' }),
    },
    'Kestrel',
  );
  expect(refusal).toBeUndefined();
  await until('Priya to see Kestrel', () => names()[0] === 'Kestrel');
  expect(performance.now() - started).toBeLessThan(1_000);
  const late = await enter('Gwen Sallis');
  await until('a latecomer to see Kestrel', () => late.client.others.size > 0);
  expect([...late.client.others.values()].map(({ name }) => name)).toContain('Kestrel');
  expect(Buffer.concat([...priya.heard, ...late.heard]).toString('latin1')).not.toContain('Tasker');
});
