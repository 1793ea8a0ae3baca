import type { ReactNode } from 'react';
import type { Seat } from '../../../shared/decisions/electorate.ts';
import { say } from '../../../shared/decisions/say.ts';
import { ruleFormWords } from '../../../shared/messages/en/ruleForm.ts';
import { RuleReading } from './RuleReading.tsx';
import type { ChoosableRule } from './useRules.ts';

const words = ruleFormWords.page;

export interface RuleCardProps {
  readonly choice: ChoosableRule;
  readonly seats: readonly Seat[];
  readonly called?: ((seat: string) => string) | undefined;
  /** What can be done with it. */
  readonly children?: ReactNode;
}

/** One rule with what it is like, and, one step away, what it means for these seats. */
export function RuleCard({ choice, seats, called, children }: RuleCardProps) {
  const { key, rule, about, source } = choice;
  return (
    <li className="rule-card">
      <h3 id={`rule-${key}`}>{rule.name}</h3>
      {about && <p dir="auto">{about}</p>}
      {source && <p className="small">{say(words.source, { source })}</p>}
      <details>
        <summary>{say(words.reads, { count: seats.length })}</summary>
        <RuleReading {...{ rule, seats, called }} />
      </details>
      {children && <div className="button-row">{children}</div>}
    </li>
  );
}
