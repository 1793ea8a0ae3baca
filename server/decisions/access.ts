import { eq } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { decision } from '../../db/schema/decisions.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { memberOf } from '../partnerships/store.ts';
import { mayRead } from './mayRead.ts';

/** A decision that somebody may read, and who they are in its partnership. */
export interface DecisionAccess {
  readonly decisionId: string;
  readonly partnershipId: string;
  readonly member: OwnMember;
}

/** What an account may see of a decision; undefined for one that it may not read, as for one that does not exist. */
export async function decisionAccess(
  db: Db,
  accountId: string,
  decisionId: string,
): Promise<DecisionAccess | undefined> {
  const row = db.orm.select().from(decision).where(eq(decision.id, decisionId)).get();
  if (!row) return undefined;
  const member = await memberOf(db, accountId, row.partnershipId);
  return member && mayRead(row, member)
    ? { decisionId, partnershipId: row.partnershipId, member }
    : undefined;
}
