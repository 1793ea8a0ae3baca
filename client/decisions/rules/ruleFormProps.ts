import type { Rule } from '../../../shared/decisions/rule.ts';
import type { PartnershipAnswer } from '../../../shared/partnerships/api.ts';

/** Who can be named in a rule: seats, and people by themselves. */
export type Table = Pick<PartnershipAnswer, 'seats' | 'members'>;

export interface RuleFormProps {
  readonly rule: Rule;
  readonly onChange: (rule: Rule) => void;
  /** What is wrong, by its whole path in the rule. */
  readonly errors: Readonly<Record<string, string>>;
  readonly table: Table;
}
