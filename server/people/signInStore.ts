import { createHash } from 'node:crypto';
import { eq, lte } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { account, signIn } from '../../db/schema/people.ts';

/** A sign-in as the cookie knows it: `id` is the secret itself, which is never stored. */
export interface StoredSignIn {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly expiresAt: Date;
}

export function hashSignInId(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}

/** Reads and writes of the sign-in table, keyed by the hash of the id that the browser holds. */
export function signInStore(db: Db, now: () => number) {
  return {
    async find(id: string): Promise<StoredSignIn | undefined> {
      const row = db.orm
        .select({
          accountId: signIn.accountId,
          expiresAt: signIn.expiresAt,
          name: account.name,
          disabledAt: account.disabledAt,
        })
        .from(signIn)
        .innerJoin(account, eq(account.id, signIn.accountId))
        .where(eq(signIn.idHash, hashSignInId(id)))
        .get();
      if (!row || row.disabledAt !== null) return undefined;
      return { id, accountId: row.accountId, name: row.name, expiresAt: new Date(row.expiresAt) };
    },
    async add(id: string, accountId: string, expiresAt: Date): Promise<void> {
      db.orm
        .insert(signIn)
        .values({ idHash: hashSignInId(id), accountId, expiresAt: expiresAt.getTime(), createdAt: now() })
        .run();
    },
    async extend(id: string, expiresAt: Date): Promise<void> {
      db.orm
        .update(signIn)
        .set({ expiresAt: expiresAt.getTime() })
        .where(eq(signIn.idHash, hashSignInId(id)))
        .run();
    },
    async end(id: string): Promise<void> {
      db.orm
        .delete(signIn)
        .where(eq(signIn.idHash, hashSignInId(id)))
        .run();
    },
    async endAll(accountId: string): Promise<void> {
      db.orm.delete(signIn).where(eq(signIn.accountId, accountId)).run();
    },
    async endExpired(): Promise<void> {
      db.orm.delete(signIn).where(lte(signIn.expiresAt, now())).run();
    },
  };
}

export type SignInStore = ReturnType<typeof signInStore>;
