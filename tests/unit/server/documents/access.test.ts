import { afterEach, beforeEach, expect, it } from 'vitest';
import { documentAccess } from '../../../../server/documents/access.ts';
import { createWorld, type World } from '../../../world.ts';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.close());

it('[ACC1] with every side as equals, each seat and its substitute may edit', async () => {
  await world.addDocument('plan');
  for (const name of ['Priya Nandra', 'Gwen Sallis', 'Ron Tasker', 'Heron', 'Juniper'])
    expect(await documentAccess(world.db, world.person(name), 'plan')).toMatchObject({
      right: 'edit',
      memberName: name,
    });
});

it('[ACC1] with a steering and a reference group, providers comment and the steering sides edit', async () => {
  await world.addDocument('plan', 'steering');
  const rightOf = async (name: string) => (await documentAccess(world.db, world.person(name), 'plan'))?.right;
  expect(await rightOf('Priya Nandra')).toBe('edit');
  expect(await rightOf('Del Fenn')).toBe('edit');
  expect(await rightOf('Gwen Sallis')).toBe('comment');
  expect(await rightOf('Ron Tasker')).toBe('comment');
  expect(await rightOf('Marsha Odell')).toBe('edit');
  expect(await rightOf('Beth Oyelaran')).toBe('read');
});

it('[ACC2] a foreign document and one that does not exist look the same', async () => {
  await world.addDocument('plan');
  expect(await documentAccess(world.db, 'a-stranger', 'plan')).toBeUndefined();
  expect(await documentAccess(world.db, world.person('Priya Nandra'), 'no-such')).toBeUndefined();
});
