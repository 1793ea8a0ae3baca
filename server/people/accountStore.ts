import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { invitation, member } from '../../db/schema/partnerships.ts';
import { account, outsideIdentity } from '../../db/schema/people.ts';
import { hashedAddress, sealedIn } from '../../db/sealed.ts';
import { transact } from '../../db/transact.ts';
import { pseudonymWords } from '../../shared/messages/en/pseudonyms.ts';
import { maySignUp } from '../../shared/people/signUp.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import type { Config } from '../config.ts';

type Orm = Db['orm'];
type Door = Pick<Config, 'signUp' | 'administrators'>;

/** What stands behind a mail address: someone's account, a place that is still empty, or nothing. */
export type Place =
  | { readonly kind: 'account'; readonly accountId: string }
  | { readonly kind: 'free' }
  | { readonly kind: 'none' };

/**
 * Whether whoever reads the mail of an address may come in: they have an account that is not disabled, may
 * have one without an invitation, or are invited. `email` is in small letters.
 */
export function placeOf(orm: Orm, door: Door, email: string, now: number): Place {
  const found = orm
    .select({ id: account.id, disabledAt: account.disabledAt })
    .from(account)
    .where(eq(account.emailHash, hashedAddress(email)))
    .get();
  if (found) return found.disabledAt === null ? { kind: 'account', accountId: found.id } : { kind: 'none' };
  const expected =
    maySignUp(door.signUp, email) || door.administrators.includes(email) || isInvited(orm, email, now);
  return { kind: expected ? 'free' : 'none' };
}

function isInvited(orm: Orm, email: string, now: number): boolean {
  const open = and(
    eq(invitation.emailHash, hashedAddress(email)),
    isNull(invitation.ended),
    gt(invitation.expiresAt, now),
  );
  return orm.select({ id: invitation.id }).from(invitation).where(open).limit(1).get() !== undefined;
}

export interface NewAccount {
  readonly id: string;
  /** Empty until they say what to call them. */
  readonly name: string;
  readonly email: string;
  readonly createdAt: number;
}

/** Adds an account; its address is kept sealed, and found by its hash. */
export function addAccount(orm: Orm, { email, ...row }: NewAccount): void {
  orm
    .insert(account)
    .values({ ...row, email: sealedIn('account', row.id, email), emailHash: hashedAddress(email) })
    .run();
}

/**
 * What someone wants to be called. Memberships keep the names that they have. Refused while a partnership knows
 * them by a chosen name: no row may lead from that to another.
 */
export function nameAccount(db: Db, accountId: string, name: string): Refusal | undefined {
  return transact(db, (orm) => {
    if (goesByChosenName(orm, accountId)) return refuse('conflict', pseudonymWords.keptOut);
    orm.update(account).set({ name }).where(eq(account.id, accountId)).run();
    return undefined;
  });
}

function goesByChosenName(orm: Orm, accountId: string): boolean {
  const chosen = and(eq(member.accountId, accountId), eq(member.isPseudonym, true));
  return orm.select({ id: member.id }).from(member).where(chosen).limit(1).get() !== undefined;
}

/** The account that belongs to a person at an outside service; undefined for whoever comes for the first time. */
export function outsideAccount(
  orm: Orm,
  { issuer, subject }: OutsideKey,
): { readonly accountId: string; readonly disabled: boolean } | undefined {
  const row = orm
    .select({ accountId: account.id, disabledAt: account.disabledAt })
    .from(outsideIdentity)
    .innerJoin(account, eq(account.id, outsideIdentity.accountId))
    .where(and(eq(outsideIdentity.issuer, issuer), eq(outsideIdentity.subject, subject)))
    .get();
  return row && { accountId: row.accountId, disabled: row.disabledAt !== null };
}

/** An issuer never gives the same subject to two people. */
interface OutsideKey {
  readonly issuer: string;
  readonly subject: string;
}

export function linkOutside(orm: Orm, { issuer, subject }: OutsideKey, accountId: string, at: number): void {
  orm.insert(outsideIdentity).values({ issuer, subject, accountId, createdAt: at }).run();
}

export function nameOf(orm: Orm, accountId: string): string {
  return orm.select({ name: account.name }).from(account).where(eq(account.id, accountId)).get()?.name ?? '';
}
