import type { Seat } from '../../../shared/decisions/electorate.ts';
import { readStep } from '../../../shared/decisions/readStep.ts';
import type { Rule } from '../../../shared/decisions/rule.ts';
import { say } from '../../../shared/decisions/say.ts';
import { tryRuleWords as words } from '../../../shared/messages/en/tryRule.ts';
import { RuleReading } from '../rules/RuleReading.tsx';
import type { Rehearsed } from './useRehearsal.ts';

export interface WhatHappensProps {
  readonly rule: Rule;
  readonly seats: readonly Seat[];
  readonly result: Rehearsed;
  readonly nameOf: (option: string) => string;
  readonly called: (seat: string) => string;
}

/** The outcome, and which steps of the ladder started on the way. */
export function WhatHappens({ rule, seats, result, nameOf, called }: WhatHappensProps) {
  const how = (id: string) => result.steps.find(({ step }) => step === id)?.how ?? 'not_reached';
  return (
    <>
      <h2>{words.outcome}</h2>
      <p className="try-outcome" role="status">
        {outcomeSays(rule, result, nameOf)}
      </p>
      <h3>{words.ladder}</h3>
      <ol className="try-ladder">
        {rule.ladder.map((step, index) => (
          <li key={step.id} data-how={how(step.id)}>
            <b>{words.steps[how(step.id)]}</b>
            <span>{withCastingVote(readStep(step, index > 0), step, called)}</span>
          </li>
        ))}
      </ol>
      <details>
        <summary>{say(words.reads, { count: seats.length })}</summary>
        <RuleReading {...{ rule, seats, called }} />
      </details>
    </>
  );
}

function withCastingVote(
  sentence: string,
  step: Rule['ladder'][number],
  called: WhatHappensProps['called'],
): string {
  const seat = step.kind === 'majority' ? step.castingVote : undefined;
  return seat === undefined ? sentence : sentence.replace(seat, called(seat));
}

function outcomeSays(
  { ladder }: Rule,
  { outcome, waitsFor }: Rehearsed,
  nameOf: WhatHappensProps['nameOf'],
): string {
  if (waitsFor) return words.waits[waitsFor];
  if (!outcome) return words.waits.positions;
  const { kind, step, option } = outcome;
  const number = ladder.findIndex(({ id }) => id === step) + 1;
  if (kind === 'passed_by_fallback' && option !== null && option !== 'proposal')
    return say(words.outcomes.passed_option, { number, option: nameOf(option) });
  return say(words.outcomes[kind as keyof typeof words.outcomes] ?? '', { number });
}
