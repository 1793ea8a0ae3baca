import { type Rule, rule as ruleShape } from '../../../shared/decisions/rule.ts';
import { actsWords } from '../../../shared/messages/en/acts.ts';

/** What is wrong with a rule, each by its whole path: `ladder.0.days`. Empty when it can be counted. */
export function ruleErrors(rule: Rule): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  // Our own sentences end as sentences do; a library's wording does not.
  for (const { path, message } of ruleShape.safeParse(rule).error?.issues ?? [])
    found[path.map(String).join('.')] ??= /[.!?]$/.test(message) ? message : actsWords.pickOne;
  return found;
}
