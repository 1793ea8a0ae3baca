import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { addressTrouble } from '../../db/schema/notifications.ts';
import { member } from '../../db/schema/partnerships.ts';
import { account } from '../../db/schema/people.ts';
import { hashOfAddress } from '../../db/sealed.ts';

type Orm = Db['orm'];

/** Remembers that this member's address, as its hash, does not work. */
export function noteTrouble(
  orm: Orm,
  memberId: string,
  addressHash: string,
  problem: string,
  at: number,
): void {
  orm
    .insert(addressTrouble)
    .values({ memberId, addressHash, problem, at })
    .onConflictDoUpdate({ target: addressTrouble.memberId, set: { addressHash, problem, at } })
    .run();
}

/** Whether mails to a member are held: their address, the one that they have now, did not work. */
export function isHeld(orm: Orm, memberId: string, email: string): boolean {
  const row = orm.select().from(addressTrouble).where(eq(addressTrouble.memberId, memberId)).get();
  return row?.addressHash === hashOfAddress(orm, email);
}

/** Whose mails come back, in one partnership, and since when. */
export function troublesIn(orm: Orm, partnershipId: string) {
  return orm
    .select({ trouble: addressTrouble })
    .from(addressTrouble)
    .innerJoin(member, eq(member.id, addressTrouble.memberId))
    .innerJoin(account, eq(account.id, member.accountId))
    .where(
      and(
        eq(member.partnershipId, partnershipId),
        isNull(member.leftAt),
        eq(addressTrouble.addressHash, account.emailHash),
      ),
    )
    .all()
    .map(({ trouble: { memberId, problem, at } }) => ({ memberId, problem, at }));
}

/** The address may be tried again. */
export function forgetTrouble(orm: Orm, memberId: string): void {
  orm.delete(addressTrouble).where(eq(addressTrouble.memberId, memberId)).run();
}
