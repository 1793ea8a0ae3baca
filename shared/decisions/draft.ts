import { z } from 'zod';
import { decisionsWords as words } from '../messages/en/decisions.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { PROPOSAL, STATUS_QUO } from './count/ranked.ts';
import { body, conflict, electorate, id, longText, shortText } from './electorate.ts';
import { days } from './ladder.ts';
import { rule } from './rule.ts';

/** The hash of a canonical text, as `hashBlocks` gives it. */
export const hash = z.string().regex(/^[0-9a-f]{64}$/, words.draft.hash);
export const moment = z.int({ error: words.draft.moment }).min(0).max(8_640_000_000_000);

export const MOST_VALUES = 100;

const bodies = z.array(body).min(1, words.draft.bodies).max(20);

/** What force a yes of this partnership has. */
export const standing = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('advisory') }),
    z.strictObject({ kind: z.literal('delegated') }),
    z.strictObject({ kind: z.literal('recommendation'), bodies, answerDays: days }),
    z.strictObject({ kind: z.literal('each_body'), bodies, answerDays: days }),
  ],
  { error: words.draft.standing },
);
export type Standing = z.infer<typeof standing>;

const alternative = z.strictObject({ id, name: shortText, hash });
const rejected = z.strictObject({ option: shortText, why: longText });
const precedent = z.strictObject({ id, text: shortText });

/** A decision that can be opened. A draft has as much of it as has been written so far. */
export const whole = z.strictObject({
  question: shortText,
  proposal: hash,
  standing,
  electorate,
  rule,
  opensAt: moment,
  closesAt: moment,
  reviewAt: moment,
  conflicts: z.array(conflict).max(200).optional(),
  alternatives: z.array(alternative).max(10).optional(),
  rejected: z.array(rejected).max(50).optional(),
  /** The partnership's shared values that a block may rest on. */
  values: z.array(id).max(MOST_VALUES).optional(),
  /** What must be so before the decision is in force: checks done, a budget found. */
  conditions: z.array(precedent).max(50).optional(),
  easyRead: longText.optional(),
  /** The decision that this one follows, where one was withdrawn to change its rule or its voters. */
  follows: id.optional(),
});
export type Whole = z.infer<typeof whole>;

export const draft = whole.partial();
export type Draft = z.infer<typeof draft>;

const REQUIRED = [
  'question',
  'proposal',
  'standing',
  'electorate',
  'rule',
  'opensAt',
  'closesAt',
  'reviewAt',
] as const;

/** The whole of a draft, or a refusal that names everything that is missing or cannot be, all at once. */
export function wholeOf(given: Draft, now: number): Whole | Refusal {
  const missing = REQUIRED.filter((field) => given[field] === undefined);
  const problems: Record<string, string> = Object.fromEntries(
    missing.map((field) => [field, words.draft.missing[field]]),
  );
  for (const [field, problem] of [...timeProblems(given, now), ...seatProblems(given)])
    problems[field] ??= problem;
  if (Object.keys(problems).length > 0) return refuse('invalid', words.draft.notReady, problems);
  const parsed = whole.safeParse(given);
  return parsed.success ? parsed.data : refuse('invalid', words.draft.notReady, fieldsOf(parsed.error));
}

function timeProblems({ opensAt, closesAt, reviewAt }: Draft, now: number): [string, string][] {
  const found: [string, string][] = [];
  if (opensAt !== undefined && opensAt > now) found.push(['opensAt', words.draft.opensLater]);
  if (closesAt !== undefined && closesAt <= Math.max(now, opensAt ?? now))
    found.push(['closesAt', words.draft.closesTooSoon]);
  if (reviewAt !== undefined && closesAt !== undefined && reviewAt <= closesAt)
    found.push(['reviewAt', words.draft.reviewTooSoon]);
  return found;
}

/** What the rule and the seats cannot be together: a quorum out of reach, a casting vote of nobody. */
function seatProblems({
  rule: given,
  electorate: seats,
  conflicts = [],
  alternatives,
}: Draft): [string, string][] {
  if (!given || !seats) return [];
  const known = new Set(seats.map((seat) => seat.id));
  const found: [string, string][] = [];
  const { atLeast, scaled } = given.quorum;
  if (typeof atLeast === 'number' && atLeast > seats.length && !(scaled && seats.length < scaled.below))
    found.push(['rule', words.draft.quorumOutOfReach]);
  if (
    given.ladder.some((step) => step.kind === 'majority' && step.castingVote && !known.has(step.castingVote))
  )
    found.push(['rule', words.draft.castingVoteOfNobody]);
  if (given.ladder.some((step) => step.kind === 'ranked_choice') && !alternatives?.length)
    found.push(['alternatives', words.draft.nothingToRank]);
  const options = [PROPOSAL, STATUS_QUO, ...(alternatives ?? []).map((each) => each.id)];
  if (new Set(options).size < options.length) found.push(['alternatives', words.draft.optionNames]);
  if (conflicts.some(({ seat }) => !known.has(seat))) found.push(['conflicts', words.draft.unknownSeat]);
  return found;
}

function fieldsOf(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map(({ path, message }) => [String(path[0] ?? 'draft'), message]));
}
