import { minorityUntil } from '../../shared/decisions/acts/afterwards.ts';
import type { Decision } from '../../shared/decisions/decision.ts';
import type { Draft } from '../../shared/decisions/draft.ts';
import { effectOf } from '../../shared/decisions/effect.ts';
import { isPositive } from '../../shared/decisions/ending.ts';
import { statementUntil } from '../../shared/decisions/needsOf.ts';
import type { DecisionAnswer } from '../../shared/decisions/recordApi.ts';

type Kept = Pick<
  DecisionAnswer,
  | 'effect'
  | 'bodies'
  | 'conditions'
  | 'conflicts'
  | 'leavers'
  | 'joined'
  | 'temperature'
  | 'meetings'
  | 'minority'
  | 'minorityUntil'
  | 'statement'
  | 'statementUntil'
  | 'corrections'
  | 'review'
>;

/** What a decision's record has beside its answers. None of it depends on answers in a round that is still open. */
export function shownRecord(decision: Decision, { conditions = [], conflicts = [] }: Draft): Kept {
  const { state, sealed, met } = decision;
  return {
    effect: state.kind === 'ended' && isPositive(state.ending) ? effectOf(decision) : null,
    bodies: decision.bodies,
    conditions: conditions.map(({ id, text }) => {
      const found = met.find(({ condition }) => condition === id);
      return { id, text, met: found ? { at: found.at, reference: found.reference } : null };
    }),
    conflicts: sealed ? decision.conflicts : conflicts.map((each) => ({ ...each, by: null, at: null })),
    leavers: decision.leavers,
    joined: decision.joined,
    temperature: decision.temperature,
    meetings: decision.meetings,
    minority: decision.minority,
    minorityUntil: minorityUntil(decision),
    statement: decision.statement,
    statementUntil: statementUntil(decision),
    corrections: decision.corrections,
    review: decision.review,
  };
}
