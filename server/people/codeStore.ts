import { and, desc, eq, getTableColumns, gt, inArray, isNull, lte, sql, sum } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { signInCode } from '../../db/schema/people.ts';
import { hashedAddress, openedFrom, sealedIn } from '../../db/sealed.ts';

type Orm = Db['orm'];
/** A code that was mailed, with the address as it is. */
export type CodeRow = Omit<typeof signInCode.$inferSelect, 'emailHash'>;

const { emailHash: _, ...columns } = getTableColumns(signInCode);
const opened = { ...columns, email: openedFrom('sign_in_code', signInCode.id, signInCode.email) };

/** Writes down what was mailed, as hashes, and the address sealed. */
export function addCode(orm: Orm, { email, ...row }: Omit<CodeRow, 'tries' | 'usedAt'>): void {
  orm
    .insert(signInCode)
    .values({ ...row, email: sealedIn('sign_in_code', row.id, email), emailHash: hashedAddress(email) })
    .run();
}

/** What was mailed at this browser's asking and still works, the newest first. */
export function openCodes(orm: Orm, browserHash: string, now: number): CodeRow[] {
  return orm
    .select(opened)
    .from(signInCode)
    .where(
      and(eq(signInCode.browserHash, browserHash), gt(signInCode.expiresAt, now), isNull(signInCode.usedAt)),
    )
    .orderBy(desc(signInCode.createdAt))
    .all();
}

/** The mailed link with this hash, if it still works, whichever browser asked for it. */
export function openLink(orm: Orm, linkHash: string, now: number): CodeRow | undefined {
  return orm
    .select(opened)
    .from(signInCode)
    .where(and(eq(signInCode.linkHash, linkHash), gt(signInCode.expiresAt, now), isNull(signInCode.usedAt)))
    .get();
}

/** A wrong code counts against everything that it could have been for. */
export function countWrongTry(orm: Orm, ids: readonly string[]): void {
  orm
    .update(signInCode)
    .set({ tries: sql`${signInCode.tries} + 1` })
    .where(inArray(signInCode.id, [...ids]))
    .run();
}

/** How many wrong codes were typed for an address since then, in whichever browser. */
export function wrongTriesSince(orm: Orm, email: string, since: number): number {
  const found = orm
    .select({ tries: sum(signInCode.tries) })
    .from(signInCode)
    .where(and(eq(signInCode.emailHash, hashedAddress(email)), gt(signInCode.createdAt, since)))
    .get();
  return Number(found?.tries ?? 0);
}

/** Everything that was mailed to this address at this browser's asking stops working. */
export function spend(orm: Orm, { browserHash, email }: CodeRow, now: number): void {
  orm
    .update(signInCode)
    .set({ usedAt: now })
    .where(
      and(
        eq(signInCode.browserHash, browserHash),
        eq(signInCode.emailHash, hashedAddress(email)),
        isNull(signInCode.usedAt),
      ),
    )
    .run();
}

/** Addresses that somebody typed are not kept for longer than they are counted. */
export function forgetCodes(orm: Orm, before: number): void {
  orm.delete(signInCode).where(lte(signInCode.createdAt, before)).run();
}
