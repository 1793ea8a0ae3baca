import fc from 'fast-check';
import type { Actor, PersonAction } from '../../shared/decisions/actions.ts';
import { apply } from '../../shared/decisions/apply.ts';
import { type Decision, newDecision } from '../../shared/decisions/decision.ts';
import type { Applied } from '../../shared/decisions/entries.ts';
import { votingStep } from '../../shared/decisions/facts.ts';
import { DAY, HOUR } from '../../shared/decisions/moments.ts';
import type { Position } from '../../shared/decisions/positions.ts';
import { advance, due } from '../../shared/decisions/time.ts';
import { isRefusal } from '../../shared/refusal.ts';
import { anyRule } from '../unit/shared/decisions/arbitraries.ts';
import { draftOf, FIVE, saying, T0 } from '../unit/shared/decisions/table.ts';

export const ACTORS: readonly Actor[] = [
  { id: 'chair', roles: ['facilitator'], seats: [], bodies: [] },
  { id: 'recorder', roles: ['recorder'], seats: [], bodies: [] },
  { id: 'body', roles: [], seats: [], bodies: ['body', 'cabinet'] },
  ...FIVE.map(({ id }) => ({ id: `holder-${id}`, roles: [], seats: [id], bodies: [] })),
];

const seat = fc.constantFrom(...FIVE.map(({ id }) => id), 'nobody');
const reason = 'Because';
const choices = [
  'agree',
  'agree_with_reservations',
  'stand_aside',
  'block',
  'abstain',
  'outside_our_powers',
  'for',
  'against',
] as const;
const anyPosition: fc.Arbitrary<Position> = fc.oneof(
  fc.constantFrom(...choices.map(saying)),
  fc
    .shuffledSubarray(['proposal', 'x', 'status_quo'], { minLength: 1 })
    .map((ranking) => ({ choice: 'ranking' as const, ranking })),
);

/** What is done seldom: mostly once it is over. */
export const anySeldom: fc.Arbitrary<PersonAction> = fc.oneof(
  fc.constant({ kind: 'withdraw' as const, reason }),
  fc.record({ kind: fc.constant('declare_capacity' as const), seat }),
  fc.record({
    kind: fc.constant('answer_condition' as const),
    body: fc.constantFrom('body', 'cabinet'),
    accepted: fc.boolean(),
    reason: fc.constant(reason),
  }),
  fc.constant({ kind: 'meet_condition' as const, condition: 'checked', reference: reason }),
  fc.record({ kind: fc.constant('add_minority_statement' as const), seat, text: fc.constant(reason) }),
  fc.constant({ kind: 'write_statement' as const, text: reason }),
  fc.constant({ kind: 'correct' as const, about: reason, reason }),
  fc.constant({ kind: 'stop_trial' as const, reason }),
  fc.record(
    {
      kind: fc.constant('review' as const),
      again: fc.nat(400).map((days) => T0 + days * DAY),
      reason: fc.constant(reason),
    },
    { requiredKeys: ['kind', 'reason'] },
  ),
  fc.constant({ kind: 'supersede' as const, by: 'another', reason }),
);

export const anyAction: fc.Arbitrary<PersonAction> = fc.oneof(
  { weight: 3, arbitrary: anySeldom },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('take_position' as const),
      seat,
      position: anyPosition,
      through: fc.constantFrom(
        { channel: 'web' as const },
        { channel: 'link' as const },
        { channel: 'link' as const, supporter: 'r' },
        { channel: 'paper' as const, witness: 'w', reference: 'r' },
      ),
    }),
  },
  fc.record(
    {
      kind: fc.constant('confirm_position' as const),
      seat,
      through: fc.constant({ channel: 'link' as const, supporter: 'r' }),
    },
    { requiredKeys: ['kind', 'seat'] },
  ),
  fc.record({
    kind: fc.constant('test_block' as const),
    seat,
    question: fc.constantFrom('is_a_block' as const, 'is_addressed' as const),
    yes: fc.boolean(),
    reason: fc.constant(reason),
    as: seat,
  }),
  fc.record({ kind: fc.constant('answer_block' as const), seat, text: fc.constant(reason) }),
  fc.record({ kind: fc.constant('release_block' as const), seat, reason: fc.constant(reason) }),
  fc.record({
    kind: fc.constant('handle_conflict' as const),
    conflict: fc.record({
      seat,
      kind: fc.constant('personal' as const),
      handling: fc.constantFrom('may_vote' as const, 'may_speak' as const),
      reason: fc.constant(reason),
    }),
  }),
  fc.record({ kind: fc.constant('seat_leaves' as const), seat, reason: fc.constant(reason) }),
  fc.record({
    kind: fc.constant('seat_joins' as const),
    seat: fc.constant({ id: 'N1', side: 'commissioner' as const }),
  }),
  fc.record({
    kind: fc.constant('amend' as const),
    hash: fc.constantFrom('b'.repeat(64), 'c'.repeat(64)),
    change: fc.constant(reason),
    ifFrozen: fc.constantFrom('move_closing' as const, 'next_round' as const),
  }),
  fc.record({ kind: fc.constant('hold_meeting' as const), about: fc.constant(reason) }),
  fc.constant({ kind: 'open_next_round' as const }),
  fc.record({ kind: fc.constant('close_early' as const), reason: fc.constant(reason) }),
  fc.record({
    kind: fc.constant('extend' as const),
    closesAt: fc.nat(40).map((days) => T0 + days * DAY),
    reason: fc.constant(reason),
  }),
  fc.record({
    kind: fc.constant('decide' as const),
    adopt: fc.boolean(),
    reason: fc.constant(reason),
    answers: fc.constant(FIVE.map(({ id }) => ({ seat: id, text: reason }))),
  }),
  fc.record({
    kind: fc.constant('answer_for_body' as const),
    body: fc.constantFrom('body', 'cabinet'),
    answer: fc.constantFrom(
      { kind: 'ratified' as const },
      { kind: 'declined' as const },
      { kind: 'ratified_with_condition' as const, condition: reason },
    ),
    reason: fc.constant(reason),
  }),
  fc.record({ kind: fc.constant('set_draft' as const), draft: fc.constant({}) }),
  fc.constant({ kind: 'open' as const }),
);

const SAID = {
  consensus: [
    'agree',
    'agree',
    'agree',
    'agree',
    'agree',
    'agree_with_reservations',
    'stand_aside',
    'block',
    'abstain',
    'outside_our_powers',
  ],
  vote: ['for', 'for', 'for', 'for', 'against', 'against', 'abstain'],
} as const;

/** Everyone says something at once that fits the round; where one decides for all, that one does. */
function everyone(decision: Decision, dice: readonly number[]): PersonAction[] {
  if (decision.state.kind === 'open' && decision.state.stage.kind === 'deciding') {
    const answers = FIVE.map(({ id }) => ({ seat: id, text: reason }));
    return [{ kind: 'decide', adopt: (dice[0] ?? 0) % 2 === 0, reason, answers }];
  }
  const round = decision.rounds.at(-1);
  const step = round ? votingStep(decision, round) : null;
  return dice.map((die, index) => {
    const choices = step ? SAID.vote : SAID.consensus;
    const position: Position =
      step?.kind === 'ranked_choice'
        ? { choice: 'ranking', ranking: [['proposal', 'x', 'status_quo'][die % 3] as string] }
        : saying(choices[die % choices.length] as (typeof choices)[number]);
    const through = { channel: 'paper', witness: 'w', reference: 'r' } as const;
    return { kind: 'take_position', seat: FIVE[index]?.id ?? '', position, through };
  });
}

/** Something is tried, and time goes on: by hours, to just before what is due, or right to it. */
const anyMove = fc.record({
  tried: fc.oneof(
    fc.record({ action: anyAction, actor: fc.constantFrom(...ACTORS) }),
    fc.record({ dice: fc.array(fc.nat(1000), { minLength: FIVE.length, maxLength: FIVE.length }) }),
  ),
  wait: fc.oneof(
    fc.nat(72).map((hours) => hours * HOUR),
    fc.constantFrom<'due'>('due'),
  ),
});

const hash = 'd'.repeat(64);
export const anyPlay = anyRule(FIVE).chain((rule) =>
  fc.record({
    draft: fc.constant(
      draftOf(
        {},
        {
          rule,
          alternatives: [{ id: 'x', name: 'X', hash }],
          conditions: [{ id: 'checked', text: 'Checked' }],
          standing: { kind: 'recommendation', bodies: [{ id: 'cabinet', name: 'Cabinet' }], answerDays: 9 },
        },
      ),
    ),
    moves: fc.array(anyMove, { maxLength: 40 }),
  }),
);

/** Plays the moves, keeping those that are not refused, and gives every state on the way, with what happened. */
export function* states({ draft, moves }: typeof anyPlay extends fc.Arbitrary<infer P> ? P : never) {
  const opened = apply(
    { ...newDecision('d'), draft },
    { kind: 'open' },
    { now: T0, actor: ACTORS[0] as Actor },
  );
  if (isRefusal(opened)) throw new Error(JSON.stringify(opened));
  let now = T0;
  let { decision, entries } = opened;
  const follow = (applied: Applied) => {
    decision = applied.decision;
    entries = [...entries, ...applied.entries];
  };
  yield { decision, entries, now };
  for (const { tried, wait } of moves) {
    const coming = due(decision);
    now = wait === 'due' ? Math.max(now, coming?.at ?? now) : now + wait;
    entries = [];
    follow(advance(decision, now));
    const actions = 'dice' in tried ? everyone(decision, tried.dice) : [tried.action];
    for (const action of actions) {
      const actor = 'dice' in tried ? (ACTORS[action.kind === 'decide' ? 2 : 1] as Actor) : tried.actor;
      const applied = apply(decision, action, { now, actor });
      follow(isRefusal(applied) ? advance(decision, now) : applied);
    }
    yield { decision, entries, now };
  }
}
