import type { Actor } from '../../shared/decisions/actions.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { mayAnswer } from '../../shared/partnerships/running.ts';

/**
 * What a member may do in a decision, under their name in the ledger. Whoever leads the meeting or writes it down has
 * no voice, whatever seat they sit in. As a body, a person answers for themselves (a decider who was named) and for
 * the seats that they sit in: a body that is neither is answered for by the recorder, from a document.
 */
export function actorFor(
  { id: memberId, roles, seats }: OwnMember,
  id: string,
  decision?: { readonly createdBy: string | null },
): Actor {
  const answering = mayAnswer(roles) ? seats.map((seat) => seat.id) : [];
  return {
    id,
    roles,
    seats: answering,
    bodies: [memberId, ...answering],
    drafted: decision?.createdBy === memberId,
  };
}

/** Someone who looks and has done nothing yet: no line of the ledger is by this name. */
export const NO_ACTOR = '';
