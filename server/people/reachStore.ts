import { and, eq, gt } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { signIn } from '../../db/schema/people.ts';

/** Whether somebody is signed in anywhere. Whoever is not needs another way in. */
export function isSignedInAnywhere(orm: Db['orm'], accountId: string, now: number): boolean {
  const here = and(eq(signIn.accountId, accountId), gt(signIn.expiresAt, now));
  return orm.select({ id: signIn.id }).from(signIn).where(here).limit(1).get() !== undefined;
}
