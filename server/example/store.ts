import { and, eq, isNull, like, min, not } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { decision } from '../../db/schema/decisions.ts';
import { document } from '../../db/schema/documents.ts';
import { journalEntry } from '../../db/schema/journal.ts';
import { notice } from '../../db/schema/notifications.ts';
import { member, memberRole, partnership, seat, seatHolding } from '../../db/schema/partnerships.ts';
import { account } from '../../db/schema/people.ts';
import { transact } from '../../db/transact.ts';
import type { Cast } from './cast.ts';

export const EXAMPLE_PARTNERSHIP = 'northvale';

export function hasAnyPartnership(db: Db): boolean {
  return db.orm.select({ id: partnership.id }).from(partnership).limit(1).get() !== undefined;
}

export function hasExamplePartnership(db: Db): boolean {
  const isExample = and(eq(partnership.id, EXAMPLE_PARTNERSHIP), eq(partnership.isExample, true));
  return db.orm.select({ id: partnership.id }).from(partnership).where(isExample).get() !== undefined;
}

export function hasDocument(db: Db, id: string): boolean {
  return db.orm.select({ id: document.id }).from(document).where(eq(document.id, id)).get() !== undefined;
}

/**
 * Whether the example's story can still be played: nothing has been decided or valued there yet, and the people and
 * seats are those that it began with. Starting and writing documents does not stand in its way.
 */
export function isBeforeStory(db: Db): boolean {
  const decided = db.orm.select({ id: decision.id }).from(decision).limit(1).get();
  const changed = db.orm
    .select({ seq: journalEntry.seq })
    .from(journalEntry)
    .where(
      and(eq(journalEntry.partnershipId, EXAMPLE_PARTNERSHIP), not(like(journalEntry.kind, 'document_%'))),
    )
    .limit(1)
    .get();
  return decided === undefined && changed === undefined;
}

/** When time will next do something to a decision; undefined while it has nothing to do. */
export function nextDue(db: Db): number | undefined {
  return (
    db.orm
      .select({ at: min(decision.dueAt) })
      .from(decision)
      .get()?.at ?? undefined
  );
}

/** What ended in the story is no news to anyone: nobody begins with a full inbox. */
export function forgetEndingsTold(orm: Db['orm']): void {
  const told = and(eq(notice.partnershipId, EXAMPLE_PARTNERSHIP), eq(notice.kind, 'decision_ended'));
  orm.delete(notice).where(told).run();
}

/** Writes the example partnership with its seats and people. Ids are words, so that its addresses can be read. */
export function addExamplePartnership(db: Db, cast: Cast, now: number): void {
  transact(db, (orm) => {
    orm
      .insert(partnership)
      .values({
        id: EXAMPLE_PARTNERSHIP,
        name: cast.name,
        place: cast.place,
        purpose: cast.purpose,
        isExample: true,
        createdAt: cast.startedAt,
      })
      .run();
    cast.seats.forEach((line, position) => {
      const { code, name, side, note } = line;
      orm
        .insert(seat)
        .values({
          id: exampleSeatId(code),
          partnershipId: EXAMPLE_PARTNERSHIP,
          code,
          name,
          side,
          note,
          position,
        })
        .run();
    });
    for (const person of cast.people) {
      const id = exampleMemberId(person.name);
      orm.insert(account).values({ id, name: person.name, isExample: true, createdAt: now }).run();
      orm
        .insert(member)
        .values({
          id,
          partnershipId: EXAMPLE_PARTNERSHIP,
          accountId: id,
          name: person.name,
          isPseudonym: person.isPseudonym,
          note: person.note,
          joinedAt: cast.startedAt,
        })
        .run();
      for (const role of person.roles) orm.insert(memberRole).values({ memberId: id, role }).run();
      if (person.seat)
        orm
          .insert(seatHolding)
          .values({ seatId: exampleSeatId(person.seat.code), memberId: id, kind: person.seat.kind })
          .run();
    }
  });
}

export function exampleSeatId(code: string): string {
  return `${EXAMPLE_PARTNERSHIP}-${code.toLowerCase()}`;
}

/** Account and member id of someone in the example: their name in small letters, joined by hyphens. */
export function exampleMemberId(name: string): string {
  return name.toLowerCase().replace(/[^a-z]+/g, '-');
}

/** The account of someone in the example, by the name that their partners know them by. No other account is ever given. */
export function exampleAccount(db: Db, name: string): { id: string; name: string } | undefined {
  return db.orm
    .select({ id: account.id, name: account.name })
    .from(account)
    .innerJoin(member, eq(member.accountId, account.id))
    .where(
      and(
        eq(member.partnershipId, EXAMPLE_PARTNERSHIP),
        eq(member.name, name),
        eq(account.isExample, true),
        isNull(account.disabledAt),
        isNull(member.leftAt),
      ),
    )
    .get();
}
