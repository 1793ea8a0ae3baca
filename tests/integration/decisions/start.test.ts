import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDb } from '../../../db/open.ts';
import { northvaleCast } from '../../../server/example/cast.ts';
import { addExamplePartnership } from '../../../server/example/store.ts';
import { until } from '../../until.ts';
import { killServers, runServer } from '../server/serverRun.ts';
import { addOpen, kinds, partsOver } from './play.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trialogue-due-'));
});
afterEach(() => {
  killServers();
  rmSync(folder, { recursive: true, force: true });
});

it('[KEEP9] a server that starts carries out what passed while it was down, and then what comes', async () => {
  const data = join(folder, 'data');
  mkdirSync(data);
  const db = openDb(join(data, 'trialogue.db'));
  const WEEK = 7 * 86_400_000;
  const now = Date.now();
  addExamplePartnership(db, northvaleCast(), now - 2 * WEEK);
  addOpen(
    partsOver(db, () => now - WEEK - 60_000),
    'passed',
  );
  // Comes due some seconds after the server is there.
  addOpen(
    partsOver(db, () => now - WEEK + 6_000),
    'coming',
  );
  const server = runServer({ TRIALOGUE_DATA: data, TRIALOGUE_EXAMPLE: '0' });
  await server.url();
  const closed = (id: string) => kinds(db, id).includes('round_closed');
  await until('what had passed is carried out', () => closed('passed'));
  await until('what comes is carried out', () => closed('coming'), 60_000);
  const at = db.raw
    .prepare("select at from ledger_entry where subject = 'coming' and kind = 'round_closed'")
    .pluck()
    .get() as number;
  // Never before its moment. That it is within two seconds is shown with a clock that the test turns.
  expect(at).toBeGreaterThanOrEqual(now + 6_000);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  db.raw.close();
});
