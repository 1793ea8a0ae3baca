import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Db, openDb } from '../../../db/open.ts';
import { transact } from '../../../db/transact.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
let folder: string;
let db: Db;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trialogue-db-'));
  db = openDb(join(folder, 'trialogue.db'));
});
afterEach(() => {
  if (db.raw.open) db.raw.close();
  rmSync(folder, { recursive: true, force: true });
});

it('[DB1] a database that is opened again still flushes every commit', () => {
  db.raw.close();
  db = openDb(join(folder, 'trialogue.db'));
  const pragma = (name: string) => db.raw.pragma(name, { simple: true });
  expect({
    journal: pragma('journal_mode'),
    synchronous: pragma('synchronous'),
    foreignKeys: pragma('foreign_keys'),
    busyTimeout: pragma('busy_timeout'),
    trustedSchema: pragma('trusted_schema'),
    secureDelete: pragma('secure_delete'),
  }).toEqual({
    journal: 'wal',
    synchronous: 2,
    foreignKeys: 1,
    busyTimeout: 5000,
    trustedSchema: 0,
    secureDelete: 1,
  });
});

it('[DB2] every table is STRICT, so that a column only ever holds its own type', () => {
  const lax = db.raw
    .prepare("select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0")
    .pluck()
    .all();
  expect(lax.filter((name) => !/^sqlite_|^__drizzle/.test(String(name)))).toEqual([]);
});

it('[DB3] hooks run after the commit, and not at all when the work fails', () => {
  const said: string[] = [];
  transact(db, (_, afterCommit) => {
    afterCommit(() => said.push(db.raw.inTransaction ? 'too early' : 'committed'));
  });
  const fail = () =>
    transact(db, (_, afterCommit) => {
      afterCommit(() => said.push('never'));
      db.raw.prepare("insert into account (id, name, is_example, created_at) values ('a', 'A', 0, 0)").run();
      throw new Error('no');
    });
  expect(fail).toThrow('no');
  expect(said).toEqual(['committed']);
  expect(db.raw.prepare('select count(*) from account').pluck().get()).toBe(0);
});

it('[DB4] the migrations make exactly what the schema says', () => {
  const out = join(folder, 'migrations');
  cpSync(join(root, 'db/migrations'), out, { recursive: true });
  const before = readdirSync(out);
  execFileSync(
    process.execPath,
    [
      'node_modules/drizzle-kit/bin.cjs',
      'generate',
      '--dialect=sqlite',
      '--schema=./db/schema/*.ts',
      `--out=${relative(root, out)}`,
    ],
    { cwd: root, stdio: 'pipe' },
  );
  expect(readdirSync(out)).toEqual(before);
});
