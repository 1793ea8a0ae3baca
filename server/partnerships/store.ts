import { and, asc, desc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { member, memberRole, partnership, seat, seatHolding } from '../../db/schema/partnerships.ts';
import { account, outsideIdentity } from '../../db/schema/people.ts';
import type { InSeat } from '../../shared/journal/entries.ts';
import type {
  HeldSeat,
  OwnMember,
  OwnPartnership,
  PartnershipAnswer,
} from '../../shared/partnerships/api.ts';
import { ROLES, type Role } from '../../shared/partnerships/roles.ts';
import type { Running } from '../../shared/partnerships/running.ts';
import { versionOf } from './version.ts';

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

/** What the partnership that someone came into last calls them. An account that goes by a chosen name has no name. */
export function lastNameOf(db: Db, accountId: string): string | undefined {
  return db.orm
    .select({ name: member.name })
    .from(member)
    .where(eq(member.accountId, accountId))
    .orderBy(desc(member.joinedAt))
    .limit(1)
    .get()?.name;
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
    preset: row.preset,
    timeZone: row.timeZone,
    whyTogether: row.whyTogether,
    whyNow: row.whyNow,
    isExample: row.isExample,
    version: partnershipVersion(row),
    seats: seats.map((one) => ({
      id: one.id,
      code: one.code,
      name: one.name,
      side: one.side,
      note: one.note,
      version: seatVersion(db, one),
      holders: members
        .flatMap((person) =>
          person.seats
            .filter((held) => held.id === one.id)
            .map(({ kind }) => ({ memberId: person.id, name: person.name, kind })),
        )
        .sort((a, b) => Number(b.kind === 'holder') - Number(a.kind === 'holder')),
    })),
    members: members.map(({ id, name, isPseudonym, note, roles, seats: held }) => ({
      id,
      name,
      isPseudonym,
      note,
      roles,
      seatIds: held.map((line) => line.id),
      version: rolesVersion(roles),
    })),
  };
}

/** Stands for what can be changed of a partnership itself. */
export function partnershipVersion(row: typeof partnership.$inferSelect): string {
  const { name, place, purpose, preset, whyTogether, whyNow, timeZone } = row;
  return versionOf([name, place, purpose, preset, whyTogether, whyNow, timeZone]);
}

/** Stands for what a seat is called and who is in it. */
export function seatVersion(db: Db, { id, name, note }: typeof seat.$inferSelect): string {
  return versionOf([name, note, inSeat(db, id)]);
}

export function rolesVersion(roles: readonly Role[]): string {
  return versionOf(roles);
}

/** Who is in a seat: its holder first, then those who may stand in. */
export function inSeat(db: Db, seatId: string): InSeat[] {
  return db.orm
    .select({ memberId: seatHolding.memberId, kind: seatHolding.kind })
    .from(seatHolding)
    .where(eq(seatHolding.seatId, seatId))
    .orderBy(asc(seatHolding.kind), asc(seatHolding.memberId))
    .all();
}

/** The seats that are at the table now, in their order. */
export function seatsIn(db: Db, partnershipId: string) {
  return db.orm
    .select()
    .from(seat)
    .where(and(eq(seat.partnershipId, partnershipId), isNull(seat.retiredAt)))
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

/** The seats that a member is in: the one that they hold, then those where they may stand in. */
export function heldSeats(db: Db, memberId: string): HeldSeat[] {
  return db.orm
    .select({ id: seat.id, code: seat.code, name: seat.name, side: seat.side, kind: seatHolding.kind })
    .from(seatHolding)
    .innerJoin(seat, eq(seat.id, seatHolding.seatId))
    .where(and(eq(seatHolding.memberId, memberId), isNull(seat.retiredAt)))
    .orderBy(sql`${seatHolding.kind} = 'substitute'`, asc(seat.position))
    .all();
}

/** A partnership as the rules for changing it need it. Call it inside the transaction that makes the change. */
export function runningOf(db: Db, partnershipId: string): Running {
  // Whoever has no address and is known to no outside service has no way in.
  const noWayIn = and(isNull(account.email), eq(account.isExample, false), isNull(outsideIdentity.accountId));
  const closed = new Set(
    db.orm
      .select({ id: member.id })
      .from(member)
      .innerJoin(account, eq(account.id, member.accountId))
      .leftJoin(outsideIdentity, eq(outsideIdentity.accountId, account.id))
      .where(and(eq(member.partnershipId, partnershipId), or(isNotNull(account.disabledAt), noWayIn)))
      .all()
      .map(({ id }) => id),
  );
  return {
    seats: seatsIn(db, partnershipId),
    people: currentMembers(db, partnershipId).map((person) => ({
      ...person,
      maySignIn: !closed.has(person.id),
    })),
  };
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
