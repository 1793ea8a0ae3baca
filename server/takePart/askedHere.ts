import type { Actor } from '../../shared/decisions/actions.ts';
import { actsOf } from '../../shared/decisions/actsOf.ts';
import { apply } from '../../shared/decisions/apply.ts';
import { type Decision, openRound, sealedOf } from '../../shared/decisions/decision.ts';
import { votingStep } from '../../shared/decisions/facts.ts';
import type { Choice } from '../../shared/decisions/positions.ts';
import type { ShownValue } from '../../shared/decisions/recordApi.ts';
import { optionName } from '../../shared/decisions/whereItStands.ts';
import { answerWords } from '../../shared/messages/en/decisionAnswer.ts';
import { isRefusal } from '../../shared/refusal.ts';

/** What a seat can say in the round that is open now. */
export interface AnswerAsked {
  readonly kind: 'answer';
  readonly choices: readonly Choice[];
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly unranked: 'below' | 'ignored' | null;
  readonly values: readonly ShownValue[];
  readonly closesAt: number;
  readonly hidden: boolean;
}

export type Asked =
  | AnswerAsked
  /** They sit in several seats, and say first that they speak for this one. */
  | { readonly kind: 'say_for_whom' }
  | { readonly kind: 'nothing'; readonly why: string };

interface Where {
  readonly actor: Actor;
  readonly seat: string;
  readonly now: number;
  readonly values: readonly ShownValue[];
}

/** What a decision asks of one seat at this moment, by the rules that will judge the answer; or why nothing. */
export function askedHere(decision: Decision, { actor, seat, now, values }: Where): Asked {
  const round = openRound(decision, now);
  const acts = actsOf(decision, actor, now);
  const offer = acts.find((each) => each.kind === 'take_position' && each.seat === seat);
  if (round && offer?.kind === 'take_position') {
    const step = votingStep(decision, round);
    return {
      kind: 'answer',
      choices: offer.choices,
      options: offer.options.map((id) => ({ id, name: optionName(decision, id) })),
      unranked: step?.kind === 'ranked_choice' ? step.unranked : null,
      values,
      closesAt: round.closesAt,
      hidden: sealedOf(decision).rule.visibility.when === 'when_closed',
    };
  }
  const mayDeclare = acts.some((each) => each.kind === 'declare_capacity' && each.seat === seat);
  if (round && mayDeclare && actor.seats.length > 1) return { kind: 'say_for_whom' };
  return { kind: 'nothing', why: whyNot(decision, { actor, seat, now, values }) };
}

function whyNot(decision: Decision, { actor, seat, now }: Where): string {
  const through = { channel: 'link' } as const;
  const tried = apply(
    decision,
    { kind: 'take_position', seat, position: { choice: 'abstain' }, through },
    { now, actor },
  );
  return isRefusal(tried) ? tried.message : answerWords.none.notOpen;
}
