import type { Db } from '../../db/open.ts';
import { outs, stepOf } from '../../shared/decisions/facts.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { mayRead } from './mayRead.ts';
import { openDecisions } from './store.ts';

interface Going {
  readonly going: OwnMember;
  readonly asking: OwnMember;
  /** The seats that nobody would be in. */
  readonly emptied: readonly { readonly id: string; readonly name: string }[];
}

/**
 * The open decisions, of those that the one who asks may read, in which nobody would be left to answer for a seat, or
 * to decide. Whether the seat has answered is not told: that may be hidden.
 */
export function openWithout(db: Db, partnershipId: string, { going, asking, emptied }: Going) {
  return openDecisions(db.orm, partnershipId)
    .filter((row) => mayRead(row, asking))
    .map((row) => {
      const { sealed, state } = row.body;
      const gone = new Set(
        outs(row.body).flatMap(({ seat, why }) => (why === 'outside_our_powers' ? [] : seat)),
      );
      const voting = new Set((sealed?.electorate ?? []).map(({ id }) => id).filter((id) => !gone.has(id)));
      const step =
        state.kind === 'open' && state.stage.kind === 'deciding' ? stepOf(row.body, state.stage.step) : null;
      return {
        kind: 'decision' as const,
        decisionId: row.id,
        number: row.number,
        question: row.question,
        seats: emptied.filter(({ id }) => voting.has(id)).map(({ name }) => name),
        decides: step?.kind === 'named_decider' && step.decider.id === going.id,
      };
    })
    .filter(({ seats, decides }) => seats.length > 0 || decides);
}
