import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { transact } from '../../../db/transact.ts';
import { documentContent } from '../../../server/sync/content.ts';
import { sqliteStorage } from '../../../server/sync/sqliteStorage.ts';
import { createWorld, type World } from '../../world.ts';

let world: World;
beforeEach(async () => {
  world = createWorld();
  await world.addDocument('plan');
});
afterEach(() => world.close());

function words(text: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('t').insert(0, text);
  return Y.encodeStateAsUpdate(doc);
}
function reading(update: Uint8Array | undefined): string | undefined {
  if (!update) return undefined;
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc.getText('t').toString();
}

it('[SYNC3] a document reads as its first words and everything in the log after them', async () => {
  const storage = sqliteStorage(world.db);
  const content = documentContent(storage, world.now);
  expect(await content.read('plan')).toBeUndefined();
  content.start('plan', words('Why we are here'));
  expect(reading(await content.read('plan'))).toBe('Why we are here');
  const doc = new Y.Doc();
  Y.applyUpdate(doc, (await content.read('plan')) as Uint8Array);
  doc.on('update', (bytes) => {
    const { seq } = storage.read('plan');
    const row = { accountId: 'ron-tasker', seatId: null, clientId: doc.clientID, at: 1, bytes };
    storage.append([{ documentId: 'plan', after: seq, rows: [row], claims: [] }]);
  });
  doc.getText('t').insert(0, 'Why? ');
  doc.getText('t').delete(8, 4);
  expect(reading(await content.read('plan'))).toBe(doc.getText('t').toString());
  const whole = Y.encodeStateAsUpdate(doc);
  storage.saveCheckpoint('plan', { seq: 2, bytes: whole }, 1);
  expect(reading(await content.read('plan'))).toBe(doc.getText('t').toString());
});

it('[SYNC3] the first words are written once, with the document or not at all, and belong to the server', async () => {
  const storage = sqliteStorage(world.db);
  const content = documentContent(storage, world.now);
  expect(() =>
    transact(world.db, () => {
      content.start('plan', words('lost'));
      throw new Error('the document was not made after all');
    }),
  ).toThrow('not made');
  expect(await content.read('plan')).toBeUndefined();
  content.start('plan', words('kept'));
  expect(() => content.start('plan', words('again'))).toThrow('has words already');
  expect(storage.claims('plan')).toEqual([{ clientId: expect.any(Number), accountId: null }]);
});
