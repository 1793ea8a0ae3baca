import type { Db } from '../../db/open.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { memberOf } from '../partnerships/store.ts';
import { type AskingRow, aboutOf, askingRow } from './store.ts';
import { type Found, findSubject } from './subject.ts';

/** An asking about something that somebody may read, and who they are in its partnership. */
export interface AskingAccess {
  readonly row: AskingRow;
  readonly found: Found;
  readonly member: OwnMember;
}

/** What an account may know of an asking; undefined for one about what it may not read, as for one that is not. */
export async function askingAccess(
  db: Db,
  accountId: string,
  askingId: string,
): Promise<AskingAccess | undefined> {
  const row = askingRow(db.orm, askingId);
  if (!row) return undefined;
  const member = await memberOf(db, accountId, row.partnershipId);
  const found = findSubject(db, aboutOf(row));
  return member && found?.mayRead(member) ? { row, found, member } : undefined;
}
