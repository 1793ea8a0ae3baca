import type { Rule } from '../rule.ts';
import { compareRules, isOnlyTighter } from './compareRules.ts';

/**
 * Whether a rule may be called what it is called, for at most so many voices: of each of these rules that has the same
 * name it is the same or a tightening. What is looser than a rule that people know must not pass for it.
 */
export function mayBearItsName(rule: Rule, known: readonly Rule[], voices: number): boolean {
  const name = asRead(rule.name);
  return known
    .filter((named) => asRead(named.name) === name)
    .every((named) => isOnlyTighter(compareRules(named, rule, voices)));
}

/** Names that read the same are the same. */
function asRead(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
