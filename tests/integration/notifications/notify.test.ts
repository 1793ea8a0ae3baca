import { afterEach, beforeEach, expect, it } from 'vitest';
import { transact } from '../../../db/transact.ts';
import { noticeLines } from '../../../server/noticeLines.ts';
import { notify } from '../../../server/notifications/notify.ts';
import { createWorld, type World } from '../../world.ts';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.close());

const rows = () =>
  world.db.raw.prepare('select * from notice order by id').all() as Record<string, unknown>[];

function tell(eventKey: string, memberIds: readonly string[], byMemberId: string | null = null): boolean {
  return transact(world.db, (orm) =>
    notify(orm, {
      ...{ eventKey, partnershipId: 'northvale', kind: 'a kind', memberIds, byMemberId },
      ...{ about: { kind: 'decision', id: 'd1' }, at: world.now(), needsMe: false },
    }),
  );
}

it('[TOLD1] what is rolled back is told to nobody, and one event is told to one person once', () => {
  const [ron, priya] = [world.person('Ron Tasker'), world.person('Priya Nandra')];
  expect(() =>
    transact(world.db, () => {
      tell('a:0', [ron]);
      throw new Error('no');
    }),
  ).toThrow('no');
  tell('a:1', [ron, ron]);
  tell('a:1', [ron, priya]);
  expect(rows().map(({ member_id }) => member_id)).toEqual([ron, priya]);
});

it('[TOLD2] nobody is told of what they did themselves', () => {
  const [ron, priya] = [world.person('Ron Tasker'), world.person('Priya Nandra')];
  expect(tell('a:1', [ron, priya], ron)).toBe(true);
  expect(tell('a:2', [ron], ron)).toBe(false);
  expect(rows().map(({ member_id }) => member_id)).toEqual([priya]);
  expect(Object.keys(noticeLines)).not.toContain('a kind');
});
