import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDb } from '../../../db/open.ts';
import { sealAddresses } from '../../../db/sealAddresses.ts';
import { addSealingTo, sealingWith } from '../../../db/sealing.ts';
import { NoKey } from '../../../db/serverKey.ts';
import { invitationById } from '../../../server/invitations/store.ts';
import { claimMail } from '../../../server/mail/store.ts';
import { isHeld } from '../../../server/notifications/troubleStore.ts';
import { placeOf } from '../../../server/people/accountStore.ts';

const MIGRATIONS = fileURLToPath(new URL('../../../db/migrations', import.meta.url));
const NEWEST_BEFORE = 12;
const DEL = 'del.harker@northvale.example';
const GUEST = 'guest.person@northvale.example';
const DOOR = { signUp: { kind: 'nobody' }, administrators: [] } as const;

let folder: string;
let path: string;
let key: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trialogue-addresses-'));
  path = join(folder, 'trialogue.db');
  key = join(folder, 'keys', 'pseudonym.key');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A database as the version before left it, with addresses wherever it kept them. */
function oldDatabase(): void {
  const migrations = join(folder, 'migrations');
  cpSync(MIGRATIONS, migrations, { recursive: true });
  const journal = join(migrations, 'meta', '_journal.json');
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8'));
  const before = entries.filter(({ idx }: { idx: number }) => idx <= NEWEST_BEFORE);
  writeFileSync(journal, JSON.stringify({ ...rest, entries: before }));
  const raw = new Database(path);
  raw.pragma('journal_mode = wal');
  migrate(drizzle(raw), { migrationsFolder: migrations });
  rmSync(migrations, { recursive: true });
  const plain = createHash('sha256').update(DEL).digest('hex');
  raw.exec(`
    insert into account (id, name, email, created_at) values ('del', '', '${DEL}', 1), ('none', 'N', null, 1);
    insert into partnership (id, name, place, purpose, created_at) values ('p', 'P', '', '', 1);
    insert into member (id, partnership_id, account_id, name, is_pseudonym, joined_at)
      values ('m', 'p', 'del', 'Kestrel', 1, 1);
    insert into invitation (id, partnership_id, token_hash, email, name, roles, created_at, expires_at)
      values ('i', 'p', 't', '${GUEST}', '', '[]', 1, 9e12), ('over', 'p', 'o', '', '', '[]', 1, 1);
    insert into sign_in_code (id, email, link_hash, code_hash, browser_hash, created_at, expires_at)
      values ('c', '${DEL}', 'l', 'c', 'b', 1, 2);
    insert into mail (id, event_key, kind, to_address, subject, text, html, created_at, due_at)
      values ('waits', 'e:1', 'notice', '${DEL}', 's', 't', 'h', 1, 2), ('sent', 'e:2', 'notice', '', '', '', '', 1, null);
    insert into address_trouble (member_id, address_hash, problem, at) values ('m', '${plain}', 'no mailbox', 1);
    insert into mail_token (hash, purpose, member_id, about, expires_at) values ('h', 'bounce', 'm', '${plain}', 9);
  `);
  raw.close();
}

const everything = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');

it('[PRIV13] addresses that an earlier version kept are sealed at the first start, and everything goes on with them', () => {
  oldDatabase();
  expect(everything()).toMatch(/del\.harker/);
  const db = openDb(path);
  expect(everything()).not.toMatch(/del\.harker|guest\.person/);
  expect(everything()).not.toContain(createHash('sha256').update(DEL).digest('hex'));
  expect(placeOf(db.orm, DOOR, DEL, 2)).toEqual({ kind: 'account', accountId: 'del' });
  expect(placeOf(db.orm, DOOR, GUEST, 2)).toEqual({ kind: 'free' });
  expect(placeOf(db.orm, DOOR, 'other@northvale.example', 2)).toEqual({ kind: 'none' });
  expect(invitationById(db.orm, 'p', 'i')?.email).toBe(GUEST);
  expect(claimMail(db, 3, [])).toMatchObject({ id: 'waits', to: DEL });
  expect(isHeld(db.orm, 'm', DEL)).toBe(true);
  const kept = () => db.raw.prepare('select email, email_hash from account order by id').all();
  const before = kept();
  db.raw.close();
  const again = openDb(path);
  expect(again.raw.prepare('select email, email_hash from account order by id').all()).toEqual(before);
  again.raw.close();
});

it('[PRIV13] it is done wholly or not at all, and done at the next start', () => {
  oldDatabase();
  openDb(path).raw.close();
  rmSync(folder, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), 'trialogue-addresses-'));
  path = join(folder, 'trialogue.db');
  oldDatabase();
  const raw = new Database(path);
  for (const table of ['account', 'invitation', 'sign_in_code'])
    raw.exec(`alter table ${table} add email_hash text default ''`);
  const sealing = sealingWith(join(folder, 'keys', 'pseudonym.key'), true);
  let left = 3;
  addSealingTo(raw, {
    ...sealing,
    seal(place, words) {
      if (--left < 0) throw new Error('the machine stops');
      return sealing.seal(place, words);
    },
  });
  expect(() => sealAddresses(raw)).toThrow('the machine stops');
  expect(raw.prepare('select email from account order by id').pluck().all()).toEqual([DEL, null]);
  left = 100;
  expect(sealAddresses(raw)).toBe(true);
  expect(sealAddresses(raw)).toBe(false);
  expect(raw.prepare("select count(*) from mail where instr(to_address, '@')").pluck().get()).toBe(0);
  raw.close();
});

it('[PRIV14] without the right key nothing opens, no new one is made, and nothing is changed', () => {
  oldDatabase();
  openDb(path).raw.close();
  const away = join(folder, 'elsewhere.key');
  renameSync(key, away);
  const before = readFileSync(path);
  expect(() => openDb(path)).toThrow(NoKey);
  expect(existsSync(key)).toBe(false);
  writeFileSync(key, `${'0'.repeat(64)}\n`);
  expect(() => openDb(path)).toThrow(NoKey);
  writeFileSync(key, 'not a key');
  expect(() => openDb(path)).toThrow(NoKey);
  expect(readFileSync(path).equals(before)).toBe(true);
  rmSync(key);
  const db = openDb(path, away);
  expect(placeOf(db.orm, DOOR, DEL, 2)).toEqual({ kind: 'account', accountId: 'del' });
  db.raw.close();
});

it('[PRIV14] names that an earlier version sealed hold the key too: another one seals nothing beside them', () => {
  oldDatabase();
  const raw = new Database(path);
  raw.exec("insert into pseudonym_name (member_id, sealed, created_at) values ('m', x'00', 1)");
  raw.close();
  expect(() => openDb(path)).toThrow(NoKey);
  expect(everything()).toMatch(/del\.harker/);
});

it('[PRIV13] an address opens only in the row that it was sealed for', () => {
  const db = openDb(path);
  db.raw.exec(`
    insert into account (id, name, email, created_at) values ('a', '', seal_words('account:a', 'a@x.org'), 1);
    insert into account (id, name, email, created_at) select 'b', '', email, 1 from account;
  `);
  const opened = (id: string) =>
    db.raw.prepare("select open_words('account:' || id, email) from account where id = ?").pluck().get(id);
  expect(opened('a')).toBe('a@x.org');
  expect(() => opened('b')).toThrow(NoKey);
  db.raw.close();
});
