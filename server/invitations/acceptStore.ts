import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { invitation, member, memberRole, seatHolding } from '../../db/schema/partnerships.ts';
import { account } from '../../db/schema/people.ts';
import { accountAddress } from '../../db/sealed.ts';
import type { Standing } from '../../shared/invitations/accepting.ts';
import type { HoldingKind } from '../../shared/partnerships/api.ts';
import type { Role } from '../../shared/partnerships/roles.ts';
import { emailAddress } from '../../shared/people/emailAddress.ts';
import { type InvitationRow, invitationRow } from './store.ts';
import { aboutPartnership, holderOf, memberName, seatById } from './tableStore.ts';
import { hashToken } from './token.ts';

type Orm = Db['orm'];

/** The invitation that a token opens, ended or not; undefined when there is none. */
export function invitationByToken(orm: Orm, token: string): InvitationRow | undefined {
  return orm
    .select(invitationRow)
    .from(invitation)
    .where(eq(invitation.tokenHash, hashToken(token)))
    .get();
}

/** An invitation with everything around it that matters now. */
export function standingOf(orm: Orm, row: InvitationRow): Standing {
  const seat = seatById(orm, row.seatId);
  return {
    ended: row.ended,
    expiresAt: row.expiresAt,
    email: row.email,
    roles: row.roles,
    note: row.note,
    partnership: aboutPartnership(orm, row.partnershipId),
    invitedBy: memberName(orm, row.invitedBy),
    seat: seat && {
      id: seat.id,
      name: seat.name,
      side: seat.side,
      invitedAs: row.seatKind ?? 'holder',
      isHeld: holderOf(orm, seat.id) !== undefined,
      isRetired: seat.retiredAt !== null,
    },
  };
}

/** The account's address in the form in which addresses are compared; null without one. */
export function addressOf(orm: Orm, accountId: string): string | null {
  const row = orm.select({ email: accountAddress }).from(account).where(eq(account.id, accountId)).get();
  return emailAddress(row?.email ?? '') ?? null;
}

export function isMember(orm: Orm, accountId: string, partnershipId: string): boolean {
  const found = orm
    .select({ id: member.id })
    .from(member)
    .where(
      and(eq(member.accountId, accountId), eq(member.partnershipId, partnershipId), isNull(member.leftAt)),
    )
    .get();
  return found !== undefined;
}

/** Whether this account came in by this invitation, and is still there. */
export function cameInBy(orm: Orm, row: InvitationRow, accountId: string): boolean {
  if (row.memberId === null) return false;
  const found = orm
    .select({ accountId: member.accountId })
    .from(member)
    .where(and(eq(member.id, row.memberId), isNull(member.leftAt)))
    .get();
  return found?.accountId === accountId;
}

export interface Newcomer {
  readonly memberId: string;
  readonly partnershipId: string;
  readonly accountId: string;
  readonly name: string;
  readonly isPseudonym: boolean;
  readonly seat: { readonly id: string; readonly kind: HoldingKind } | undefined;
  readonly roles: readonly Role[];
  readonly at: number;
}

export function addNewcomer(orm: Orm, newcomer: Newcomer): void {
  const { memberId, partnershipId, accountId, name, isPseudonym, seat, roles, at } = newcomer;
  orm
    .insert(member)
    .values({ id: memberId, partnershipId, accountId, name, isPseudonym, joinedAt: at })
    .run();
  if (seat) orm.insert(seatHolding).values({ seatId: seat.id, memberId, kind: seat.kind }).run();
  for (const role of roles) orm.insert(memberRole).values({ memberId, role }).run();
}

/**
 * Marks an invitation accepted, and forgets whom it named: the account knows its own address, and whoever
 * came in under a chosen name must not be found by the line that invited them.
 */
export function markAccepted(orm: Orm, invitationId: string, memberId: string, at: number): void {
  orm
    .update(invitation)
    .set({ ended: 'accepted', endedAt: at, memberId, name: '', email: '', emailHash: '', note: '' })
    .where(eq(invitation.id, invitationId))
    .run();
}

/** What everyone in the partnership is called, and those who have left were. */
export function namesIn(orm: Orm, partnershipId: string): string[] {
  const there = eq(member.partnershipId, partnershipId);
  return orm
    .select({ name: member.name })
    .from(member)
    .where(there)
    .all()
    .map(({ name }) => name);
}

export function accountName(orm: Orm, accountId: string): string {
  return orm.select({ name: account.name }).from(account).where(eq(account.id, accountId)).get()?.name ?? '';
}

/** Whoever goes by a chosen name somewhere has no name with their account: it would lead from one to the other. */
export function forgetAccountName(orm: Orm, accountId: string): void {
  orm.update(account).set({ name: '' }).where(eq(account.id, accountId)).run();
}
