import { afterEach, beforeEach, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { until } from '../../until.ts';
import { createWorld, type World } from '../../world.ts';
import { type LiveServer, startLiveServer } from './liveServer.ts';
import { type StockClient, stockClient } from './stockClient.ts';

let world: World;
let server: LiveServer;
const clients: StockClient[] = [];

beforeEach(async () => {
  world = createWorld();
  await world.addDocument('plan');
  server = await startLiveServer(world.db);
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await server.close();
  world.close();
});

async function join(name: string, doc?: Y.Doc): Promise<StockClient> {
  const client = stockClient(server.url, 'plan', await server.cookie(world.person(name)), doc);
  clients.push(client);
  return client;
}
const text = ({ doc }: StockClient) => doc.getText('t').toString();

it('[SYNC4] stock clients connect with the cookie and converge', async () => {
  const [priya, ron] = [await join('Priya Nandra'), await join('Ron Tasker')];
  priya.doc.getText('t').insert(0, 'Need: ');
  await until('the first words', () => text(ron) === 'Need: ');
  ron.doc.getText('t').insert(6, 'lifts to the clinic');
  priya.doc.getText('t').insert(0, '1. ');
  await until('both', () => text(ron) === '1. Need: lifts to the clinic' && text(priya) === text(ron));
  const late = await join('Heron');
  await until('the latecomer', () => late.provider.synced);
  expect(text(late)).toBe(text(ron));
});

it('[SYNC4] what a stock client wrote offline is merged on return', async () => {
  const [priya, ron] = [await join('Priya Nandra'), await join('Ron Tasker')];
  priya.doc.getText('t').insert(0, 'one');
  await until('the first words', () => text(ron) === 'one');
  priya.provider.disconnect();
  priya.doc.getText('t').insert(3, ' two');
  ron.doc.getText('t').delete(0, 1);
  priya.provider.connect();
  await until('the merge', () => text(ron) === 'ne two' && text(priya) === 'ne two');
});
