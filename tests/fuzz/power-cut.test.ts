import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as prng from 'lib0/prng';
import { afterEach, expect, it } from 'vitest';
import { openDb } from '../../db/open.ts';
import { sqliteStorage } from '../../server/sync/sqliteStorage.ts';
import { createWorld, type World } from '../world.ts';

const CUTS = Number(process.env.RUNS ?? 500);
const SEED = Number(process.env.SEED ?? 1);
const COMMITS = 60;

const worlds: World[] = [];
afterEach(() => {
  for (const world of worlds.splice(0)) world.close();
});

/** What a commit had put on the disk when it was reported: how long the WAL was, and the newest number. */
interface Reported {
  readonly walBytes: number;
  readonly seq: number;
}

it(`[CUT1] ${CUTS} torn endings of the WAL lose nothing that was on the disk, and never corrupt the database`, async () => {
  const gen = prng.create(SEED);
  const world = createWorld();
  worlds.push(world);
  await world.addDocument('plan');
  const source = join(world.folder, 'trialogue.db');
  const wal = `${source}-wal`;
  world.db.raw.pragma('wal_checkpoint(TRUNCATE)');
  const storage = sqliteStorage(world.db);
  const reported: Reported[] = [];
  let seq = 0;
  for (let commit = 0; commit < COMMITS; commit++) {
    const rows = Array.from({ length: prng.int32(gen, 1, 5) }, () => ({
      accountId: 'ron-tasker',
      seatId: null,
      clientId: 7,
      at: commit,
      bytes: prng.uint8Array(gen, prng.int32(gen, 1, 2_000)),
    }));
    storage.append([{ documentId: 'plan', after: seq, rows, claims: [] }]);
    seq += rows.length;
    reported.push({ walBytes: statSync(wal).size, seq });
  }
  const wholeWal = readFileSync(wal);
  const written = storage.tail('plan', 0, 1e6);

  const folder = join(world.folder, 'torn');
  let lostSomething = 0;
  for (let cut = 0; cut < CUTS; cut++) {
    const message = `SEED=${SEED}, cut ${cut}`;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    const copy = join(folder, 'trialogue.db');
    copyFileSync(source, copy);
    const intact = prng.int32(gen, 0, wholeWal.length);
    writeFileSync(`${copy}-wal`, tornTail(gen, wholeWal, intact));
    const promised = reported.filter(({ walBytes }) => walBytes <= intact).at(-1)?.seq ?? 0;

    const db = openDb(copy);
    expect(db.raw.pragma('integrity_check', { simple: true }), message).toBe('ok');
    const kept = sqliteStorage(db).tail('plan', 0, 1e6);
    db.raw.close();
    expect(kept.length, message).toBeGreaterThanOrEqual(promised);
    if (kept.length < written.length) lostSomething++;
    // Whole commits only, and exactly as they were.
    expect([0, ...reported.map((one) => one.seq)], message).toContain(kept.length);
    expect(
      kept.every(
        ({ bytes }, index) => Buffer.compare(bytes, (written[index] as { bytes: Uint8Array }).bytes) === 0,
      ),
      message,
    ).toBe(true);
  }
  expect(lostSomething).toBeGreaterThan(CUTS / 2);
});

/** The WAL up to `intact`, and then what a disk may leave behind a power cut: nothing, zeros or rubbish. */
function tornTail(gen: prng.PRNG, wal: Buffer, intact: number): Uint8Array {
  const whole = wal.subarray(0, intact);
  const length = prng.int32(gen, 0, 8_192);
  switch (prng.int32(gen, 0, 2)) {
    case 0:
      return whole;
    case 1:
      return Buffer.concat([whole, Buffer.alloc(length)]);
    default:
      return Buffer.concat([whole, prng.uint8Array(gen, length)]);
  }
}
