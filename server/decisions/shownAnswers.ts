import type { Db } from '../../db/open.ts';
import type { Decision } from '../../shared/decisions/decision.ts';
import type { Draft } from '../../shared/decisions/draft.ts';
import { readRule } from '../../shared/decisions/reading.ts';
import type { DecisionAnswer } from '../../shared/decisions/recordApi.ts';
import type { Rule } from '../../shared/decisions/rule.ts';
import { stepStates } from '../../shared/decisions/stepStates.ts';
import { valuesToShow } from '../../shared/decisions/values.ts';
import type { View, Viewer } from '../../shared/decisions/view.ts';
import { decisionRecordWords as words } from '../../shared/messages/en/decisionRecord.ts';
import { namedSeats } from './naming.ts';
import { shownBlocks, shownRounds } from './rounds.ts';
import { valuesThen } from './valuesThen.ts';

interface Seen {
  readonly decision: Decision;
  readonly terms: Draft;
  readonly viewer: Viewer;
  readonly view: View;
}

type Answers = Pick<
  DecisionAnswer,
  'ruleReading' | 'rounds' | 'blocks' | 'steps' | 'seats' | 'values' | 'valuesToShow'
>;

/** The answers as this person may see them, with the seats, the rule and the values that they stand beside. */
export function shownAnswers(db: Db, partnershipId: string, seen: Seen): Answers {
  const { decision, terms, viewer, view } = seen;
  const electorate = terms.electorate ?? [];
  const seats = namedSeats(db, partnershipId, decision, electorate, view);
  const seatName = (id: string) => seats.find((seat) => seat.id === id)?.name ?? words.someSeat;
  const rule = terms.rule && withSeatNames(terms.rule, seatName);
  const openedAt = decision.versions[0]?.at ?? Number.POSITIVE_INFINITY;
  const values = valuesThen(db, partnershipId, terms.values ?? [], openedAt);
  const toShow = valuesToShow(decision, viewer);
  return {
    ruleReading: rule && electorate.length > 0 ? readRule(rule, electorate) : [],
    rounds: shownRounds(decision, view, seatName),
    blocks: shownBlocks(decision, view),
    steps: stepStates(decision, rule),
    seats,
    values,
    valuesToShow: toShow?.filter((id) => values.some((value) => value.id === id)) ?? null,
  };
}

/** A casting vote belongs to a seat, which has a name in the reading. */
function withSeatNames(rule: Rule, seatName: (id: string) => string): Rule {
  return {
    ...rule,
    ladder: rule.ladder.map((step) =>
      step.kind === 'majority' && step.castingVote !== undefined
        ? { ...step, castingVote: seatName(step.castingVote) }
        : step,
    ),
  };
}
