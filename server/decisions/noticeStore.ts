import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { ledgerActor } from '../../db/schema/ledger.ts';
import { member, memberRole, partnership, seatHolding } from '../../db/schema/partnerships.ts';
import type { Told } from '../../shared/decisions/notices.ts';

type Orm = Db['orm'];

/** Who is in these seats, or facilitates where that is asked for. */
export function membersToTell(
  orm: Orm,
  partnershipId: string,
  { seats, facilitators }: Pick<Told, 'seats' | 'facilitators'>,
): string[] {
  const seated = orm
    .select({ id: seatHolding.memberId })
    .from(seatHolding)
    .where(inArray(seatHolding.seatId, [...seats]));
  const serving = orm
    .select({ id: memberRole.memberId })
    .from(memberRole)
    .where(eq(memberRole.role, 'facilitator'));
  const whoever = facilitators
    ? or(inArray(member.id, seated), inArray(member.id, serving))
    : inArray(member.id, seated);
  return orm
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.partnershipId, partnershipId), isNull(member.leftAt), whoever))
    .all()
    .map(({ id }) => id);
}

/** The member behind one who acts in the ledger; null for time, and for whoever is not known there any more. */
export function memberOfActor(orm: Orm, actorId: string): string | null {
  const row = orm
    .select({ memberId: ledgerActor.memberId })
    .from(ledgerActor)
    .where(eq(ledgerActor.id, actorId))
    .get();
  return row?.memberId ?? null;
}

/** What a partnership is called, and by which clock it says times. */
export function partnershipSays(
  orm: Orm,
  partnershipId: string,
): { readonly name: string; readonly timeZone: string } {
  const row = orm
    .select({ name: partnership.name, timeZone: partnership.timeZone })
    .from(partnership)
    .where(eq(partnership.id, partnershipId))
    .get();
  if (!row) throw new Error('a decision is of a partnership');
  return row;
}
