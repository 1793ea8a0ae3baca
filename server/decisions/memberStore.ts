import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { member, seat, seatHolding } from '../../db/schema/partnerships.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { heldSeats, rolesOf } from '../partnerships/store.ts';

/** Someone who is in the partnership at this moment, with what they hold there. */
export function memberHere(db: Db, partnershipId: string, memberId: string): OwnMember | undefined {
  const here = and(eq(member.id, memberId), eq(member.partnershipId, partnershipId), isNull(member.leftAt));
  const row = db.orm.select().from(member).where(here).get();
  if (!row) return undefined;
  const { id, name, isPseudonym } = row;
  return { id, name, isPseudonym, roles: rolesOf(db, id), seats: heldSeats(db, id) };
}

/** Every seat that the partnership has or had, in its order. */
export function seatsEver(db: Db, partnershipId: string) {
  return db.orm
    .select()
    .from(seat)
    .where(eq(seat.partnershipId, partnershipId))
    .orderBy(asc(seat.position), asc(seat.id))
    .all();
}

/** Who is in each seat now. */
export function peopleInSeats(db: Db, partnershipId: string) {
  return db.orm
    .select({ seatId: seatHolding.seatId, memberId: seatHolding.memberId })
    .from(seatHolding)
    .innerJoin(seat, eq(seat.id, seatHolding.seatId))
    .where(eq(seat.partnershipId, partnershipId))
    .all();
}
