import { and, asc, count, countDistinct, eq, gt, max, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { member } from '../../db/schema/partnerships.ts';
import { account, signIn } from '../../db/schema/people.ts';
import { accountAddress, hashedAddress } from '../../db/sealed.ts';
import { transact } from '../../db/transact.ts';
import type { AccountLine } from '../../shared/administration/api.ts';
import { emailAddress } from '../../shared/people/emailAddress.ts';

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
    .select({
      account,
      email: shown(memberships.pseudonyms),
      pseudonyms: memberships.pseudonyms,
      partnerships: memberships.partnerships,
      signIns: browsers.signIns,
      last: browsers.last,
    })
    .from(account)
    .leftJoin(memberships, eq(memberships.accountId, account.id))
    .leftJoin(browsers, eq(browsers.accountId, account.id))
    .where(matching(search, memberships.pseudonyms))
    .orderBy(asc(sql`coalesce(${shown(memberships.pseudonyms)}, lower(${account.name}))`), asc(account.id))
    .limit(most + 1)
    .all()
    .map((row) => ({
      id: row.account.id,
      name: row.pseudonyms ? null : row.account.name,
      email: row.email,
      isExample: row.account.isExample,
      partnerships: row.partnerships ?? 0,
      signIns: row.signIns ?? 0,
      lastSignInAt: row.last ?? null,
      disabledAt: row.account.disabledAt,
      isYou: row.account.id === accountId,
    }));
}

/**
 * An address as administrators see it. That of whoever goes by a chosen name stays back with the name that is often
 * in it.
 */
function shown(pseudonyms: SQL.Aliased<number>) {
  return sql<string | null>`case when coalesce(${pseudonyms}, 0) = 0 then ${accountAddress} end`;
}

/**
 * Part of an address or of a name. What is kept back can't be found by guessing at parts of it: only whoever has the
 * whole address, such as from a letter, finds its account.
 */
function matching(search: string, pseudonyms: SQL.Aliased<number>): SQL | undefined {
  if (search === '') return undefined;
  const wanted = search.toLowerCase();
  const byName = and(sql`instr(lower(${account.name}), ${wanted}) > 0`, sql`coalesce(${pseudonyms}, 0) = 0`);
  const byAddress = sql`instr(coalesce(${shown(pseudonyms)}, ''), ${wanted}) > 0`;
  const whole = emailAddress(search);
  return or(byAddress, byName, whole === undefined ? undefined : eq(account.emailHash, hashedAddress(whole)));
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
