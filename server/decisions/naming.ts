import type { Db } from '../../db/open.ts';
import type { Decision } from '../../shared/decisions/decision.ts';
import type { OutReason } from '../../shared/decisions/electorate.ts';
import { outs } from '../../shared/decisions/facts.ts';
import type { NamedPerson, NamedSeat } from '../../shared/decisions/recordApi.ts';
import type { View } from '../../shared/decisions/view.ts';
import { decisionRecordWords as words } from '../../shared/messages/en/decisionRecord.ts';
import { peopleCalled } from './linesStore.ts';
import { seatsEver } from './memberStore.ts';

/** Every seat that this decision knows, and those at the table that it does not count. */
export function namedSeats(
  db: Db,
  partnershipId: string,
  decision: Decision,
  electorate: readonly { readonly id: string }[],
  view: View,
): NamedSeat[] {
  const voting = new Set(electorate.map(({ id }) => id));
  const joined = new Set(decision.joined.map(({ seat }) => seat.id));
  const out = outSeen(decision, view);
  return seatsEver(db, partnershipId)
    .filter(({ id, retiredAt }) => retiredAt === null || voting.has(id) || joined.has(id))
    .map(({ id, code, name, side }) => ({
      id,
      code,
      name,
      side,
      here: voting.has(id) ? 'voting' : joined.has(id) ? 'joined_later' : 'not_voting',
      out: voting.has(id) ? (out.get(id) ?? null) : null,
    }));
}

/** Why seats are not counted, as far as this person may see it: «outside our powers» is an answer like any other. */
function outSeen(decision: Decision, { rounds }: View): Map<string, OutReason> {
  const said = new Map<string, boolean>();
  for (const { step, positions } of rounds)
    for (const shown of step === null ? positions : [])
      if (shown.by === 'seat')
        said.set(shown.given.seat, shown.given.position.choice === 'outside_our_powers');
  const seen = decision.sealed ? outs(decision) : [];
  return new Map(
    seen
      .filter(({ seat, why }) => why !== 'outside_our_powers' || said.get(seat) === true)
      .map(({ seat, why }) => [seat, why]),
  );
}

/** Who the names in the ledger are that stand anywhere in these parts of an answer. */
export function namedPeople(db: Db, parts: readonly unknown[]): Record<string, NamedPerson> {
  const actors = new Set<string>();
  for (const part of parts) collect(part, actors);
  if (actors.size === 0) return {};
  return Object.fromEntries(
    peopleCalled(db.orm, [...actors]).map(({ actor, memberId, name }) => [
      actor,
      { name: name ?? words.erasedPerson, memberId },
    ]),
  );
}

function collect(value: unknown, into: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) {
    if ((key === 'by' || key === 'witness' || key === 'actor') && typeof each === 'string') into.add(each);
    else collect(each, into);
  }
}
