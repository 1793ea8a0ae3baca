import { z } from 'zod';
import { decisionsWords as words } from '../messages/en/decisions.ts';
import { shortText } from './electorate.ts';
import { days, ladder } from './ladder.ts';
import { comparison, ratio } from './ratio.ts';

const few = z.int({ error: words.rule.whole }).min(0, words.rule.whole).max(10_000, words.rule.whole);

/**
 * Enough answers: overall, and from each side. `scaled` holds when fewer voices than `below` may answer; it never
 * asks for more than `atLeast` does, or silence could help.
 */
export const quorum = z.strictObject({
  atLeast: z.union([few.min(1), ratio], { error: words.rule.quorum }),
  fromEachSide: few,
  scaled: z.strictObject({ below: few.min(2), share: ratio }).optional(),
});
export type Quorum = z.infer<typeof quorum>;

/** Standing aside is capped by number, or as a share of the answers: a share of all seats would let silence help. */
const standAsides = z.union([few, ratio], { error: words.rule.cap });

const support = z.strictObject({
  ratio,
  comparison,
  of: z.enum(['eligible', 'cast'], { error: words.rule.supportOf }),
});

export const consensusTest = z.strictObject({
  /** How many standing blocks it bears: none, unless the rule is "consensus minus one" or the like. */
  blocks: few,
  testedBy: z.enum(['nobody', 'facilitator', 'each_side'], { error: words.rule.testedBy }),
  support,
  standAsides,
  /** The same within every side that has a voice, where the rule says so. */
  eachSide: z.strictObject({ support, standAsides }).optional(),
});
export type ConsensusTest = z.infer<typeof consensusTest>;

/** How many rounds of consensus, how long, and the pause between them in which words can be changed. */
export const roundPlan = z.strictObject({
  most: z.int().min(1, words.rule.rounds).max(10, words.rule.rounds),
  days,
  gapDays: days,
  /** How long a round is extended, once, when too few have answered. Nought: not at all. */
  extensionDays: z.int().min(0, words.rule.days).max(366, words.rule.days),
  freezeHours: z
    .int()
    .min(0)
    .max(366 * 24),
});

export const visibility = z.strictObject({
  when: z.enum(['as_they_come', 'when_closed']),
  by: z.enum(['seat', 'side']),
});

export const rule = z
  .strictObject({
    name: shortText,
    /** One voice for each seat, or one for each organisation however many seats it holds. */
    voice: z.enum(['seat', 'organisation'], { error: words.rule.voice }),
    quorum,
    consensus: consensusTest,
    rounds: roundPlan,
    visibility,
    /** How long a seat that did not carry the day may add its own words to the record. */
    minorityDays: days,
    ladder,
  })
  .refine(({ rounds, ladder: steps }) => steps.every(({ after }) => (after?.rounds ?? 0) <= rounds.most), {
    error: words.rule.neverSoManyRounds,
    path: ['ladder'],
  });
export type Rule = z.infer<typeof rule>;
