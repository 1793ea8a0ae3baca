import { and, eq } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { member, memberRole, seatHolding } from '../../db/schema/partnerships.ts';
import { transact } from '../../db/transact.ts';
import type { Role } from '../../shared/partnerships/roles.ts';
import { mayDepart, mayGiveRoles, mayHandOver } from '../../shared/partnerships/running.ts';
import type { Refusal } from '../../shared/refusal.ts';
import { record } from '../journal/store.ts';
import { type Change, changedMeanwhile, entryOf } from './changing.ts';
import { heldSeats, rolesOf, rolesVersion, runningOf } from './store.ts';

/** Gives someone exactly these roles. Refused when they changed since they were looked at. */
export function giveRoles(
  db: Db,
  by: Change,
  memberId: string,
  wanted: { readonly roles: readonly Role[]; readonly version: string; readonly reason: string },
): Refusal | undefined {
  return transact(db, (orm, afterCommit) => {
    const { roles: to, version, reason } = wanted;
    const refusal = mayGiveRoles(runningOf(db, by.partnershipId), by.memberId, memberId, to);
    if (refusal) return refusal;
    const from = rolesOf(db, memberId);
    if (rolesVersion(from) !== version) return changedMeanwhile();
    if (rolesVersion(from) === rolesVersion(to)) return undefined;
    orm.delete(memberRole).where(eq(memberRole.memberId, memberId)).run();
    for (const role of to) orm.insert(memberRole).values({ memberId, role }).run();
    record(orm, { kind: 'member_roles_changed', detail: { from, to, reason }, ...entryOf(by, memberId) });
    afterCommit(by.changed);
    return undefined;
  });
}

/** Makes someone else a facilitator in place of the one who asks, in one step. */
export function handOver(db: Db, by: Change, to: string, reason: string): Refusal | undefined {
  return transact(db, (orm, afterCommit) => {
    const refusal = mayHandOver(runningOf(db, by.partnershipId), by.memberId, to);
    if (refusal) return refusal;
    orm
      .delete(memberRole)
      .where(and(eq(memberRole.memberId, by.memberId), eq(memberRole.role, 'facilitator')))
      .run();
    orm.insert(memberRole).values({ memberId: to, role: 'facilitator' }).onConflictDoNothing().run();
    record(orm, { kind: 'facilitation_handed_over', detail: { reason }, ...entryOf(by, to) });
    afterCommit(by.changed);
    return undefined;
  });
}

/**
 * Ends someone's time in the partnership, by their own wish or another's. They hold nothing there any more
 * from this moment; what they did stays, under their name.
 */
export function depart(db: Db, by: Change, memberId: string, reason: string): Refusal | undefined {
  return transact(db, (orm, afterCommit) => {
    const refusal = mayDepart(runningOf(db, by.partnershipId), by.memberId, memberId);
    if (refusal) return refusal;
    const detail = {
      roles: rolesOf(db, memberId),
      seatIds: heldSeats(db, memberId).map(({ id }) => id),
      reason,
    };
    orm.update(member).set({ leftAt: by.at }).where(eq(member.id, memberId)).run();
    orm.delete(seatHolding).where(eq(seatHolding.memberId, memberId)).run();
    orm.delete(memberRole).where(eq(memberRole.memberId, memberId)).run();
    const kind = memberId === by.memberId ? 'member_left' : 'member_removed';
    record(orm, { kind, detail, ...entryOf(by, memberId) });
    afterCommit(by.changed);
    return undefined;
  });
}
