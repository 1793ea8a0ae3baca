import fc from 'fast-check';
import type { BlockState } from '../../../../shared/decisions/blocks.ts';
import type { Round } from '../../../../shared/decisions/count/count.ts';
import { OUT_REASONS, type Seat } from '../../../../shared/decisions/electorate.ts';
import type { Step, VotingStep } from '../../../../shared/decisions/ladder.ts';
import type { Position } from '../../../../shared/decisions/positions.ts';
import type { Rule } from '../../../../shared/decisions/rule.ts';
import { SIDES } from '../../../../shared/partnerships/sides.ts';
import { MAJORITY, ruleOf, STATUS_QUO, saying } from './table.ts';

const share = fc
  .tuple(fc.nat(12), fc.integer({ min: 1, max: 12 }))
  .map(([over, under]) => `${Math.min(over, under)}/${under}`);
const comparison = fc.constantFrom('at_least' as const, 'more_than' as const);
const threshold = fc.record({
  ratio: share,
  comparison,
  of: fc.constantFrom('eligible' as const, 'cast' as const, 'for_and_against' as const),
});
const support = fc.record({
  ratio: share,
  comparison,
  of: fc.constantFrom('eligible' as const, 'cast' as const),
});
const cap = fc.oneof(fc.nat(4), share);

const anyQuorum: fc.Arbitrary<Rule['quorum']> = fc.record(
  {
    atLeast: fc.oneof(fc.integer({ min: 1, max: 9 }), share),
    fromEachSide: fc.nat(2),
    scaled: fc.record({ below: fc.integer({ min: 2, max: 10 }), share }),
  },
  { requiredKeys: ['atLeast', 'fromEachSide'] },
);

const anyTest: fc.Arbitrary<Rule['consensus']> = fc.record(
  {
    blocks: fc.nat(2),
    testedBy: fc.constantFrom('nobody' as const, 'facilitator' as const, 'each_side' as const),
    support,
    standAsides: cap,
    eachSide: fc.record({ support, standAsides: cap }),
  },
  { requiredKeys: ['blocks', 'testedBy', 'support', 'standAsides'] },
);

export const anySeats: fc.Arbitrary<Seat[]> = fc
  .array(
    fc.record({
      side: fc.constantFrom(...SIDES),
      body: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((seats) =>
    seats.map(({ side, body }, index) => ({
      id: `S${index}`,
      side,
      ...(body && { body: { id: body, name: body } }),
    })),
  );

const OPTIONS = ['proposal', 'x', 'y', 'status_quo'];

function anyVote(seats: readonly Seat[]): fc.Arbitrary<VotingStep> {
  const { threshold: _, castingVote: __, kind: ___, ...voting } = MAJORITY;
  return fc.oneof(
    fc
      .record({
        threshold,
        castingVote: fc.option(fc.constantFrom(...seats.map(({ id }) => id)), { nil: undefined }),
      })
      .map(({ castingVote, ...more }) => ({
        ...MAJORITY,
        ...more,
        ...(castingVote === undefined ? {} : { castingVote }),
      })),
    fc
      .record({
        overall: threshold,
        within: threshold,
        sides: fc.subarray([...SIDES], { minLength: 1 }),
        emptySide: fc.constantFrom('waived' as const, 'fails' as const),
      })
      .map((more) => ({ ...voting, ...more, kind: 'concurrent_majority' as const })),
    fc
      .record({
        method: fc.constantFrom('schulze' as const, 'instant_runoff' as const),
        unranked: fc.constantFrom('below' as const, 'ignored' as const),
      })
      .map((more) => ({ ...voting, ...more, withStatusQuo: true, kind: 'ranked_choice' as const })),
  );
}

const CONSENSUS = (
  ['agree', 'agree_with_reservations', 'stand_aside', 'block', 'abstain', 'outside_our_powers'] as const
).map(saying);
const VOTES = (['for', 'against', 'abstain'] as const).map(saying);

export function anyPosition(test: Round['test']): fc.Arbitrary<Position> {
  if (test.kind === 'consensus') return fc.constantFrom(...CONSENSUS);
  if (test.kind !== 'ranked_choice') return fc.constantFrom(...VOTES);
  return fc.oneof(
    fc
      .shuffledSubarray(OPTIONS, { minLength: 1 })
      .map((ranking): Position => ({ choice: 'ranking', ranking })),
    fc.constant<Position>({ choice: 'abstain' }),
  );
}

/** Any round of any kind: each seat says something or nothing, and some are not counted. */
export const anyRound: fc.Arbitrary<Round> = anySeats.chain((electorate) =>
  fc
    .record({
      voice: fc.constantFrom('seat' as const, 'organisation' as const),
      quorum: fc.option(anyQuorum, { freq: 4 }),
      test: fc.oneof(
        anyTest.map((consensus) => ({ kind: 'consensus' as const, consensus })),
        anyVote(electorate),
      ),
      out: fc.array(fc.constantFrom(...OUT_REASONS), { maxLength: electorate.length }),
    })
    .chain(({ out, test, ...more }) =>
      fc
        .array(fc.option(anyPosition(test), { freq: 5 }), {
          minLength: electorate.length,
          maxLength: electorate.length,
        })
        .map((answers): Round => {
          const given = answers.flatMap((position, index) =>
            position ? [{ seat: `S${index}`, position }] : [],
          );
          return {
            ...more,
            test,
            electorate,
            out: out.flatMap((why, index) => (index % 3 === 0 ? [{ seat: `S${index}`, why }] : [])),
            given,
            blocks: blocksIn(given),
            options: OPTIONS,
          };
        }),
    ),
);

export function blocksIn(given: Round['given']): { seat: string; state: BlockState }[] {
  return given.flatMap(({ seat, position }) =>
    position.choice === 'block' ? [{ seat, state: 'raised' }] : [],
  );
}

/** The same round with another answer, or none, from one seat. */
export function withAnswer(round: Round, seat: string, position: Position | null): Round {
  const others = round.given.filter((each) => each.seat !== seat);
  const given = position ? [...others, { seat, position }] : others;
  return { ...round, given, blocks: blocksIn(given) };
}

const starts = fc.record(
  {
    when: fc.uniqueArray(
      fc.constantFrom(
        'sustained_block' as const,
        'rounds_used' as const,
        'quorum_missed_twice' as const,
        'tie' as const,
      ),
      { minLength: 1, maxLength: 4 },
    ),
    after: fc.record(
      {
        rounds: fc.constant(1),
        meetings: fc.constant(1),
        blocksAnswered: fc.constant(true as const),
        waitDays: fc.constant(5),
      },
      { requiredKeys: ['waitDays'] },
    ),
  },
  { requiredKeys: ['when'] },
);

export function anyLadder(seats: readonly Seat[]): fc.Arbitrary<Step[]> {
  const body = { id: 'body', name: 'Body' };
  const others: fc.Arbitrary<Step> = fc.constantFrom<Step>(
    { kind: 'named_decider', id: '', when: [], days: 3, decider: body },
    { kind: 'refer_to_bodies', id: '', when: [], days: 3, bodies: [body] },
    { kind: 'trial', id: '', when: [], days: 3, scope: 's', stopRule: 'r' },
    { kind: 'pause', id: '', when: [], days: 3, times: 2 },
    STATUS_QUO,
  );
  const one = fc
    .tuple(fc.oneof(anyVote(seats), others, others), starts)
    .map(([step, start]) => ({ ...step, ...start }));
  return fc
    .array(one, { maxLength: 4 })
    .map((steps) => [...steps.map((step, index) => ({ ...step, id: `step-${index}` })), STATUS_QUO]);
}

/** Any rule that these seats can decide by. */
export function anyRule(seats: readonly Seat[]): fc.Arbitrary<Rule> {
  return fc
    .record({
      voice: fc.constantFrom('seat' as const, 'organisation' as const),
      quorum: anyQuorum.map((quorum) => ({
        ...quorum,
        atLeast: typeof quorum.atLeast === 'number' ? Math.min(quorum.atLeast, seats.length) : quorum.atLeast,
      })),
      consensus: anyTest,
      rounds: fc.record({ most: fc.integer({ min: 1, max: 3 }), extensionDays: fc.nat(2) }),
      visibility: fc.record({
        when: fc.constantFrom('as_they_come' as const, 'when_closed' as const),
        by: fc.constantFrom('seat' as const, 'side' as const),
      }),
      ladder: anyLadder(seats),
    })
    .map(ruleOf);
}
