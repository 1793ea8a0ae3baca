import { createHash, randomBytes } from 'node:crypto';
import { and, desc, eq, gt, lte, ne } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { account, signIn } from '../../db/schema/people.ts';
import { accountAddress } from '../../db/sealed.ts';
import type { OwnSignIn } from '../../shared/people/api.ts';

export type SignInMethod = OwnSignIn['method'];

/** A sign-in as the cookie knows it: `id` is the secret itself, which is never stored. */
export interface StoredSignIn {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly email: string | null;
  readonly expiresAt: Date;
}

export interface NewSignIn {
  readonly id: string;
  readonly accountId: string;
  readonly expiresAt: Date;
  readonly method: SignInMethod;
  readonly browser: string;
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
          email: accountAddress,
          disabledAt: account.disabledAt,
        })
        .from(signIn)
        .innerJoin(account, eq(account.id, signIn.accountId))
        .where(eq(signIn.idHash, hashSignInId(id)))
        .get();
      if (!row || row.disabledAt !== null) return undefined;
      const { accountId, name, email } = row;
      return { id, accountId, name, email, expiresAt: new Date(row.expiresAt) };
    },
    async add({ id, expiresAt, ...rest }: NewSignIn): Promise<void> {
      db.orm
        .insert(signIn)
        .values({
          ...rest,
          idHash: hashSignInId(id),
          id: randomBytes(16).toString('hex'),
          expiresAt: expiresAt.getTime(),
          createdAt: now(),
        })
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

/** Where an account is signed in, the newest first; `hash` is the browser that asks. */
export function signInsOf(db: Db, accountId: string, hash: string, now: number): OwnSignIn[] {
  return db.orm
    .select()
    .from(signIn)
    .where(and(eq(signIn.accountId, accountId), gt(signIn.expiresAt, now)))
    .orderBy(desc(signIn.createdAt))
    .all()
    .map(({ id, idHash, method, browser, createdAt }) => ({
      id,
      method,
      browser,
      startedAt: createdAt,
      current: idHash === hash,
    }));
}

/** Ends one of the account's own sign-ins by its public id; tells whether there was one. */
export function endOwnSignIn(db: Db, accountId: string, id: string): boolean {
  const own = and(eq(signIn.accountId, accountId), eq(signIn.id, id));
  return db.orm.delete(signIn).where(own).run().changes > 0;
}

/** Ends the account's sign-ins in every browser but the one that asks. */
export function endOtherSignIns(db: Db, accountId: string, hash: string): void {
  db.orm
    .delete(signIn)
    .where(and(eq(signIn.accountId, accountId), ne(signIn.idHash, hash)))
    .run();
}

export type SignInStore = ReturnType<typeof signInStore>;
