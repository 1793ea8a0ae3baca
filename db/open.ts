import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { forgetOldPages } from './forget.ts';
import {
  decision,
  decisionPassage,
  decisionRequest,
  decisionText,
  partnershipRule,
} from './schema/decisions.ts';
import { document, documentRight, documentSeen, publication, valuesSignature } from './schema/documents.ts';
import { journalEntry } from './schema/journal.ts';
import { ledgerActor, ledgerEntry, ledgerHead, ledgerWords } from './schema/ledger.ts';
import { mail } from './schema/mail.ts';
import {
  invitation,
  member,
  memberRole,
  partnership,
  pseudonymName,
  seat,
  seatHolding,
} from './schema/partnerships.ts';
import { account, outsideIdentity, profile, signIn, signInCode } from './schema/people.ts';
import { syncCheckpoint, syncClient, syncUpdate } from './schema/sync.ts';
import { behaviour, behaviourVersion, sharedValue, sharedValueVersion } from './schema/values.ts';
import { sealAddresses } from './sealAddresses.ts';
import { assertOpens, findSealed } from './sealedAlready.ts';
import { addSealingTo, type Sealing, sealingWith } from './sealing.ts';

const schema = {
  account,
  signIn,
  signInCode,
  outsideIdentity,
  profile,
  mail,
  partnership,
  invitation,
  pseudonymName,
  seat,
  member,
  seatHolding,
  memberRole,
  document,
  documentRight,
  documentSeen,
  publication,
  valuesSignature,
  syncUpdate,
  syncCheckpoint,
  syncClient,
  journalEntry,
  decision,
  decisionText,
  decisionPassage,
  decisionRequest,
  partnershipRule,
  ledgerActor,
  ledgerEntry,
  ledgerWords,
  ledgerHead,
  sharedValue,
  sharedValueVersion,
  behaviour,
  behaviourVersion,
};

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));
const OLDEST_SAFE_SQLITE = [3, 51, 3] as const;

/** The database was changed by a newer version than this one. Nothing was done to it. */
export class NewerData extends Error {}

export type Db = ReturnType<typeof openDb>;

/**
 * Opens (creating and migrating as needed) the database file at `path`, and proves that it keeps its word:
 * a WAL file reopens as synchronous=NORMAL unless told otherwise, so every pragma is set and then read back.
 * Throws if the file can't be opened or a pragma did not take, `NewerData` when a newer version was here, and
 * `NoKey`, before anything is changed, when the key in `keyFile` does not open what is sealed in it.
 */
export function openDb(path: string, keyFile = keyFileBeside(path)) {
  const raw = new Database(path);
  for (const [name, value] of Object.entries(PRAGMAS)) raw.pragma(`${name} = ${value}`);
  assertPragmas(raw, path);
  const orm = drizzle(raw, { schema });
  refuseNewer(raw, path);
  const sealing = sealingFor(raw, keyFile);
  migrate(orm, { migrationsFolder: MIGRATIONS });
  const db = { raw, orm, sealing };
  if (sealAddresses(raw)) forgetOldPages(db);
  return db;
}

function keyFileBeside(path: string): string | undefined {
  return path === ':memory:' ? undefined : join(dirname(path), 'keys', 'pseudonym.key');
}

/** A new key would never open what is sealed already, so that one is made only where nothing is. */
function sealingFor(raw: Database.Database, keyFile: string | undefined): Sealing {
  const sealed = findSealed(raw);
  const sealing = sealingWith(keyFile, sealed === undefined);
  addSealingTo(raw, sealing);
  try {
    if (sealed) assertOpens(sealed, keyFile, sealing);
  } catch (error) {
    raw.close();
    throw error;
  }
  return sealing;
}

const PRAGMAS = {
  journal_mode: 'wal',
  synchronous: 2, // FULL: an acknowledged change has been flushed to the disk
  busy_timeout: 5000,
  foreign_keys: 1,
  trusted_schema: 0,
  journal_size_limit: 64 * 1024 * 1024,
  secure_delete: 1,
} as const;

function assertPragmas(raw: Database.Database, path: string): void {
  const version = String(raw.prepare('select sqlite_version() as v').pluck().get());
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const [a, b, c] = OLDEST_SAFE_SQLITE;
  if (major * 1e6 + minor * 1e3 + patch < a * 1e6 + b * 1e3 + c)
    throw new Error(
      `SQLite ${version} is older than ${OLDEST_SAFE_SQLITE.join('.')}, which can corrupt a WAL file`,
    );
  for (const [name, wanted] of Object.entries(PRAGMAS)) {
    const found = raw.pragma(name, { simple: true });
    const memory = name === 'journal_mode' && path === ':memory:' && found === 'memory';
    if (found !== wanted && !memory)
      throw new Error(`SQLite did not accept ${name}=${wanted}; it says ${found}`);
  }
}

/** drizzle carries out what it has and the file lacks, and would not notice what the file has and it lacks. */
function refuseNewer(raw: Database.Database, path: string): void {
  const migrations = raw.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
  if (!migrations) return;
  const newest = raw.prepare('select max(created_at) from __drizzle_migrations').pluck().get();
  const known = readMigrationFiles({ migrationsFolder: MIGRATIONS }).map(({ folderMillis }) => folderMillis);
  if (Number(newest) <= Math.max(...known)) return;
  raw.close();
  throw new NewerData(path);
}
