import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor, PersonAction } from '../../shared/decisions/actions.ts';
import { apply } from '../../shared/decisions/apply.ts';
import { count, type Round } from '../../shared/decisions/count/count.ts';
import type { Result } from '../../shared/decisions/count/working.ts';
import { type Decision, newDecision } from '../../shared/decisions/decision.ts';
import { votingStep } from '../../shared/decisions/facts.ts';
import { DAY, HOUR } from '../../shared/decisions/moments.ts';
import type { Position } from '../../shared/decisions/positions.ts';
import { rule as ruleShape } from '../../shared/decisions/rule.ts';
import { advance, due } from '../../shared/decisions/time.ts';
import { isRefusal } from '../../shared/refusal.ts';
import { anyRound, anyRule, withAnswer } from '../unit/shared/decisions/arbitraries.ts';
import { draftOf, FIVE, saying, T0 } from '../unit/shared/decisions/table.ts';

const RUNS = { numRuns: process.env.LONG ? 50_000 : 3_000 };

/** Whether a round decided for the proposal. */
const isYes = ({ kind, ...rest }: Result) =>
  kind === 'agreed' || (kind === 'passed' && 'option' in rest && rest.option === 'proposal');
/**
 * Whether a seat's answer is its voice's: where an organisation has one voice, a second seat that says something
 * else divides it, and it abstains.
 */
const speaksAlone = ({ voice, electorate, given }: Round, id: string) => {
  const mine = electorate.find((each) => each.id === id);
  const others = electorate.filter(
    (each) =>
      each.id !== id && each.side === mine?.side && each.body !== undefined && each.body.id === mine.body?.id,
  );
  return voice === 'seat' || !others.some((other) => given.some(({ seat }) => seat === other.id));
};
const silentSeats = (round: Round) =>
  round.electorate.filter(
    ({ id }) =>
      speaksAlone(round, id) &&
      !round.given.some((each) => each.seat === id) &&
      !round.out.some((each) => each.seat === id),
  );
const yes = (round: Round): Position => ({ choice: round.test.kind === 'consensus' ? 'agree' : 'for' });

describe('counting, whatever the rule', () => {
  it('[DEC4] the order in which positions arrive never matters', () => {
    const mixed = anyRound.chain((round) =>
      fc.tuple(
        fc.constant(round),
        fc.shuffledSubarray([...round.given], { minLength: round.given.length }),
        fc.shuffledSubarray([...round.out], { minLength: round.out.length }),
      ),
    );
    fc.assert(
      fc.property(mixed, ([round, given, out]) => {
        expect(count({ ...round, given, out })).toEqual(count(round));
      }),
      RUNS,
    );
  });

  it('[DEC12] silence never helps: who falls silent instead of agreeing turns no "no" into a "yes"', () => {
    fc.assert(
      fc.property(anyRound, fc.nat(9), (round, index) => {
        fc.pre(round.test.kind !== 'ranked_choice');
        const seat = `S${index % round.electorate.length}`;
        fc.pre(speaksAlone(round, seat));
        const spoken = count(withAnswer(round, seat, yes(round))).result;
        const silent = count(withAnswer(round, seat, null)).result;
        if (isYes(silent)) expect(spoken.kind).toBe(silent.kind);
      }),
      RUNS,
    );
  });

  it('[DEC12] nor does another seat that says nothing', () => {
    fc.assert(
      fc.property(anyRound, fc.nat(3), (round, side) => {
        const silent = {
          id: 'silent',
          side: round.electorate[side % round.electorate.length]?.side ?? 'commissioner',
        };
        const larger = count({ ...round, electorate: [...round.electorate, silent] }).result;
        if (isYes(larger)) expect(isYes(count(round).result)).toBe(true);
      }),
      RUNS,
    );
  });

  it('[DEC17] an agree more never turns agreed into not agreed, nor a for more passed into not passed', () => {
    fc.assert(
      fc.property(anyRound, (round) => {
        fc.pre(round.test.kind !== 'ranked_choice' && isYes(count(round).result));
        for (const { id } of silentSeats(round))
          expect(isYes(count(withAnswer(round, id, yes(round))).result)).toBe(true);
      }),
      RUNS,
    );
  });

  it('[DEC32] the lines alone give the result: a reader needs nothing else', () => {
    fc.assert(
      fc.property(anyRound, (round) => {
        const { result, working } = count(round);
        for (const { have, limit, need, holds, waived } of working.lines)
          if (!waived) expect(holds).toBe(limit === 'at_least' ? have >= need : have <= need);
        const { eligible, cast, silent, sides, tally } = working;
        expect(cast + silent).toBe(eligible);
        expect(sides.reduce((sum, each) => sum + each.eligible, 0)).toBe(eligible);
        expect(Object.values(tally).reduce((sum, each) => sum + each, 0)).toBe(cast);
        if (isYes(result)) expect(working.lines.every(({ holds }) => holds)).toBe(true);
        if (
          round.test.kind !== 'ranked_choice' &&
          working.lines.every(({ holds }) => holds) &&
          cast > (tally.abstain ?? 0)
        )
          expect(isYes(result)).toBe(true);
      }),
      RUNS,
    );
  });
});

const ACTORS: readonly Actor[] = [
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

const anyAction: fc.Arbitrary<PersonAction> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('take_position' as const),
      seat,
      position: anyPosition,
      through: fc.constantFrom(
        { channel: 'web' as const },
        { channel: 'paper' as const, witness: 'w', reference: 'r' },
      ),
    }),
  },
  fc.record({ kind: fc.constant('confirm_position' as const), seat }),
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
    answer: fc.constantFrom({ kind: 'ratified' as const }, { kind: 'declined' as const }),
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

/** Everyone says something at once that fits the round. */
function everyone(decision: Decision, dice: readonly number[]): PersonAction[] {
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
const anyPlay = anyRule(FIVE).chain((rule) =>
  fc.record({
    draft: fc.constant(
      draftOf(
        {},
        {
          rule,
          alternatives: [{ id: 'x', name: 'X', hash }],
          standing: { kind: 'recommendation', bodies: [{ id: 'cabinet', name: 'Cabinet' }], answerDays: 9 },
        },
      ),
    ),
    moves: fc.array(anyMove, { maxLength: 40 }),
  }),
);

/** Plays the moves, keeping those that are not refused, and gives every state on the way. */
function* states({ draft, moves }: typeof anyPlay extends fc.Arbitrary<infer P> ? P : never) {
  const opened = apply(
    { ...newDecision('d'), draft },
    { kind: 'open' },
    { now: T0, actor: ACTORS[0] as Actor },
  );
  if (isRefusal(opened)) throw new Error(JSON.stringify(opened));
  let now = T0;
  let decision = opened.decision;
  yield { decision, now };
  for (const { tried, wait } of moves) {
    const coming = due(decision);
    now = wait === 'due' ? Math.max(now, coming?.at ?? now) : now + wait;
    decision = advance(decision, now).decision;
    const actions = 'dice' in tried ? everyone(decision, tried.dice) : [tried.action];
    const actor = 'dice' in tried ? (ACTORS[1] as Actor) : tried.actor;
    for (const action of actions) {
      const applied = apply(decision, action, { now, actor });
      decision = isRefusal(applied) ? advance(decision, now).decision : applied.decision;
    }
    yield { decision, now };
  }
}

describe('whatever people do', () => {
  it('[DEC27] time alone leads from every state to an end, in few steps', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(anyPlay, (play) => {
        expect(ruleShape.safeParse(play.draft.rule).error).toBeUndefined();
        for (const { decision, now } of states(play)) {
          reached.add(stageOf(decision));
          let so = decision;
          let at = now;
          let steps = 0;
          for (let next = due(so); so.state.kind !== 'ended' && next; next = due(so)) {
            at = Math.max(at, next.at);
            so = advance(so, at).decision;
            if (++steps > 60) throw new Error('it goes on and on');
          }
          expect(so.state.kind).toBe('ended');
          if (so.state.kind === 'ended') reached.add(so.state.ending.kind);
        }
      }),
      { numRuns: process.env.LONG ? 5_000 : 500 },
    );
    // The moves must be such that they get everywhere, or this shows nothing.
    for (const place of [
      'round',
      'between',
      'waiting',
      'deciding',
      'paused',
      'agreed_by_consensus',
      'passed_by_fallback',
      'not_agreed',
      'referred',
      'adopted_as_trial',
      'lapsed',
    ])
      expect(reached).toContain(place);
  });

  it('[DEC2] what was sealed never changes, what was said is never lost, and an end stays the end', () => {
    fc.assert(
      fc.property(anyPlay, (play) => {
        let before: Decision | undefined;
        for (const { decision } of states(play)) {
          expect(decision.sealed).toEqual(play.draft);
          for (const [index, round] of (before?.rounds ?? []).entries()) {
            const now = decision.rounds[index];
            expect(now?.positions.slice(0, round.positions.length)).toEqual(round.positions);
            expect(now?.counts.slice(0, round.counts.length)).toEqual(round.counts);
            if (round.closedAt !== null) expect(now).toEqual(round);
          }
          if (before?.state.kind === 'ended') expect(decision.state).toEqual(before.state);
          expect(decision.versions.map(({ number }) => number)).toEqual(
            decision.versions.map((_, index) => index + 1),
          );
          const started = decision.steps.map(({ step }) => step);
          expect(new Set(started).size).toBe(started.length);
          before = decision;
        }
      }),
      { numRuns: process.env.LONG ? 5_000 : 500 },
    );
  });
});

function stageOf({ state }: Decision): string {
  return state.kind === 'open' ? state.stage.kind : state.kind;
}
