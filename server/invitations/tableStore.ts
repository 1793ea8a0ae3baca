import { and, count, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import {
  invitation,
  member,
  memberRole,
  partnership,
  seat,
  seatHolding,
} from '../../db/schema/partnerships.ts';
import { account } from '../../db/schema/people.ts';
import { accountAddress, openedFrom } from '../../db/sealed.ts';
import type { InvitingTable } from '../../shared/invitations/checkLines.ts';
import { MOST_A_DAY_TO_ONE } from '../../shared/invitations/limits.ts';
import type { SeatAtTable } from '../../shared/invitations/seatCalled.ts';
import { emailAddress } from '../../shared/people/emailAddress.ts';

type Orm = Db['orm'];

const DAY_MS = 86_400_000;

/** Who invites, and to where. */
export interface Inviting {
  readonly partnershipId: string;
  readonly memberId: string;
}

/** Whether this member may invite. Asked inside the transaction too: the role may go while a request is on its way. */
export function mayInvite(orm: Orm, { partnershipId, memberId }: Inviting): boolean {
  const found = orm
    .select({ id: member.id })
    .from(member)
    .innerJoin(memberRole, eq(memberRole.memberId, member.id))
    .where(
      and(
        eq(member.id, memberId),
        eq(member.partnershipId, partnershipId),
        isNull(member.leftAt),
        eq(memberRole.role, 'facilitator'),
      ),
    )
    .get();
  return found !== undefined;
}

/** The partnership as the rules about a list of people to invite need it. */
export function invitingTable(orm: Orm, partnershipId: string, now: number): InvitingTable {
  const open = orm
    .select({
      email: openedFrom('invitation', invitation.id, invitation.email),
      seatId: invitation.seatId,
      kind: invitation.seatKind,
    })
    .from(invitation)
    .where(
      and(
        eq(invitation.partnershipId, partnershipId),
        isNull(invitation.ended),
        gt(invitation.expiresAt, now),
      ),
    )
    .all();
  const holderInvited = new Set(open.filter(({ kind }) => kind === 'holder').map(({ seatId }) => seatId));
  return {
    seats: seatsToInviteTo(orm, partnershipId).map((line) => ({
      ...line,
      holderInvited: holderInvited.has(line.id),
    })),
    memberAddresses: memberAddresses(orm, partnershipId),
    invitedAddresses: new Set(open.map(({ email }) => email)),
    tiredAddresses: tiredAddresses(orm, partnershipId, now),
  };
}

/** The seats that are at the table now, each with who holds it. */
function seatsToInviteTo(orm: Orm, partnershipId: string): Omit<SeatAtTable, 'holderInvited'>[] {
  return orm
    .select({ id: seat.id, code: seat.code, name: seat.name })
    .from(seat)
    .where(and(eq(seat.partnershipId, partnershipId), isNull(seat.retiredAt)))
    .orderBy(seat.position)
    .all()
    .map((line) => ({ ...line, holder: holderOf(orm, line.id) }));
}

/** The name of whoever holds a seat now; undefined when nobody does. */
export function holderOf(orm: Orm, seatId: string): string | undefined {
  return orm
    .select({ name: member.name })
    .from(seatHolding)
    .innerJoin(member, eq(member.id, seatHolding.memberId))
    .where(and(eq(seatHolding.seatId, seatId), eq(seatHolding.kind, 'holder'), isNull(member.leftAt)))
    .get()?.name;
}

function memberAddresses(orm: Orm, partnershipId: string): Set<string> {
  const rows = orm
    .select({ email: accountAddress })
    .from(member)
    .innerJoin(account, eq(account.id, member.accountId))
    .where(and(eq(member.partnershipId, partnershipId), isNull(member.leftAt), isNotNull(account.email)))
    .all();
  return new Set(rows.map(({ email }) => emailAddress(email ?? '') ?? ''));
}

/** Those that had so many invitations to this partnership since a day ago that they get no more. */
function tiredAddresses(orm: Orm, partnershipId: string, now: number): Set<string> {
  const rows = orm
    .select({ email: openedFrom('invitation', invitation.id, invitation.email) })
    .from(invitation)
    .where(sentSince(partnershipId, now - DAY_MS))
    .all()
    .map(({ email }) => email);
  return new Set(rows.filter((one) => rows.filter((other) => other === one).length >= MOST_A_DAY_TO_ONE));
}

/** How many invitations the partnership sent since a day ago. */
export function sentInADay(orm: Orm, partnershipId: string, now: number): number {
  const since = sentSince(partnershipId, now - DAY_MS);
  return orm.select({ sent: count() }).from(invitation).where(since).get()?.sent ?? 0;
}

function sentSince(partnershipId: string, time: number) {
  return and(eq(invitation.partnershipId, partnershipId), gt(invitation.createdAt, time));
}

export function seatById(orm: Orm, seatId: string | null) {
  return seatId === null ? undefined : orm.select().from(seat).where(eq(seat.id, seatId)).get();
}

export function aboutPartnership(orm: Orm, partnershipId: string) {
  const row = orm
    .select({ name: partnership.name, place: partnership.place, purpose: partnership.purpose })
    .from(partnership)
    .where(eq(partnership.id, partnershipId))
    .get();
  if (!row) throw new Error('an invitation to a partnership that is not there');
  return row;
}

/** By which clock a partnership says times. */
export function timeZoneOf(orm: Orm, partnershipId: string): string {
  const row = orm
    .select({ timeZone: partnership.timeZone })
    .from(partnership)
    .where(eq(partnership.id, partnershipId))
    .get();
  if (!row) throw new Error('an invitation to a partnership that is not there');
  return row.timeZone;
}

/** The name of a member who is still there. */
export function memberName(orm: Orm, memberId: string | null): string | undefined {
  if (memberId === null) return undefined;
  return orm
    .select({ name: member.name })
    .from(member)
    .where(and(eq(member.id, memberId), isNull(member.leftAt)))
    .get()?.name;
}
