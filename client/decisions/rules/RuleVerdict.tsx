import type { Rule } from '../../../shared/decisions/rule.ts';
import { say } from '../../../shared/decisions/say.ts';
import { compareRules, isOnlyTighter } from '../../../shared/decisions/tightening/compareRules.ts';
import { ruleFormWords } from '../../../shared/messages/en/ruleForm.ts';

const words = ruleFormWords.verdict;

export interface RuleVerdictProps {
  readonly named: Rule;
  readonly rule: Rule;
  readonly seats: number;
}

/** Whether a rule is only tighter than the one it was made from; if not, where it is looser. */
export function RuleVerdict({ named, rule, seats }: RuleVerdictProps) {
  const differences = compareRules(named, rule, seats);
  const tighter = isOnlyTighter(differences);
  const says = differences.length === 0 ? words.same : tighter ? words.tighter : words.looser;
  const unlike = [...new Map(differences.map((each) => [`${each.verdict} ${each.says}`, each])).values()];
  return (
    <div className={`rule-verdict ${tighter ? 'is-tighter' : 'is-looser'}`} role="status">
      <h3>{say(words.heading, { name: named.name })}</h3>
      <p>{says}</p>
      {unlike.length > 0 && (
        <ul>
          {unlike.map(({ verdict, says: sentence }) => (
            <li key={sentence}>
              <b>
                {verdict === 'tighter' ? '✓ ' : '! '}
                {verdict === 'tighter' ? words.tighterMark : words.looserMark}
              </b>{' '}
              {sentence}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
