import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { forgetOldPages } from '../../../db/forget.ts';
import { openDb } from '../../../db/open.ts';
import { until } from '../../until.ts';
import { createWorld, type World } from '../../world.ts';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.close());

const log = () => readFileSync(join(world.folder, 'trialogue.db-wal'), 'latin1');
const call = (name: string) =>
  world.db.raw.prepare("update member set name = ? where id = 'ron-tasker'").run(name);

it('[DB7] what was overwritten is gone from the write-ahead log at once', () => {
  call('Zebedee Quillfeather');
  call('Kestrel');
  expect(log()).toContain('Quillfeather');
  forgetOldPages(world.db);
  expect(log()).toBe('');
  expect(world.db.raw.pragma('busy_timeout', { simple: true })).toBe(5000);
});

it('[DB7] while another process reads, nobody waits for it, and it is gone as soon as that one is done', async () => {
  const reader = openDb(join(world.folder, 'trialogue.db'));
  call('Zebedee Quillfeather');
  reader.raw.exec('begin');
  reader.raw.prepare('select count(*) from member').get();
  call('Kestrel');
  const began = performance.now();
  forgetOldPages(world.db);
  expect(performance.now() - began).toBeLessThan(1000);
  expect(log()).toContain('Quillfeather');
  reader.raw.exec('commit');
  await until('the log to be empty', () => log() === '');
  reader.raw.close();
});
