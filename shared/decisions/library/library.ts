import { decisionsWords } from '../../messages/en/decisions.ts';
import { SIDES } from '../../partnerships/sides.ts';
import type { Rule } from '../rule.ts';
import { MOST, namedRule, STATUS_QUO, THREE_QUARTERS } from './parts.ts';

export interface NamedRule {
  readonly id: string;
  readonly name: string;
  /** What it is like, in a sentence or two. */
  readonly about: string;
  readonly source: string;
  readonly rule: Rule;
}

const words = decisionsWords.library;

const SAY_NO_MORE_THAN = { support: { ratio: '1/2', comparison: 'more_than', of: 'eligible' } } as const;

/** The rule of the example partnership, and its first way on: three quarters, and most of each side. */
const concurrentThreeQuarters = namedRule({
  name: words.concurrent_three_quarters.name,
  quorum: { atLeast: 7, fromEachSide: 1, scaled: { below: 10, share: '2/3' } },
  ladder: [
    {
      kind: 'concurrent_majority',
      id: 'three-quarters',
      when: ['rounds_used'],
      days: 14,
      wording: 'last',
      quorum: true,
      overall: THREE_QUARTERS,
      within: MOST,
      sides: [...SIDES],
      emptySide: 'waived',
    },
    STATUS_QUO,
  ],
});

const RULES: Readonly<Record<keyof typeof words, Rule>> = {
  consensus: namedRule({ name: words.consensus.name, ladder: [STATUS_QUO] }),
  consent: namedRule({
    name: words.consent.name,
    consensus: {
      testedBy: 'each_side',
      support: { ratio: '1/2', comparison: 'at_least', of: 'cast' },
      standAsides: '1/2',
    },
    ladder: [STATUS_QUO],
  }),
  unanimity: namedRule({
    name: words.unanimity.name,
    quorum: { atLeast: '1/1', fromEachSide: 1 },
    consensus: { support: { ratio: '1/1', comparison: 'at_least', of: 'eligible' }, standAsides: 0 },
    ladder: [{ kind: 'pause', id: 'pause', when: ['rounds_used'], days: 14, times: 1 }, STATUS_QUO],
  }),
  consensus_minus_one: namedRule({
    name: words.consensus_minus_one.name,
    consensus: { blocks: 1, ...SAY_NO_MORE_THAN },
    ladder: [STATUS_QUO],
  }),
  n_street: namedRule({
    name: words.n_street.name,
    rounds: { most: 2, days: 14, gapDays: 84, extensionDays: 7, freezeHours: 48 },
    ladder: [
      {
        kind: 'majority',
        id: 'three-quarters',
        when: ['sustained_block', 'rounds_used'],
        after: { rounds: 2, meetings: 1, waitDays: 14 },
        days: 14,
        wording: 'last',
        quorum: true,
        threshold: THREE_QUARTERS,
      },
      STATUS_QUO,
    ],
  }),
  concurrent_three_quarters: concurrentThreeQuarters,
  refer_to_bodies: namedRule({
    name: words.refer_to_bodies.name,
    rounds: { most: 1, days: 14, gapDays: 14, extensionDays: 7, freezeHours: 48 },
    ladder: [
      {
        kind: 'refer_to_bodies',
        id: 'refer',
        when: ['sustained_block', 'rounds_used', 'quorum_missed_twice'],
        days: 28,
        bodies: [{ id: 'accountable-body', name: words.refer_to_bodies.placeholder }],
      },
    ],
  }),
  try_then_look: namedRule({
    name: words.try_then_look.name,
    ladder: [
      {
        kind: 'trial',
        id: 'trial',
        when: ['rounds_used'],
        days: 90,
        scope: words.try_then_look.scope,
        stopRule: words.try_then_look.stopRule,
      },
    ],
  }),
  named_decider: namedRule({
    name: words.named_decider.name,
    ladder: [
      {
        kind: 'named_decider',
        id: 'decider',
        when: ['sustained_block', 'rounds_used'],
        after: { rounds: 2, waitDays: 14 },
        days: 14,
        decider: { id: 'decider', name: words.named_decider.placeholder },
      },
      STATUS_QUO,
    ],
  }),
  one_organisation_one_voice: namedRule({
    name: words.one_organisation_one_voice.name,
    voice: 'organisation',
    ladder: [
      {
        kind: 'majority',
        id: 'majority',
        when: ['rounds_used'],
        days: 14,
        wording: 'last',
        quorum: true,
        threshold: MOST,
      },
      STATUS_QUO,
    ],
  }),
};

/** Rules that partnerships elsewhere have used, to take as they are or to change. Each says where it comes from. */
export const library: readonly NamedRule[] = (Object.keys(RULES) as (keyof typeof words)[]).map((id) => {
  const { name, about, source } = words[id];
  return { id, name, about, source, rule: RULES[id] };
});
