import type { ReactNode } from 'react';
import type { Rule } from '../../../shared/decisions/rule.ts';
import { rule as ruleShape } from '../../../shared/decisions/rule.ts';
import { ruleFormWords as words } from '../../../shared/messages/en/ruleForm.ts';
import { TextField } from '../../ui/Field.tsx';
import { RuleForm } from './RuleForm.tsx';
import { RuleReading } from './RuleReading.tsx';
import { RuleVerdict } from './RuleVerdict.tsx';
import type { RuleFormProps } from './ruleFormProps.ts';
import './rules.css';

export interface RuleDeskProps extends RuleFormProps {
  /** The rule that it is made from. */
  readonly from: Rule;
  /** Whether its name can be written: a decision's rule keeps the name that it was taken by. */
  readonly naming: boolean;
  /** What stands below the fields. */
  readonly children: ReactNode;
}

/** Changing a rule, with what it means beside it, and how it stands to the one that it was made from. */
export function RuleDesk({ from, naming, children, ...form }: RuleDeskProps) {
  const { rule, onChange, errors, table } = form;
  const countable = ruleShape.safeParse(rule).success;
  const called = (seat: string) => table.seats.find(({ id }) => id === seat)?.name ?? seat;
  return (
    <div className="rule-desk">
      <div>
        {naming && (
          <TextField
            label={words.name}
            error={errors.name}
            value={rule.name}
            autoComplete="off"
            onChange={(event) => onChange({ ...rule, name: event.target.value })}
          />
        )}
        <RuleForm {...form} />
        {children}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is longer than the screen is scrolled, by the keyboard too */}
      <aside className="rule-beside" tabIndex={0} aria-label={words.reading}>
        {countable ? (
          <>
            <h2>{words.reading}</h2>
            <RuleVerdict named={from} rule={rule} seats={table.seats.length} />
            <RuleReading {...{ rule, from, called }} seats={table.seats} />
          </>
        ) : (
          <p role="status">{words.wrong}</p>
        )}
      </aside>
    </div>
  );
}
