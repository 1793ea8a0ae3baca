import type { Db } from '../../db/open.ts';
import type { MayAsk } from '../../shared/asking/api.ts';
import type { WantedAsking } from '../../shared/asking/changes.ts';
import { RUNGS, type Rung } from '../../shared/asking/rungs.ts';
import { askingWords } from '../../shared/messages/en/asking.ts';
import { fill } from '../../shared/messages/fill.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import { currentMembers } from '../partnerships/store.ts';
import type { AskedPerson } from './store.ts';
import type { Found } from './subject.ts';

const words = askingWords.form;
const MOST_PEOPLE = 500;

/** Everyone who can be asked, in the order of the seats, with why this much say can't be promised to them. */
export function candidates(db: Db, found: Found): MayAsk['people'] {
  return currentMembers(db, found.about.partnershipId).map((member) => {
    const [seat] = member.seats;
    return {
      memberId: member.id,
      name: member.name,
      seat: seat ? { id: seat.id, name: seat.name, side: seat.side } : null,
      whyNot: Object.fromEntries(RUNGS.map((rung) => [rung, found.whyNot(rung, member)])) as Record<
        Rung,
        string | null
      >,
    };
  });
}

/** The people behind the seats and names that were chosen, or a refusal that names whom this can't be promised to. */
export function peopleFor(
  db: Db,
  found: Found,
  { rung, seatIds, memberIds }: WantedAsking,
): AskedPerson[] | Refusal {
  const members = currentMembers(db, found.about.partnershipId);
  const chosen = members.flatMap((member) => {
    const seat = member.seats.find(({ id }) => seatIds.includes(id)) ?? null;
    if (!seat && !memberIds.includes(member.id)) return [];
    return [{ member, seatId: seat?.id ?? member.seats[0]?.id ?? null }];
  });
  const known = new Set(members.flatMap(({ id, seats }) => [id, ...seats.map((seat) => seat.id)]));
  if ([...seatIds, ...memberIds].some((id) => !known.has(id))) return wrong(words.unknown);
  if (chosen.length > MOST_PEOPLE) return wrong(words.tooMany);
  const problems = new Map<string, string[]>();
  for (const { member } of chosen) {
    const why = found.whyNot(rung, member);
    if (why !== null) problems.set(why, [...(problems.get(why) ?? []), member.name]);
  }
  if (problems.size > 0)
    return wrong(
      [...problems]
        .map(([why, people]) => fill(words.cannotAsk, { people: people.join(', '), why }))
        .join(' '),
    );
  return chosen.map(({ member, seatId }) => ({ memberId: member.id, seatId }));
}

function wrong(message: string): Refusal {
  return refuse('invalid', words.notReady, { whom: message });
}
