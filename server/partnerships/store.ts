import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { member, memberRole, partnership, seat, seatHolding } from '../../db/schema/partnerships.ts';
import type {
  HeldSeat,
  OwnMember,
  OwnPartnership,
  PartnershipAnswer,
} from '../../shared/partnerships/api.ts';
import { ROLES, type Role } from '../../shared/partnerships/roles.ts';

/** The account's own place in a partnership; undefined when it has none there, or there is no such partnership. */
export async function memberOf(
  db: Db,
  accountId: string,
  partnershipId: string,
): Promise<OwnMember | undefined> {
  const row = db.orm
    .select()
    .from(member)
    .where(
      and(eq(member.partnershipId, partnershipId), eq(member.accountId, accountId), isNull(member.leftAt)),
    )
    .get();
  return row && withHoldings(db, row);
}

/** Every partnership that the account is in, by name, with what it holds there. */
export async function partnershipsOf(db: Db, accountId: string): Promise<OwnPartnership[]> {
  return db.orm
    .select({ partnership, member })
    .from(member)
    .innerJoin(partnership, eq(partnership.id, member.partnershipId))
    .where(and(eq(member.accountId, accountId), isNull(member.leftAt)))
    .orderBy(asc(partnership.name), asc(partnership.id))
    .all()
    .map((row) => ({
      id: row.partnership.id,
      name: row.partnership.name,
      place: row.partnership.place,
      member: withHoldings(db, row.member),
    }));
}

/** One partnership with its seats and its people. Ask `memberOf` first: this does not look at who asks. */
export async function partnershipById(db: Db, partnershipId: string): Promise<PartnershipAnswer | undefined> {
  const row = db.orm.select().from(partnership).where(eq(partnership.id, partnershipId)).get();
  if (!row) return undefined;
  const seats = seatsIn(db, partnershipId);
  const members = currentMembers(db, partnershipId);
  return {
    id: row.id,
    name: row.name,
    place: row.place,
    purpose: row.purpose,
    isExample: row.isExample,
    seats: seats.map(({ id, code, name, side, note }) => ({
      id,
      code,
      name,
      side,
      note,
      holders: members.flatMap((person) =>
        person.seats
          .filter((held) => held.id === id)
          .map(({ kind }) => ({ memberId: person.id, name: person.name, kind })),
      ),
    })),
    members: members.map(({ id, name, isPseudonym, note, roles, seats: held }) => ({
      id,
      name,
      isPseudonym,
      note,
      roles,
      seatIds: held.map((line) => line.id),
    })),
  };
}

/** The seats of a partnership, in their order. */
export function seatsIn(db: Db, partnershipId: string) {
  return db.orm
    .select()
    .from(seat)
    .where(eq(seat.partnershipId, partnershipId))
    .orderBy(asc(seat.position))
    .all();
}

/** Everyone who is in the partnership now: in the order of their seats, then those without one, by name. */
export function currentMembers(db: Db, partnershipId: string) {
  const order = seatsIn(db, partnershipId).map(({ id }) => id);
  const place = ({ seats: [first] }: OwnMember) =>
    first ? order.indexOf(first.id) * 2 + (first.kind === 'holder' ? 0 : 1) : order.length * 2;
  return db.orm
    .select()
    .from(member)
    .where(and(eq(member.partnershipId, partnershipId), isNull(member.leftAt)))
    .orderBy(asc(member.name))
    .all()
    .map((row) => ({ ...withHoldings(db, row), note: row.note }))
    .sort((a, b) => place(a) - place(b));
}

function withHoldings(db: Db, row: typeof member.$inferSelect): OwnMember {
  const { id, name, isPseudonym } = row;
  return { id, name, isPseudonym, roles: rolesOf(db, id), seats: heldSeats(db, id) };
}

/** The seats that a member holds, in the partnership's order. */
export function heldSeats(db: Db, memberId: string): HeldSeat[] {
  return db.orm
    .select({ id: seat.id, code: seat.code, name: seat.name, side: seat.side, kind: seatHolding.kind })
    .from(seatHolding)
    .innerJoin(seat, eq(seat.id, seatHolding.seatId))
    .where(eq(seatHolding.memberId, memberId))
    .orderBy(asc(seat.position))
    .all();
}

/** A member's roles, in the order in which roles are always listed. */
export function rolesOf(db: Db, memberId: string): Role[] {
  const held = db.orm
    .select({ role: memberRole.role })
    .from(memberRole)
    .where(eq(memberRole.memberId, memberId))
    .all()
    .map((row) => row.role);
  return ROLES.filter((role) => held.includes(role));
}
