import type { DecisionAnswer, NamedSeat } from '../../shared/decisions/recordApi.ts';
import { recordWords as words } from '../../shared/messages/en/decisionPage.ts';

type Named = Pick<DecisionAnswer, 'people' | 'seats'>;

/** Who did something, by their name in the ledger. Null or `time`: nobody did, the rule did. */
export function personIn({ people }: Named, by: string | null): string {
  if (by === null || by === 'time') return words.time;
  return people[by]?.name || words.someone;
}

export function seatIn({ seats }: Named, id: string | null): NamedSeat | undefined {
  return seats.find((seat) => seat.id === id);
}

export function seatName(named: Named, id: string | null): string {
  return seatIn(named, id)?.name ?? words.someSeat;
}
