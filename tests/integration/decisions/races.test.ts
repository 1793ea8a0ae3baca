import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { PersonAction } from '../../../shared/decisions/actions.ts';
import type { Decision } from '../../../shared/decisions/decision.ts';
import { createWorld, type World } from '../../world.ts';
import { type Rivals, startRivals } from '../rivals.ts';
import { addOpen, addReady, brokenLinks, C1, CHAIR, kinds, type Parts, PRIYA, partsOver } from './play.ts';
import type { Move } from './raceProcess.ts';

const ROUNDS = 20;
const WEEK = 7 * 86_400_000;
const HOUR = 3_600_000;
const T0 = Date.parse('2025-04-01T09:00:00Z');
const SAM = 'sam-iqbal';

let world: World;
let parts: Parts;
let rivals: Rivals<Move>;
beforeAll(async () => {
  world = createWorld();
  parts = partsOver(world.db, () => T0);
  rivals = await startRivals(
    new URL('./raceProcess.ts', import.meta.url),
    join(world.folder, 'trialogue.db'),
  );
  world.db.raw.exec(`insert or ignore into member_role (member_id, role) values ('${SAM}', 'facilitator')`);
});
afterAll(async () => {
  await rivals.stop();
  world.close();
});

let id = '';
let count = 0;
beforeEach(() => {
  count = 0;
});
const fresh = (title: string) => {
  count += 1;
  id = `race-${title}-${count}`;
};
/** Whatever was raced, the ledger has no gap, and nothing in it was left out of the count. */
afterEach(() => {
  expect(brokenLinks(world.db)).toEqual([]);
});

const act = (memberId: string, action: PersonAction, requestId: string, now = T0 + HOUR): Move => ({
  ...{ do: 'act', memberId, decisionId: id, action, requestId, now },
});
const position = (choice: 'agree' | 'abstain'): PersonAction => ({
  kind: 'take_position',
  seat: C1,
  position: { choice },
  through: { channel: 'web' },
});
const body = (): Decision =>
  JSON.parse(world.db.raw.prepare('select body from decision where id = ?').pluck().get(id) as string);
const howMany = (kind: string) => kinds(world.db, id).filter((each) => each === kind).length;
const REFUSED = /^(conflict|not_allowed|invalid)$/;

it('[KEEP8] sent twice at once, an act is done once, and both are told the same', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    fresh('twice');
    addOpen(parts, id);
    const move = act(PRIYA, position('agree'), 'the-same-request');
    const told = await rivals.race([move, move]);
    expect(told[0]).toBe(told[1]);
    expect(told[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(howMany('position_taken')).toBe(1);
    expect(body().rounds[0]?.positions).toHaveLength(1);
  }
});

it('[KEEP8] two answers of one seat at once are one position with a history', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    fresh('both');
    addOpen(parts, id);
    await rivals.race([
      act(PRIYA, position('agree'), 'request-one'),
      act(PRIYA, position('abstain'), 'request-two'),
    ]);
    expect(howMany('position_taken')).toBe(2);
    expect(body().rounds[0]?.positions).toHaveLength(2);
  }
});

it('[DEC23] a position against the close: it is counted, or it is refused', async () => {
  const seen = new Set<boolean>();
  // Both must have been first at times, or nothing was raced.
  for (let round = 0; round < ROUNDS || (seen.size < 2 && round < 30 * ROUNDS); round++) {
    fresh('close');
    addOpen(parts, id);
    const [told] = await rivals.race([
      act(PRIYA, position('agree'), 'request-one', T0 + WEEK - 1),
      { do: 'carryOut', now: T0 + WEEK },
    ]);
    const first = body().rounds[0];
    const taken = !REFUSED.test(told);
    expect(first?.counts[0]?.working.cast).toBe(taken ? 1 : 0);
    expect(howMany('position_taken')).toBe(taken ? 1 : 0);
    expect(howMany('round_closed')).toBe(1);
    seen.add(taken);
  }
  expect(seen.size).toBe(2);
});

it('[DEC27] two processes carry out what is due: each step starts once', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    fresh('due');
    addOpen(parts, id);
    const move: Move = { do: 'carryOut', now: T0 + WEEK };
    await rivals.race([move, move]);
    expect(kinds(world.db, id)).toEqual([
      'opened',
      'round_opened',
      'round_closed',
      'step_started',
      'round_opened',
    ]);
    expect(body().steps).toHaveLength(1);
  }
});

it('[DEC37] two facilitators at once: opened once; and of closing and withdrawing, one', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    fresh('chairs');
    addReady(parts, id);
    const opens = await rivals.race([
      act(CHAIR, { kind: 'open' }, 'request-one', T0),
      act(SAM, { kind: 'open' }, 'request-two', T0),
    ]);
    expect(opens.filter((told) => REFUSED.test(told))).toHaveLength(1);
    expect(howMany('opened')).toBe(1);
    const ends = await rivals.race([
      act(CHAIR, { kind: 'withdraw', reason: 'Not now' }, 'request-three'),
      act(SAM, { kind: 'withdraw', reason: 'Nor later' }, 'request-four'),
    ]);
    expect(ends.filter((told) => REFUSED.test(told))).toHaveLength(1);
    expect(howMany('ended')).toBe(1);
  }
});

it('[KEEP9] a clock that is an hour fast only shifts: nothing is done twice, nothing is lost', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    fresh('hour');
    addOpen(parts, id);
    await rivals.race([
      { do: 'carryOut', now: T0 + WEEK - HOUR + 1000 },
      { do: 'carryOut', now: T0 + WEEK + 1000 },
    ]);
    expect(howMany('round_closed')).toBe(1);
    expect(howMany('step_started')).toBe(1);
    // The slow clock goes on: the vote's own week is still a week.
    await rivals.race([
      { do: 'carryOut', now: T0 + WEEK + HOUR },
      { do: 'carryOut', now: T0 + WEEK + HOUR },
    ]);
    const vote = body().rounds[1];
    expect(vote?.closesAt).toBe((vote?.openedAt ?? 0) + WEEK);
    expect(howMany('round_closed')).toBe(1);
  }
});
