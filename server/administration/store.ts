import { and, asc, count, countDistinct, eq, gt, max, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { member } from '../../db/schema/partnerships.ts';
import { account, signIn } from '../../db/schema/people.ts';
import { transact } from '../../db/transact.ts';
import type { AccountLine } from '../../shared/administration/api.ts';

export interface AccountsAsked {
  readonly search: string;
  /** Who asks. */
  readonly accountId: string;
  readonly now: number;
  readonly most: number;
}

/** The server's accounts by name, `most` and one more, so that the asker can tell whether there are more. */
export function accountsFor(db: Db, { search, accountId, now, most }: AccountsAsked): AccountLine[] {
  const memberships = db.orm
    .select({
      accountId: member.accountId,
      partnerships: countDistinct(
        sql`case when ${member.leftAt} is null then ${member.partnershipId} end`,
      ).as('partnerships'),
      pseudonyms: sql<number>`sum(${member.isPseudonym})`.as('pseudonyms'),
    })
    .from(member)
    .groupBy(member.accountId)
    .as('memberships');
  const browsers = db.orm
    .select({
      accountId: signIn.accountId,
      signIns: count().as('sign_ins'),
      last: max(signIn.createdAt).as('last'),
    })
    .from(signIn)
    .where(gt(signIn.expiresAt, now))
    .groupBy(signIn.accountId)
    .as('browsers');
  return db.orm
    .select()
    .from(account)
    .leftJoin(memberships, eq(memberships.accountId, account.id))
    .leftJoin(browsers, eq(browsers.accountId, account.id))
    .where(matching(search, memberships.pseudonyms))
    .orderBy(asc(sql`coalesce(${account.email}, lower(${account.name}))`), asc(account.id))
    .limit(most + 1)
    .all()
    .map((row) => ({
      id: row.account.id,
      name: row.memberships?.pseudonyms ? null : row.account.name,
      email: row.account.email,
      isExample: row.account.isExample,
      partnerships: row.memberships?.partnerships ?? 0,
      signIns: row.browsers?.signIns ?? 0,
      lastSignInAt: row.browsers?.last ?? null,
      disabledAt: row.account.disabledAt,
      isYou: row.account.id === accountId,
    }));
}

/** Part of an address or of a name. A name that is kept back can't be found by guessing at it either. */
function matching(search: string, pseudonyms: SQL.Aliased<number>): SQL | undefined {
  if (search === '') return undefined;
  const wanted = search.toLowerCase();
  const byName = and(sql`instr(lower(${account.name}), ${wanted}) > 0`, sql`coalesce(${pseudonyms}, 0) = 0`);
  return or(sql`instr(coalesce(${account.email}, ''), ${wanted}) > 0`, byName);
}

/**
 * Closes an account (`at` is when) or opens it again (null), and ends its sign-ins. Tells whether there is one;
 * `afterwards` runs once it is on the disk.
 */
export function setDisabled(db: Db, id: string, at: number | null, afterwards: () => void): boolean {
  return transact(db, (orm, afterCommit) => {
    const found = orm.update(account).set({ disabledAt: at }).where(eq(account.id, id)).run();
    if (found.changes === 0) return false;
    orm.delete(signIn).where(eq(signIn.accountId, id)).run();
    afterCommit(afterwards);
    return true;
  });
}

/** Signs an account out everywhere. Tells whether there is one. */
export function endAllSignIns(db: Db, id: string, afterwards: () => void): boolean {
  return transact(db, (orm, afterCommit) => {
    if (!orm.select({ id: account.id }).from(account).where(eq(account.id, id)).get()) return false;
    orm.delete(signIn).where(eq(signIn.accountId, id)).run();
    afterCommit(afterwards);
    return true;
  });
}
