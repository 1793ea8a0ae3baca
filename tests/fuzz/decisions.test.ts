import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, type Round } from '../../shared/decisions/count/count.ts';
import type { Result } from '../../shared/decisions/count/working.ts';
import type { Decision } from '../../shared/decisions/decision.ts';
import type { Position } from '../../shared/decisions/positions.ts';
import { rule as ruleShape } from '../../shared/decisions/rule.ts';
import { advance, due } from '../../shared/decisions/time.ts';
import { anyRound, withAnswer } from '../unit/shared/decisions/arbitraries.ts';
import { anyPlay, states } from './decisionPlays.ts';

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
