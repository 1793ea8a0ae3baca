import type { Actor } from '../../shared/decisions/actions.ts';
import { outcomeOf } from '../../shared/decisions/decision.ts';
import { effectOf, isReviewDue } from '../../shared/decisions/effect.ts';
import { isPositive } from '../../shared/decisions/ending.ts';
import { needsOf } from '../../shared/decisions/needsOf.ts';
import type { Offer } from '../../shared/decisions/offers.ts';
import type { RegisterLine } from '../../shared/decisions/recordApi.ts';
import { nextThing, whereItStands } from '../../shared/decisions/whereItStands.ts';
import type { DecisionRow } from './store.ts';

/** A decision as one line of the register. Nothing in it depends on answers that the one who asks may not see. */
export function registerLine(
  row: DecisionRow,
  actor: Actor,
  now: number,
  acts?: readonly Offer[],
): RegisterLine {
  const { body } = row;
  const { state, life, review } = body;
  const open = state.kind === 'open' ? state : null;
  const positive = state.kind === 'ended' && isPositive(state.ending);
  return {
    id: row.id,
    number: row.number,
    question: row.question,
    restricted: row.sensitivity === 'restricted',
    state: state.kind,
    says: whereItStands(body),
    stage: open?.stage ?? null,
    outcome: outcomeOf(body),
    effect: positive ? effectOf(body) : null,
    life,
    closesAt: open?.stage.kind === 'round' ? (body.rounds.at(-1)?.closesAt ?? null) : null,
    next: nextThing(body),
    openedAt: body.rounds[0]?.openedAt ?? null,
    endedAt: state.kind === 'ended' ? state.at : null,
    reviewAt: review?.at ?? null,
    reviewDue: isReviewDue(body, now),
    needsMe: needsOf(body, actor, now, acts),
    drift: null,
  };
}
