import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import type { Db } from './open.ts';
import { account } from './schema/people.ts';

/** What is sealed is bound to the row that it is in. */
type Place =
  | 'account'
  | 'sign_in_code'
  | 'invitation'
  | 'mail'
  | 'private_note'
  | 'private_note_answer'
  | 'private_note_done';

/** Words as they are to be kept in a row. */
export function sealedIn(place: Place, id: string, words: string | null): SQL {
  return sql`seal_words(${`${place}:${id}`}, ${words})`;
}

/** Words that are kept in a row, to be selected. */
export function openedFrom(place: Place, id: AnyColumn, sealed: AnyColumn): SQL<string> {
  return sql<string>`open_words(${place} || ':' || ${id}, ${sealed})`;
}

/** An account's mail address, to be selected; null where there is none. */
export const accountAddress: SQL<string | null> = openedFrom('account', account.id, account.email);

/** What a mail address, in the form that `emailAddress` gives, is looked for by. */
export function hashedAddress(address: string | null): SQL {
  return sql`hash_address(${address})`;
}

/** The same, as a value. */
export function hashOfAddress(orm: Db['orm'], address: string): string {
  return orm.get<{ hash: string }>(sql`select hash_address(${address}) as hash`).hash;
}
