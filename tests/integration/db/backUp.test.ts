import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BackUpError, backUp } from '../../../db/backUp.ts';
import { type Db, NewerData, openDb } from '../../../db/open.ts';

let folder: string;
let db: Db;
const file = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trialogue-backup-'));
  db = openDb(file('trialogue.db'));
});
afterEach(() => {
  if (db.raw.open) db.raw.close();
  rmSync(folder, { recursive: true, force: true });
});

const addAccount = (of: Db, id: string) =>
  of.raw.prepare("insert into account (id, name, is_example, created_at) values (?, 'A', 0, 0)").run(id);
const accounts = (of: Db) => of.raw.prepare('select id from account order by id').pluck().all();

it('[DB6] it holds what was saved when it began and nothing of a change that is under way, and opens like any', () => {
  addAccount(db, 'saved');
  db.raw.exec('begin immediate');
  addAccount(db, 'under way');
  backUp(file('trialogue.db'), file('copies/one.db'));
  db.raw.exec('commit');
  const copy = openDb(file('copies/one.db'));
  expect(accounts(copy)).toEqual(['saved']);
  copy.raw.close();
  expect(accounts(db)).toEqual(['saved', 'under way']);
  expect(statSync(file('copies/one.db')).mode & 0o777).toBe(0o600);
});

it('[DB6] it never overwrites, and says what is wrong', () => {
  writeFileSync(file('mine.db'), 'mine');
  expect(() => backUp(file('trialogue.db'), file('mine.db'))).toThrow(/is there already/);
  expect(() => backUp(file('nowhere.db'), file('new.db'))).toThrow(BackUpError);
  expect(existsSync(file('new.db'))).toBe(false);
});

it('[DB6] a database that is damaged gives no copy', () => {
  for (let i = 0; i < 400; i++) addAccount(db, `account-${i}`);
  db.raw.close();
  const pages = statSync(file('trialogue.db')).size / 4096;
  const raw = openDb(file('trialogue.db')).raw;
  const page = raw
    .prepare("select rootpage from sqlite_master where name = 'account'")
    .pluck()
    .get() as number;
  raw.close();
  expect(pages).toBeGreaterThan(page);
  damage(file('trialogue.db'), (page - 1) * 4096);
  expect(() => backUp(file('trialogue.db'), file('copy.db'))).toThrow(BackUpError);
  expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual([]);
});

it('[DB5] a database that a newer version has changed is not opened', () => {
  db.raw
    .prepare("insert into __drizzle_migrations (hash, created_at) values ('from the future', 9e15)")
    .run();
  db.raw.close();
  expect(() => openDb(file('trialogue.db'))).toThrow(NewerData);
});

function damage(path: string, at: number): void {
  const handle = openSync(path, 'r+');
  writeSync(handle, Buffer.alloc(2048, 0x5a), 0, 2048, at);
  closeSync(handle);
}
