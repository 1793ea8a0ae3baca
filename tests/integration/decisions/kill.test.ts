import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { carryOut } from '../../../server/decisions/carryOut.ts';
import { perform } from '../../../server/decisions/perform.ts';
import { starting } from '../../ready/programs.ts';
import { createWorld, type World } from '../../world.ts';
import { addOpen, brokenLinks, C1, kinds, type Parts, PRIYA, partsOver } from './play.ts';

const WEEK = 7 * 86_400_000;
const T0 = Date.parse('2025-04-01T09:00:00Z');
const PROGRAM = starting(new URL('./killProcess.ts', import.meta.url));

let world: World;
let parts: Parts;
beforeAll(() => {
  world = createWorld();
  parts = partsOver(world.db, () => T0);
});
afterAll(() => world.close());

/** Does it in a process that is killed before its nth write; true if it came to its end because there was none. */
async function killed(what: 'carryOut' | 'act', id: string, now: number, nth: number): Promise<boolean> {
  const { path, execArgv } = PROGRAM;
  const args = [...execArgv, path, join(world.folder, 'trialogue.db'), what, id, `${now}`, `${nth}`];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  if (signal === 'SIGKILL') return false;
  expect(code).toBe(0);
  return true;
}

const OPENED = ['opened', 'round_opened'];
const CLOSED = [...OPENED, 'round_closed', 'step_started', 'round_opened'];

it('[KEEP11] killed before any write of a close, it has not happened at all, and happens once afterwards', async () => {
  let nth = 0;
  for (let ended = false; !ended; ) {
    nth += 1;
    const id = `kill-${nth}`;
    addOpen(parts, id);
    ended = await killed('carryOut', id, T0 + WEEK, nth);
    expect(kinds(world.db, id)).toEqual(ended ? CLOSED : OPENED);
    expect(brokenLinks(world.db)).toEqual([]);
    carryOut(parts, T0 + WEEK);
    carryOut(parts, T0 + WEEK);
    expect(kinds(world.db, id)).toEqual(CLOSED);
  }
  // Lines of the ledger and the decision itself: less would mean that the kills came nowhere.
  expect(nth).toBeGreaterThan(4);
}, 120_000);

it('[KEEP11] killed in the middle of an act, the same request again is one act', async () => {
  let nth = 0;
  for (let ended = false; !ended; ) {
    nth += 1;
    const id = `act-${nth}`;
    addOpen(parts, id);
    ended = await killed('act', id, T0 + 1, nth);
    expect(kinds(world.db, id)).toEqual(ended ? [...OPENED, 'position_taken'] : OPENED);
    const action = {
      kind: 'take_position' as const,
      seat: C1,
      position: { choice: 'agree' as const },
      through: { channel: 'web' as const },
    };
    const again = { decisionId: id, memberId: PRIYA, requestId: 'the-same-request', action };
    expect(perform(parts, again)).toHaveProperty('kept');
    expect(kinds(world.db, id)).toEqual([...OPENED, 'position_taken']);
    expect(brokenLinks(world.db)).toEqual([]);
  }
  expect(nth).toBeGreaterThan(3);
}, 120_000);
