import { eq } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { member, seat } from '../../db/schema/partnerships.ts';
import { askingWords } from '../../shared/messages/en/asking.ts';
import type { Side } from '../../shared/partnerships/sides.ts';

interface Seat {
  readonly id: string;
  readonly name: string;
  readonly side: Side;
}

/** The names by which a partnership knows everyone who is or was in it, and its seats. */
export function namesEver(orm: Db['orm'], partnershipId: string) {
  const people = orm.select().from(member).where(eq(member.partnershipId, partnershipId)).all();
  const seats = orm.select().from(seat).where(eq(seat.partnershipId, partnershipId)).all();
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const known = new Map<string, Seat>(seats.map(({ id, name, side }) => [id, { id, name, side }]));
  return {
    member: (id: string): string => names.get(id) ?? askingWords.someone,
    seat: (id: string): Seat | null => known.get(id) ?? null,
  };
}
