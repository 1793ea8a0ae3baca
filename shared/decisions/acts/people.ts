import { entry } from '../../ledger/entry.ts';
import type { Refusal } from '../../refusal.ts';
import type { Now, Of } from '../actions.ts';
import { type Decision, sealedOf } from '../decision.ts';
import type { Applied } from '../entries.ts';
import { done, must, no, words } from './act.ts';

/** The facilitator's judgement of a declared interest. The newest for each seat counts; all are kept. */
export function handleConflict(
  decision: Decision,
  { conflict }: Of<'handle_conflict'>,
  { now, actor }: Now,
): Applied | Refusal {
  const refusal = must(actor, 'facilitator');
  if (refusal) return refusal;
  if (!knows(decision, conflict.seat)) return no(words.notInElectorate);
  const { reason, ...judged } = conflict;
  return done(
    { ...decision, conflicts: [...decision.conflicts, { ...conflict, by: actor.id, at: now }] },
    entry('conflict_handled', now, actor.id, judged, { reason }),
  );
}

/** A seat leaves: its position is struck from the count, and its history and its block are kept. */
export function seatLeaves(
  decision: Decision,
  { seat, reason }: Of<'seat_leaves'>,
  { now, actor }: Now,
): Applied | Refusal {
  const refusal = must(actor, 'facilitator');
  if (refusal) return refusal;
  if (!knows(decision, seat)) return no(words.notInElectorate);
  if (decision.leavers.some((each) => each.seat === seat)) return no(words.seatLeft);
  return done(
    { ...decision, leavers: [...decision.leavers, { seat, at: now, reason }] },
    entry('seat_left', now, actor.id, { seat }, { reason }),
  );
}

/** A seat that joins later is shown. The electorate was sealed: it has no position in this decision. */
export function seatJoins(
  decision: Decision,
  { seat }: Of<'seat_joins'>,
  { now, actor }: Now,
): Applied | Refusal {
  const refusal = must(actor, 'facilitator');
  if (refusal) return refusal;
  if (knows(decision, seat.id) || decision.joined.some((each) => each.seat.id === seat.id))
    return no(words.seatThere);
  return done(
    { ...decision, joined: [...decision.joined, { seat, at: now }] },
    entry('seat_joined', now, actor.id, { seat: seat.id, side: seat.side }),
  );
}

function knows(decision: Decision, seat: string): boolean {
  return sealedOf(decision).electorate.some(({ id }) => id === seat);
}
