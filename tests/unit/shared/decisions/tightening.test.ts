import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conflict, Seat } from '../../../../shared/decisions/electorate.ts';
import { isVoting, type Step } from '../../../../shared/decisions/ladder.ts';
import { library } from '../../../../shared/decisions/library/library.ts';
import type { Position } from '../../../../shared/decisions/positions.ts';
import { type Rehearsed, rehearse } from '../../../../shared/decisions/rehearse.ts';
import { type Rule, rule as ruleShape } from '../../../../shared/decisions/rule.ts';
import { compareRules, isOnlyTighter } from '../../../../shared/decisions/tightening/compareRules.ts';
import { isRefusal } from '../../../../shared/refusal.ts';
import { anyPosition, anyRule, anySeats } from './arbitraries.ts';
import { FIVE, MAJORITY, ruleOf, STATUS_QUO } from './table.ts';

type Answers = readonly (Position | null)[];

/** What everyone says whenever they are asked, and what happens beside it. */
interface Profile {
  readonly seats: readonly Seat[];
  readonly consensus: Answers;
  readonly vote: Answers;
  readonly ranking: Answers;
  readonly conflicts: readonly Conflict[];
  readonly preconditions: 'met' | 'missed';
  readonly decider: 'adopts' | 'rejects' | 'says_nothing';
}

/** Plays a rule to its end with the same answers in every round of a kind. */
function playOut(rule: Rule, profile: Profile): Rehearsed | undefined {
  const { seats, conflicts, preconditions, decider } = profile;
  const rounds: { positions: { seat: string; position: Position }[] }[] = [];
  const conflicted = new Set(conflicts.map(({ seat }) => seat));
  for (let left = 25; left > 0; left -= 1) {
    const found = rehearse({
      ...{ rule, electorate: seats, conflicts, preconditions, decider, rounds },
      alternatives: ['x', 'y'],
    });
    if (isRefusal(found)) return undefined;
    if (found.waitsFor === null) return found;
    const answers = profile[kindOfNext(rule, found)];
    rounds.push({
      positions: seats.flatMap(({ id }, index) => {
        const position = answers[index];
        return position && !conflicted.has(id) ? [{ seat: id, position }] : [];
      }),
    });
  }
  throw new Error('a rehearsal that never ends');
}

function kindOfNext({ ladder }: Rule, { steps, rounds }: Rehearsed): 'consensus' | 'vote' | 'ranking' {
  const last = steps.findLast(({ how }) => how === 'started');
  const step = ladder.find(({ id }) => id === last?.step);
  if (!step || !isVoting(step) || rounds.some((round) => round.step === step.id)) return 'consensus';
  return step.kind === 'ranked_choice' ? 'ranking' : 'vote';
}

const YES = ['agreed_by_consensus', 'passed_by_fallback', 'adopted_as_trial'];
const saysYes = (found: Rehearsed | undefined) =>
  found?.outcome !== undefined && found.outcome !== null && YES.includes(found.outcome.kind);

const anyProfile = (seats: readonly Seat[]): fc.Arbitrary<Profile> => {
  const answers = (of: fc.Arbitrary<Position>) =>
    fc.array(fc.option(of, { freq: 5 }), { minLength: seats.length, maxLength: seats.length });
  const test = ruleOf().consensus;
  const ranked: Step = {
    ...{ kind: 'ranked_choice', id: 'r', when: ['rounds_used'], days: 7, wording: 'last', quorum: true },
    ...{ method: 'schulze', unranked: 'below', withStatusQuo: true },
  };
  return fc.record({
    seats: fc.constant(seats),
    consensus: answers(anyPosition({ kind: 'consensus', consensus: test })),
    vote: answers(anyPosition(MAJORITY)),
    ranking: answers(
      anyPosition(ranked as never).filter(
        (each) => each.choice !== 'ranking' || !each.ranking.includes('status_quo'),
      ),
    ),
    conflicts: fc
      .subarray([...seats], { maxLength: Math.min(2, seats.length) })
      .map((some) =>
        some.map(({ id }) => ({ seat: id, kind: 'financial', handling: 'may_speak', reason: 'r' }) as const),
      ),
    preconditions: fc.constantFrom('met' as const, 'missed' as const),
    decider: fc.constantFrom('adopts' as const, 'rejects' as const, 'says_nothing' as const),
  });
};

/** A rule with some of its parts taken from another: about half of the time something in it is looser. */
function mixed(named: Rule, other: Rule, take: readonly boolean[]): Rule {
  const [quorum, blocks, support, caps, eachSide, most, ladder, wait, out, threshold, whenVote] = take;
  const { eachSide: hers, ...test } = named.consensus;
  const sides = eachSide ? other.consensus.eachSide : hers;
  const steps = ladder
    ? other.ladder
    : named.ladder
        .filter((_, index) => !(out && index === 0 && named.ladder.length > 1))
        .map((step, index): Step => {
          const last = index === named.ladder.length - 1;
          const waiting = wait && !last && !step.after ? { after: { meetings: 1, waitDays: 5 } } : {};
          const changed: Step = { ...step, ...waiting };
          if (threshold && changed.kind === 'majority')
            return {
              ...changed,
              threshold: { ...changed.threshold, ratio: '9/10', of: 'eligible' },
            };
          if (threshold && changed.kind === 'concurrent_majority')
            return { ...changed, within: { ...changed.within, ratio: '1/1' }, emptySide: 'fails' };
          return whenVote && 'quorum' in changed ? { ...changed, quorum: true } : changed;
        });
  return {
    ...named,
    quorum: quorum ? other.quorum : named.quorum,
    consensus: {
      ...test,
      ...(blocks ? { blocks: other.consensus.blocks } : {}),
      ...(support ? { support: other.consensus.support } : {}),
      ...(caps ? { standAsides: other.consensus.standAsides } : {}),
      ...(sides ? { eachSide: sides } : {}),
    },
    rounds: most ? { ...named.rounds, most: other.rounds.most } : named.rounds,
    ladder: steps,
  };
}

const FLAGS = 11;
const anyCase = anySeats.chain((seats) =>
  fc.record({
    named: anyRule(seats),
    other: anyRule(seats),
    take: fc.array(
      fc.nat(3).map((n) => n === 0),
      { minLength: FLAGS, maxLength: FLAGS },
    ),
    profile: anyProfile(seats),
  }),
);

describe('a rule that is only tighter than another', () => {
  it('[PROPOSE1] never says yes where the named rule would not have, whatever everyone says', () => {
    const seen = { tighter: 0, turned: 0, looserYes: 0 };
    fc.assert(
      fc.property(anyCase, ({ named, other, take, profile }) => {
        const rule = mixed(named, other, take);
        const differences = compareRules(named, rule, profile.seats.length);
        if (differences.length === 0) return;
        const [before, after] = [playOut(named, profile), playOut(rule, profile)];
        if (!before || !after) return;
        const yes = [saysYes(before), saysYes(after)];
        if (!isOnlyTighter(differences)) {
          if (!yes[0] && yes[1]) seen.looserYes += 1;
          return;
        }
        seen.tighter += 1;
        if (yes[0] && !yes[1]) seen.turned += 1;
        expect(yes, JSON.stringify(differences)).not.toEqual([false, true]);
      }),
      { numRuns: 1_500 },
    );
    // It looked at many that are tighter, of which some made a difference, and at looser ones that did what they may.
    expect(seen.tighter).toBeGreaterThan(60);
    expect(seen.turned).toBeGreaterThan(0);
    expect(seen.looserYes).toBeGreaterThan(3);
  }, 60_000);

  it('[PROPOSE1] every rule is as tight as itself', () => {
    for (const { rule } of library) expect(compareRules(rule, rule, 11)).toEqual([]);
    fc.assert(
      fc.property(anyRule(FIVE), (rule) => {
        expect(compareRules(rule, rule, 9)).toEqual([]);
      }),
    );
  });

  const named = library.find(({ id }) => id === 'concurrent_three_quarters')?.rule as Rule;
  const [vote, end] = named.ladder as [Extract<Step, { kind: 'concurrent_majority' }>, Step];
  const withVote = (more: Partial<typeof vote>): Rule => ({ ...named, ladder: [{ ...vote, ...more }, end] });
  const consensus = (more: Partial<Rule['consensus']>): Rule => ({
    ...named,
    consensus: { ...named.consensus, ...more },
  });
  const rounds = (more: Partial<Rule['rounds']>): Rule => ({
    ...named,
    rounds: { ...named.rounds, ...more },
  });
  const cases: readonly (readonly [string, Rule, readonly string[]])[] = [
    ['a higher quorum', { ...named, quorum: { ...named.quorum, atLeast: 9 } }, ['+quorum.atLeast']],
    [
      'a quorum that asks for less when seats are out',
      { ...named, quorum: { atLeast: 8, fromEachSide: 1, scaled: { below: 11, share: '1/2' } } },
      ['-quorum.atLeast'],
    ],
    [
      'two from each side',
      { ...named, quorum: { ...named.quorum, fromEachSide: 2 } },
      ['+quorum.fromEachSide'],
    ],
    ['fewer stand-asides', consensus({ standAsides: 1 }), ['-consensus.standAsides']],
    ['no stand-asides', consensus({ standAsides: 0 }), ['+consensus.standAsides']],
    ['tests by one person', consensus({ testedBy: 'facilitator' }), ['-consensus.testedBy']],
    [
      'support of all who may answer',
      consensus({ support: { ratio: '1/2', comparison: 'more_than', of: 'eligible' } }),
      ['+consensus.support'],
    ],
    ['three rounds', rounds({ most: 3 }), ['+rounds.most']],
    ['one round', rounds({ most: 1 }), ['-rounds.most']],
    ['a shorter round', rounds({ days: 7 }), ['-rounds.days']],
    ['a longer freeze', rounds({ freezeHours: 72 }), ['+rounds.freezeHours']],
    [
      'answers kept back',
      { ...named, visibility: { when: 'when_closed', by: 'seat' } },
      ['+visibility.when'],
    ],
    ['a higher share', withVote({ overall: { ...vote.overall, ratio: '4/5' } }), ['+ladder.0.overall']],
    [
      'two thirds in place of three quarters',
      withVote({ overall: { ...vote.overall, ratio: '2/3' } }),
      ['-ladder.0.overall'],
    ],
    ['one side fewer', withVote({ sides: ['commissioner'] }), ['-ladder.0.sides']],
    ['a meeting first', withVote({ after: { meetings: 1, waitDays: 14 } }), ['+ladder.0.after']],
    ['no vote at all', { ...named, ladder: [end] }, ['+ladder']],
    ['another vote', { ...named, ladder: [vote, MAJORITY, end] }, ['-ladder.1']],
    [
      'a pause first',
      {
        ...named,
        ladder: [{ kind: 'pause', id: 'p', when: ['rounds_used'], days: 7, times: 1 }, vote, end],
      },
      ['+ladder.0'],
    ],
    ['less time for a minority', { ...named, minorityDays: 7 }, ['-minorityDays']],
  ];
  it.each(cases)('[PROPOSE2] it says where and how: %s', (_, rule, expected) => {
    expect(ruleShape.safeParse(rule).error).toBeUndefined();
    const found = compareRules(named, rule, 11);
    expect(found.map(({ field, verdict }) => `${verdict === 'tighter' ? '+' : '-'}${field}`)).toEqual(
      expected,
    );
    for (const { says } of found) expect(says).toMatch(/^[A-Z].+\.$/);
  });

  it('[PROPOSE2] what a decision has to name for itself does not make a rule looser', () => {
    const decider = library.find(({ id }) => id === 'named_decider')?.rule as Rule;
    const filled: Rule = {
      ...decider,
      ladder: decider.ladder.map((step) =>
        step.kind === 'named_decider' ? { ...step, decider: { id: 'cabinet', name: 'Cabinet' } } : step,
      ),
    };
    expect(compareRules(decider, filled, 11)).toEqual([]);
    expect(compareRules(filled, decider, 11)).toMatchObject([{ verdict: 'looser' }]);
  });

  it('[PROPOSE2] a higher quorum is looser where too few answers start a step that can say yes', () => {
    const trap: Rule = ruleOf({
      ladder: [{ ...MAJORITY, when: ['quorum_missed_twice'], quorum: false }, STATUS_QUO],
    });
    const higher: Rule = { ...trap, quorum: { ...trap.quorum, atLeast: 5 } };
    expect(isOnlyTighter(compareRules(trap, higher, 5))).toBe(false);
  });

  it('[PROPOSE2] a share of all is looser than one of those for and against, where a broken tie reaches it more easily', () => {
    const voting = { ...MAJORITY, castingVote: 'S1' };
    const share = (threshold: (typeof MAJORITY)['threshold']): Rule =>
      ruleOf({ ladder: [{ ...voting, threshold }, STATUS_QUO] });
    const all = share({ ratio: '1/1', comparison: 'at_least', of: 'for_and_against' });
    const nine = share({ ratio: '9/10', comparison: 'at_least', of: 'eligible' });
    expect(compareRules(all, nine, 2)).toMatchObject([{ field: 'ladder.0.threshold', verdict: 'looser' }]);
  });

  it('[PROPOSE2] what holds up a step that a block starts is looser where another could then say yes first', () => {
    const decider: Step = {
      ...{ kind: 'named_decider', id: 'd', when: ['rounds_used'], days: 3 },
      decider: { id: 'cabinet', name: 'Cabinet' },
    };
    const stop: Step = { kind: 'status_quo', id: 's', when: ['sustained_block'] };
    const before = ruleOf({ ladder: [decider, stop, STATUS_QUO] });
    const held = ruleOf({
      ladder: [decider, { ...stop, after: { meetings: 1, waitDays: 5 } }, STATUS_QUO],
    });
    expect(compareRules(before, held, 5).map(({ verdict }) => verdict)).toEqual(['tighter', 'looser']);
  });
});
