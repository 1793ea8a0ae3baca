import type { Db } from '../../db/open.ts';
import { type Draft, MOST_VALUES } from '../../shared/decisions/draft.ts';
import type { Seat } from '../../shared/decisions/electorate.ts';
import { mayAnswer } from '../../shared/partnerships/running.ts';
import { rolesOf, seatsIn } from '../partnerships/store.ts';
import { valuesOf } from '../values/store.ts';
import { peopleInSeats } from './memberStore.ts';

/**
 * A draft with what the partnership itself brings at this moment: the seats that vote, and the values that a block may
 * rest on. Ask inside the transaction that opens it.
 */
export function atThisMoment(db: Db, partnershipId: string, draft: Draft, now: number): Draft {
  const values = valuesOf(db, partnershipId).values.slice(0, MOST_VALUES);
  return {
    ...draft,
    electorate: votingSeats(db, partnershipId, draft),
    values: values.map(({ id }) => id),
    opensAt: draft.opensAt ?? now,
  };
}

/**
 * The seats at the table that have a voice. A seat in which there are only people who lead the meeting or write it down
 * has none; an empty one keeps its own: it can be filled in time, or answer on paper. Each is its own body, unless
 * the draft puts several under one organisation.
 */
function votingSeats(db: Db, partnershipId: string, { electorate = [] }: Draft): Seat[] {
  const organisations = new Map(electorate.map(({ id, body }) => [id, body]));
  const people = new Map<string, string[]>();
  for (const { seatId, memberId } of peopleInSeats(db, partnershipId))
    people.set(seatId, [...(people.get(seatId) ?? []), memberId]);
  return seatsIn(db, partnershipId)
    .filter(({ id }) => {
      const inIt = people.get(id) ?? [];
      return inIt.length === 0 || inIt.some((memberId) => mayAnswer(rolesOf(db, memberId)));
    })
    .map(({ id, name, side }) => ({ id, side, body: organisations.get(id) ?? { id, name } }));
}
