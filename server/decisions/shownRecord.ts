import type { Decision } from '../../shared/decisions/decision.ts';
import type { Draft } from '../../shared/decisions/draft.ts';
import { effectOf } from '../../shared/decisions/effect.ts';
import { isPositive } from '../../shared/decisions/ending.ts';
import { DAY } from '../../shared/decisions/moments.ts';
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
  | 'corrections'
  | 'review'
>;

/** What a decision's record has beside its answers. None of it depends on answers in a round that is still open. */
export function shownRecord(decision: Decision, { conditions = [], conflicts = [] }: Draft): Kept {
  const { state, sealed, met } = decision;
  const ended = state.kind === 'ended' && sealed ? { at: state.at, rule: sealed.rule } : null;
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
    minorityUntil: ended && ended.at + ended.rule.minorityDays * DAY,
    statement: decision.statement,
    corrections: decision.corrections,
    review: decision.review,
  };
}
