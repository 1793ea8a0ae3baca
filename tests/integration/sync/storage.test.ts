import { afterEach, describe, expect, it } from 'vitest';
import { sqliteStorage } from '../../../server/sync/sqliteStorage.ts';
import type { NewRow, SyncStorage } from '../../../server/sync/storage.ts';
import { createWorld } from '../../world.ts';
import { MemoryStorage } from './memoryStorage.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const kinds: Record<string, () => Promise<SyncStorage>> = {
  memory: async () => new MemoryStorage(),
  async SQLite() {
    const world = createWorld();
    closers.push(() => world.close());
    await world.addDocument('plan');
    await world.addDocument('values');
    return sqliteStorage(world.db);
  },
};

const row = (...bytes: number[]): NewRow => ({
  accountId: 'ron-tasker',
  seatId: null,
  clientId: 7,
  at: 1,
  bytes: Uint8Array.from(bytes),
});
const plain = (updates: readonly { seq: number; bytes: Uint8Array }[]) =>
  updates.map(({ seq, bytes }) => [seq, ...bytes]);

describe.each(Object.entries(kinds))('the log in %s', (_name, create) => {
  it('[SYNC1] numbers updates from 1 without a hole, each document on its own', async () => {
    const storage = await create();
    expect(storage.read('plan')).toMatchObject({ tail: [], seq: 0 });
    storage.append([
      { documentId: 'plan', after: 0, rows: [row(1), row(2)], claims: [] },
      { documentId: 'values', after: 0, rows: [row(9)], claims: [] },
    ]);
    storage.append([{ documentId: 'plan', after: 2, rows: [row(3)], claims: [] }]);
    expect(plain(storage.read('plan').tail)).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    expect(plain(storage.tail('plan', 1, 1))).toEqual([[2, 2]]);
    expect(storage.read('values').seq).toBe(1);
  });

  it('[SYNC1] appends all batches or none of them', async () => {
    const storage = await create();
    storage.append([{ documentId: 'plan', after: 0, rows: [row(1)], claims: [] }]);
    expect(() =>
      storage.append([
        {
          documentId: 'values',
          after: 0,
          rows: [row(9)],
          claims: [{ clientId: 7, accountId: 'ron-tasker' }],
        },
        { documentId: 'plan', after: 0, rows: [row(2)], claims: [] },
      ]),
    ).toThrow();
    expect(storage.read('values').seq).toBe(0);
    expect(storage.claims('values')).toEqual([]);
  });

  it('[SYNC1] a checkpoint shortens what is read, never the log, and an older one changes nothing', async () => {
    const storage = await create();
    storage.append([{ documentId: 'plan', after: 0, rows: [row(1), row(2), row(3)], claims: [] }]);
    storage.saveCheckpoint('plan', { seq: 2, bytes: Uint8Array.of(12) }, 5);
    storage.saveCheckpoint('plan', { seq: 1, bytes: Uint8Array.of(1) }, 6);
    const { checkpoint, tail, seq } = storage.read('plan');
    expect(plain(checkpoint ? [checkpoint] : [])).toEqual([[2, 12]]);
    expect(plain(tail)).toEqual([[3, 3]]);
    expect(seq).toBe(3);
    expect(plain(storage.tail('plan', 0, 10))).toHaveLength(3);
  });

  it('[SYNC2] the first claim of a client binds', async () => {
    const storage = await create();
    const claim = (accountId: string | null) => ({
      documentId: 'plan',
      after: 0,
      rows: [],
      claims: [{ clientId: 7, accountId }],
    });
    storage.append([claim('ron-tasker')]);
    storage.append([claim('priya-nandra')]);
    storage.append([claim(null)]);
    expect(storage.claims('plan')).toEqual([{ clientId: 7, accountId: 'ron-tasker' }]);
  });
});
