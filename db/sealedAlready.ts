import type Database from 'better-sqlite3';
import type { Sealing } from './sealing.ts';
import { NoKey, readKey, unlockWords } from './serverKey.ts';

/** Something that is sealed in a database, to try a key on. */
export type Sealed =
  | { readonly kind: 'name'; readonly place: string; readonly sealed: Buffer }
  | { readonly kind: 'words'; readonly place: string; readonly sealed: string };

const WORDS = [
  { place: 'account', column: 'email' },
  { place: 'invitation', column: 'email' },
  { place: 'sign_in_code', column: 'email' },
  { place: 'mail', column: 'to_address' },
  { place: 'private_note', column: 'words' },
] as const;

/** Something that is sealed here, whichever version did; undefined when nothing is. */
export function findSealed(raw: Database.Database): Sealed | undefined {
  for (const { place, column } of WORDS) {
    if (!hasTable(raw, place)) continue;
    const found = raw
      .prepare(
        `select id, ${column} as sealed from ${place} where ${column} <> '' and not instr(${column}, '@')`,
      )
      .get() as { readonly id: string; readonly sealed: string } | undefined;
    if (found) return { kind: 'words', place: `${place}:${found.id}`, sealed: found.sealed };
  }
  if (!hasTable(raw, 'pseudonym_name')) return undefined;
  const name = raw.prepare('select member_id, sealed from pseudonym_name').get() as
    | { readonly member_id: string; readonly sealed: Buffer }
    | undefined;
  return name && { kind: 'name', place: name.member_id, sealed: name.sealed };
}

function hasTable(raw: Database.Database, name: string): boolean {
  return raw.prepare("select 1 from sqlite_master where type = 'table' and name = ?").get(name) !== undefined;
}

/** Throws `NoKey` unless the key opens it. */
export function assertOpens(found: Sealed, keyFile: string | undefined, sealing: Sealing): void {
  switch (found.kind) {
    case 'words':
      sealing.open(found.place, found.sealed);
      return;
    case 'name': {
      const key = keyFile === undefined ? undefined : readKey(keyFile);
      if (!key) throw new NoKey();
      unlockWords(key, found.place, found.sealed);
    }
  }
}
