import { z } from 'zod';
import { decisionsWords as words } from '../messages/en/decisions.ts';
import { SIDES } from '../partnerships/sides.ts';
import { body, id, longText } from './electorate.ts';
import { comparison, DENOMINATORS, ratio } from './ratio.ts';

export const TRIGGERS = ['sustained_block', 'rounds_used', 'quorum_missed_twice', 'tie'] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** Whole days of 24 hours: the engine knows no calendar, no holidays and no time zone. */
export const days = z.int({ error: words.rule.days }).min(1, words.rule.days).max(366, words.rule.days);

/**
 * What must have happened before a step starts: so many rounds of consensus, so many mediation meetings, a written
 * answer to each block. The ladder waits at most `waitDays` for it, and then passes the step over.
 */
export const precondition = z.strictObject({
  rounds: z.int().min(1).max(10).optional(),
  meetings: z.int().min(1).max(12).optional(),
  blocksAnswered: z.literal(true).optional(),
  waitDays: days,
});

const start = {
  id,
  when: z
    .array(z.enum(TRIGGERS, { error: words.rule.trigger }))
    .min(1, words.rule.triggerMissing)
    .max(TRIGGERS.length),
  after: precondition.optional(),
};
const voting = { ...start, days, wording: z.enum(['last', 'original']), quorum: z.boolean() };

export const threshold = z.strictObject({
  ratio,
  comparison,
  of: z.enum(DENOMINATORS, { error: words.rule.denominator }),
});

export const step = z.discriminatedUnion(
  'kind',
  [
    /** For against against. The casting vote, if there is one, is the position that this seat has given. */
    z.strictObject({ kind: z.literal('majority'), ...voting, threshold, castingVote: id.optional() }),
    /** A share overall, and a share within each of the sides named. */
    z.strictObject({
      kind: z.literal('concurrent_majority'),
      ...voting,
      overall: threshold,
      within: threshold,
      sides: z.array(z.enum(SIDES)).min(1).max(SIDES.length),
      emptySide: z.enum(['waived', 'fails']),
    }),
    /** The proposal and its alternatives in order of liking; see `rankedResult`. */
    z.strictObject({
      kind: z.literal('ranked_choice'),
      ...voting,
      method: z.enum(['schulze', 'instant_runoff'], { error: words.rule.method }),
      unranked: z.enum(['below', 'ignored'], { error: words.rule.unranked }),
      withStatusQuo: z.boolean(),
    }),
    /** A person or body decides alone by a date, and answers each block in writing. */
    z.strictObject({ kind: z.literal('named_decider'), ...start, days, decider: body }),
    /** Each body decides alone, with reasons, by a date. */
    z.strictObject({
      kind: z.literal('refer_to_bodies'),
      ...start,
      days,
      bodies: z.array(body).min(1).max(20),
    }),
    /** Adopted for so long, within the scope, unless the stop rule is met; then looked at again. */
    z.strictObject({ kind: z.literal('trial'), ...start, days, scope: longText, stopRule: longText }),
    /** Nothing changes until a date; then one more round of consensus. At most so many times. */
    z.strictObject({ kind: z.literal('pause'), ...start, days, times: z.int().min(1).max(5) }),
    z.strictObject({ kind: z.literal('status_quo'), ...start }),
  ],
  { error: words.rule.stepKind },
);
export type Step = z.infer<typeof step>;
export type VotingStep = Extract<Step, { kind: 'majority' | 'concurrent_majority' | 'ranked_choice' }>;

export function isVoting(each: Step): each is VotingStep {
  return each.kind === 'majority' || each.kind === 'concurrent_majority' || each.kind === 'ranked_choice';
}

/**
 * Steps in the order in which they run. Whatever happens, the last one ends the decision: it is no pause, it waits
 * for nothing, and it starts when the rounds are used up.
 */
export const ladder = z
  .array(step)
  .min(1, words.rule.ladderEmpty)
  .max(10, words.rule.ladderLong)
  .refine((steps) => new Set(steps.map((each) => each.id)).size === steps.length, words.rule.stepTwice)
  .refine((steps) => endsIt(steps.at(-1)), words.rule.ladderEnd);

function endsIt(last: Step | undefined): boolean {
  return (
    last !== undefined &&
    last.kind !== 'pause' &&
    last.after === undefined &&
    last.when.includes('rounds_used')
  );
}
