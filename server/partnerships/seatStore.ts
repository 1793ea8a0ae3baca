import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { seat, seatHolding } from '../../db/schema/partnerships.ts';
import { transact } from '../../db/transact.ts';
import type { InSeat } from '../../shared/journal/entries.ts';
import { runningWords as words } from '../../shared/messages/en/running.ts';
import { MOST_SEATS, type NewSeat, type SeatChange } from '../../shared/partnerships/changes.ts';
import { mayRetire, mayRun, maySeat, type SeatPeople } from '../../shared/partnerships/running.ts';
import { seatCodes } from '../../shared/partnerships/seatCodes.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import { record } from '../journal/store.ts';
import { before, type CarryOver, type Change, changedMeanwhile, entryOf } from './changing.ts';
import { inSeat, runningOf, seatsIn, seatVersion } from './store.ts';

/** Adds a seat at the end of the table. */
export function addSeat(
  db: Db,
  by: Change,
  id: string,
  wanted: NewSeat,
  carryOver: CarryOver,
): Refusal | undefined {
  return transact(db, (orm, afterCommit) => {
    const refusal = mayRun(runningOf(db, by.partnershipId), by.memberId) ?? nameFree(db, by, wanted.name);
    if (refusal) return refusal;
    if (seatsIn(db, by.partnershipId).length >= MOST_SEATS) return refuse('conflict', words.seatsTooMany);
    const ever = orm.select().from(seat).where(eq(seat.partnershipId, by.partnershipId)).all();
    const { reason, ...idea } = wanted;
    const code = seatCodes(
      ever.map((one) => one.code),
      [idea],
    )[0] as string;
    const position = Math.max(-1, ...ever.map((one) => one.position)) + 1;
    orm
      .insert(seat)
      .values({ id, partnershipId: by.partnershipId, code, position, ...idea })
      .run();
    const detail = { name: idea.name, side: idea.side, reason };
    record(orm, { kind: 'seat_added', detail, ...entryOf(by, id) });
    carryOver({ orm, afterCommit }, by, { kind: 'seat_joins', id, name: idea.name, side: idea.side });
    afterCommit(by.changed);
    return undefined;
  });
}

/** Gives a seat another name or note. Its side stays: a seat's voice counts for that side. */
export function changeSeat(db: Db, by: Change, seatId: string, wanted: SeatChange): Refusal | undefined {
  return transact(db, (orm, afterCommit) => {
    const refusal =
      mayRun(runningOf(db, by.partnershipId), by.memberId) ?? nameFree(db, by, wanted.name, seatId);
    if (refusal) return refusal;
    const { version, reason, ...to } = wanted;
    const row = seatAt(orm, by, seatId);
    if (!row) return refuse('not_found', words.seatGone);
    if (seatVersion(db, row) !== version) return changedMeanwhile();
    const from = before(row, to);
    if (Object.keys(from).length === 0) return undefined;
    orm.update(seat).set(to).where(eq(seat.id, seatId)).run();
    const detail = { name: row.name, from, to: before(to, row), reason };
    record(orm, { kind: 'seat_changed', detail, ...entryOf(by, seatId) });
    afterCommit(by.changed);
    return undefined;
  });
}

/** Puts the seats into this order. Refused when these are not exactly the seats at the table. */
export function orderSeats(
  db: Db,
  by: Change,
  seatIds: readonly string[],
  reason: string,
): Refusal | undefined {
  return transact(db, (orm, afterCommit) => {
    const refusal = mayRun(runningOf(db, by.partnershipId), by.memberId);
    if (refusal) return refusal;
    const now = seatsIn(db, by.partnershipId).map(({ id }) => id);
    if (now.length !== seatIds.length || !now.every((id) => seatIds.includes(id)))
      return refuse('conflict', words.notInOrder);
    if (now.every((id, at) => id === seatIds[at])) return undefined;
    seatIds.forEach((id, position) => {
      orm.update(seat).set({ position }).where(eq(seat.id, id)).run();
    });
    record(orm, { kind: 'seats_ordered', detail: { reason }, ...entryOf(by, by.partnershipId) });
    afterCommit(by.changed);
    return undefined;
  });
}

/** Takes a seat away from the table. Whoever was in it is out of it at once; what it did stays. */
export function retireSeat(
  db: Db,
  by: Change,
  seatId: string,
  { version, reason }: { readonly version: string; readonly reason: string },
  carryOver: CarryOver,
): Refusal | undefined {
  return transact(db, (orm, afterCommit) => {
    const refusal = mayRetire(runningOf(db, by.partnershipId), by.memberId, seatId);
    if (refusal) return refusal;
    const row = seatAt(orm, by, seatId);
    if (!row || seatVersion(db, row) !== version) return changedMeanwhile();
    const people = inSeat(db, seatId);
    orm.update(seat).set({ retiredAt: by.at }).where(eq(seat.id, seatId)).run();
    orm.delete(seatHolding).where(eq(seatHolding.seatId, seatId)).run();
    const detail = { name: row.name, people, reason };
    record(orm, { kind: 'seat_retired', detail, ...entryOf(by, seatId) });
    carryOver({ orm, afterCommit }, by, { kind: 'seat_leaves', id: seatId, reason });
    afterCommit(by.changed);
    return undefined;
  });
}

/** Says who is in a seat, in place of those who were. Refused when that has changed since it was looked at. */
export function seatPeople(
  db: Db,
  by: Change,
  seatId: string,
  wanted: SeatPeople & { readonly version: string; readonly reason: string },
): Refusal | undefined {
  return transact(db, (orm, afterCommit) => {
    const refusal = maySeat(runningOf(db, by.partnershipId), by.memberId, seatId, wanted);
    if (refusal) return refusal;
    const row = seatAt(orm, by, seatId);
    if (!row || seatVersion(db, row) !== wanted.version) return changedMeanwhile();
    const from = inSeat(db, seatId);
    orm.delete(seatHolding).where(eq(seatHolding.seatId, seatId)).run();
    for (const line of linesOf(wanted))
      orm
        .insert(seatHolding)
        .values({ seatId, ...line })
        .run();
    const to = inSeat(db, seatId);
    if (JSON.stringify(from) === JSON.stringify(to)) return undefined;
    const detail = { name: row.name, from, to, reason: wanted.reason };
    record(orm, { kind: 'seat_people_changed', detail, ...entryOf(by, seatId) });
    afterCommit(by.changed);
    return undefined;
  });
}

function linesOf({ holder, substitutes }: SeatPeople): InSeat[] {
  return [
    ...(holder === null ? [] : [{ memberId: holder, kind: 'holder' as const }]),
    ...substitutes.map((memberId) => ({ memberId, kind: 'substitute' as const })),
  ];
}

function seatAt(orm: Db['orm'], { partnershipId }: Change, seatId: string) {
  const here = and(eq(seat.id, seatId), eq(seat.partnershipId, partnershipId), isNull(seat.retiredAt));
  return orm.select().from(seat).where(here).get();
}

function nameFree(db: Db, { partnershipId }: Change, name: string, seatId?: string): Refusal | undefined {
  const same = seatsIn(db, partnershipId).some(
    (one) => one.id !== seatId && one.name.toLowerCase() === name.toLowerCase(),
  );
  return same ? refuse('invalid', words.seatTwice, { name: words.seatTwice }) : undefined;
}
