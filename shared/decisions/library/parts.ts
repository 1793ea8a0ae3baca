import type { Step } from '../ladder.ts';
import type { Rule } from '../rule.ts';

/**
 * What named rules share unless they say otherwise: answers from two thirds of the seats and from every side; two
 * rounds of a fortnight with a fortnight between; one more week when too few have answered.
 */
const USUAL: Omit<Rule, 'name' | 'consensus' | 'ladder'> = {
  voice: 'seat',
  quorum: { atLeast: '2/3', fromEachSide: 1 },
  rounds: { most: 2, days: 14, gapDays: 14, extensionDays: 7, freezeHours: 48 },
  visibility: { when: 'as_they_come', by: 'seat' },
  minorityDays: 14,
};

const CONSENSUS: Rule['consensus'] = {
  blocks: 0,
  testedBy: 'nobody',
  support: { ratio: '1/2', comparison: 'more_than', of: 'cast' },
  standAsides: '1/4',
};

/** A rule that differs from the usual one in what is given. */
export function namedRule(
  given: {
    readonly name: string;
    readonly ladder: Step[];
    readonly consensus?: Partial<Rule['consensus']>;
  } & Partial<Omit<Rule, 'name' | 'ladder' | 'consensus'>>,
): Rule {
  return { ...USUAL, ...given, consensus: { ...CONSENSUS, ...given.consensus } };
}

/** Ids that stand for a person or body that each decision names for itself. */
export const PLACEHOLDERS: readonly string[] = ['decider', 'accountable-body'];

/** The end of most ladders. */
export const STATUS_QUO: Step = { kind: 'status_quo', id: 'status-quo', when: ['rounds_used'] };

export const THREE_QUARTERS = { ratio: '3/4', comparison: 'at_least', of: 'for_and_against' } as const;
export const MOST = { ratio: '1/2', comparison: 'more_than', of: 'for_and_against' } as const;
