import type { Seat } from '../../../shared/decisions/electorate.ts';
import { readRule } from '../../../shared/decisions/reading.ts';
import type { Rule } from '../../../shared/decisions/rule.ts';
import { ruleFormWords as words } from '../../../shared/messages/en/ruleForm.ts';
import './rules.css';

export interface RuleReadingProps {
  readonly rule: Rule;
  readonly seats: readonly Seat[];
  /** Names of seats, for a casting vote. */
  readonly called?: ((seat: string) => string) | undefined;
  /** The rule that it was made from: sentences that differ from its own are marked. */
  readonly from?: Rule | undefined;
}

/** A rule in plain sentences for these seats. */
export function RuleReading({ rule, seats, called, from }: RuleReadingProps) {
  const before = from ? new Set(readRule(from, seats)) : undefined;
  return (
    <ul className="rule-reading">
      {readRule(rule, seats).map((sentence) => {
        const changed = before !== undefined && !before.has(sentence);
        return (
          <li key={sentence} className={changed ? 'is-changed' : undefined}>
            {withNames(sentence, rule, called)}
            {changed && <span className="changed-mark">{words.readingChanged}</span>}
          </li>
        );
      })}
    </ul>
  );
}

function withNames(sentence: string, { ladder }: Rule, called: RuleReadingProps['called']): string {
  const holders = ladder.flatMap((step) =>
    step.kind === 'majority' && step.castingVote !== undefined ? [step.castingVote] : [],
  );
  return holders.reduce((so, seat) => (called ? so.replace(seat, called(seat)) : so), sentence);
}
