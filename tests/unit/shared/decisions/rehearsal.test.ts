import { describe, expect, it } from 'vitest';
import { library } from '../../../../shared/decisions/library/library.ts';
import type { Position } from '../../../../shared/decisions/positions.ts';
import { readRule } from '../../../../shared/decisions/reading.ts';
import { rehearse } from '../../../../shared/decisions/rehearse.ts';
import { rule as ruleShape } from '../../../../shared/decisions/rule.ts';
import { isRefusal } from '../../../../shared/refusal.ts';
import { northvaleDraft, northvaleRule, play, raw, SEATS } from './northvale.ts';
import { A, FIVE, MAJORITY, ruleOf, STATUS_QUO, saying } from './table.ts';

const all = (choice: Parameters<typeof saying>[0], but: Readonly<Record<string, Position>> = {}) => ({
  positions: SEATS.map(({ id }) => ({ seat: id, position: but[id] ?? saying(choice) })),
});
const block: Position = { choice: 'block', reason: 'r', harm: 'Cold homes' };
const played = (rehearsal: Parameters<typeof rehearse>[0]) => {
  const found = rehearse(rehearsal);
  if (isRefusal(found)) throw new Error(JSON.stringify(found));
  return found;
};
const named = (id: string) => {
  const found = library.find((each) => each.id === id);
  if (!found) throw new Error(`no rule is named ${id}`);
  return found.rule;
};

describe('trying a rule', () => {
  it('[DEC4] a rehearsal is counted by the function that counts real decisions: D4 comes out the same', () => {
    const { rounds } = raw('D4');
    const { rule, electorate, conflicts } = northvaleDraft(raw('D4'));
    const position = ({ choice, reason, harm, value }: (typeof rounds)[0]['votes'][0]) =>
      ({
        choice,
        ...(reason && { reason }),
        ...(choice === 'block' && { harm: harm ?? value }),
      }) as Position;
    const found = played({
      rule,
      electorate,
      conflicts,
      rounds: rounds.map(({ votes, kind }) => ({
        positions: votes
          .filter(({ choice }) => !(kind === 'fallback' && choice === 'stand_aside'))
          .map((vote) => ({ seat: vote.seat, position: position(vote) })),
      })),
    });
    expect(found).toMatchObject({
      outcome: { kind: 'passed_by_fallback', step: 'three-quarters' },
      waitsFor: null,
    });
    const real = play('D4').rounds.map(({ counts }) => counts[0]);
    expect(found.rounds.map(({ counts }) => counts[0]?.result)).toEqual(real.map((each) => each?.result));
    expect(found.rounds.map(({ counts }) => counts[0]?.working.lines)).toEqual(
      real.map((each) => each?.working.lines),
    );
  });

  it('[DEC4] it shows the working in words, with both sides of every comparison', () => {
    const [round] = played({
      rule: northvaleRule,
      electorate: SEATS,
      rounds: [all(A, { U1: block })],
    }).rounds;
    expect(round?.counts[0]?.inWords).toEqual([
      '11 of 11 voices answered. 0 did not.',
      'Answers: 11, and at least 7 needed. Yes.',
      'Commissioners: Answers from this side: 3, and at least 1 needed. Yes.',
      'Contracted providers: Answers from this side: 3, and at least 1 needed. Yes.',
      'Community providers: Answers from this side: 3, and at least 1 needed. Yes.',
      'People who use services: Answers from this side: 2, and at least 1 needed. Yes.',
      'Blocks that stand: 1, and at most 0 allowed. No.',
      'In support: 10, and at least 6 needed (more than 1/2 of 11 that answered). Yes.',
      'Standing aside: 0, and at most 2 allowed (1/4 of 11 that answered). Yes.',
      'So it is blocked.',
    ]);
  });

  it('[DEC4] it goes as far as the positions that it is given, and says what it waits for', () => {
    const one = { rule: northvaleRule, electorate: SEATS, rounds: [all(A, { U1: block })] };
    expect(played(one)).toMatchObject({ outcome: null, waitsFor: 'positions', steps: [] });
    expect(played({ ...one, rounds: [...one.rounds, ...one.rounds] })).toMatchObject({
      waitsFor: 'positions',
      steps: [{ step: 'three-quarters', how: 'started' }],
    });
    expect(played({ ...one, rounds: [...one.rounds, ...one.rounds, all('for')] })).toMatchObject({
      outcome: { kind: 'passed_by_fallback', step: 'three-quarters', option: 'proposal' },
      waitsFor: null,
    });
    expect(
      played({ ...one, rule: named('named_decider'), rounds: [...one.rounds, ...one.rounds] }),
    ).toMatchObject({
      waitsFor: 'decider',
    });
  });

  it('[DEC4] a named decider can be made to adopt, to reject, or to say nothing', () => {
    const rounds = [all(A, { U1: block }), all(A, { U1: block })];
    const outcome = (decider: 'adopts' | 'rejects' | 'says_nothing') =>
      played({ rule: named('named_decider'), electorate: SEATS, rounds, decider }).outcome;
    expect(outcome('adopts')).toMatchObject({ kind: 'passed_by_fallback', step: 'decider' });
    expect(outcome('rejects')).toMatchObject({ kind: 'not_agreed', step: 'decider' });
    expect(outcome('says_nothing')).toMatchObject({ kind: 'not_agreed', step: 'status-quo' });
  });

  it('[DEC4] what comes in an extension is the next entry; without one it stays as it was', () => {
    const few = { positions: all(A).positions.slice(0, 5) };
    const rest = { positions: all(A).positions.slice(5) };
    const rehearsal = { rule: northvaleRule, electorate: SEATS, rounds: [few, rest] };
    expect(played(rehearsal)).toMatchObject({
      outcome: { kind: 'agreed_by_consensus' },
      rounds: [{ counts: [{}, {}] }],
    });
    expect(played({ ...rehearsal, rounds: [few] })).toMatchObject({ outcome: { kind: 'lapsed' } });
  });

  it('[DEC4] what a step waits for is taken as done, or as not done', () => {
    const rule = ruleOf({
      ladder: [{ ...MAJORITY, after: { meetings: 2, blocksAnswered: true, waitDays: 5 } }, STATUS_QUO],
    });
    const rounds = [
      { positions: FIVE.map(({ id }) => ({ seat: id, position: id === 'C1' ? block : saying(A) })) },
    ];
    expect(played({ rule, electorate: FIVE, rounds }).steps).toMatchObject([
      { step: 'vote', how: 'started' },
    ]);
    expect(played({ rule, electorate: FIVE, rounds, preconditions: 'missed' }).steps).toMatchObject([
      { step: 'vote', how: 'passed_over' },
      { step: 'end', how: 'started' },
    ]);
  });

  it('[DEC4] what a real decision would refuse is refused, with the round and the position', () => {
    const stranger = {
      rule: northvaleRule,
      electorate: FIVE,
      rounds: [{ positions: [{ seat: 'X', position: saying(A) }] }],
    };
    expect(rehearse({ ...stranger, rule: ruleOf() })).toMatchObject({
      refused: 'invalid',
      fields: { 'rounds.0.positions.0': 'That seat does not decide here.' },
    });
    const steep = ruleOf({ quorum: { atLeast: 6, fromEachSide: 0 } });
    expect(rehearse({ ...stranger, rule: steep })).toMatchObject({
      fields: { rule: expect.stringContaining('more answers') },
    });
    const wrong = {
      rule: ruleOf(),
      electorate: FIVE,
      rounds: [{ positions: [{ seat: 'C1', position: saying('for') }] }],
    };
    expect(isRefusal(rehearse(wrong))).toBe(true);
  });
});

describe('the library', () => {
  it('[DEC26] has ten named rules that fit their shape, each with its source', () => {
    expect(library.map(({ id }) => id)).toEqual([
      'consensus',
      'consent',
      'unanimity',
      'consensus_minus_one',
      'n_street',
      'concurrent_three_quarters',
      'refer_to_bodies',
      'try_then_look',
      'named_decider',
      'one_organisation_one_voice',
    ]);
    for (const { rule, source, about } of library) {
      expect(ruleShape.safeParse(rule).error).toBeUndefined();
      expect(source.length).toBeGreaterThan(10);
      expect(about.length).toBeGreaterThan(10);
    }
  });

  it('[DEC26] each does what its name says when everyone agrees but one, who blocks', () => {
    const outcome = (id: string, ...rounds: Parameters<typeof rehearse>[0]['rounds'][]) => {
      const found = played({ rule: named(id), electorate: SEATS, rounds: rounds.flat() });
      return found.outcome?.kind ?? found.steps.at(-1)?.step ?? null;
    };
    const blocked = [all(A, { U1: block }), all(A, { U1: block })];
    expect(outcome('consensus', blocked)).toBe('not_agreed');
    expect(outcome('consent', blocked)).toBe('not_agreed');
    expect(outcome('unanimity', blocked, [all(A, { U1: block })])).toBe('not_agreed');
    expect(outcome('consensus_minus_one', blocked)).toBe('agreed_by_consensus');
    expect(outcome('n_street', blocked, [all('for', { U1: saying('against') })])).toBe('passed_by_fallback');
    expect(outcome('concurrent_three_quarters', blocked, [all('for', { U1: saying('against') })])).toBe(
      'not_agreed',
    );
    expect(outcome('refer_to_bodies', blocked)).toBe('referred');
    expect(outcome('try_then_look', blocked)).toBe('adopted_as_trial');
    expect(outcome('named_decider', blocked)).toBe('decider');
    expect(outcome('one_organisation_one_voice', blocked, [all('for', { U1: saying('against') })])).toBe(
      'passed_by_fallback',
    );
    for (const { id } of library) expect(outcome(id, [all(A)])).toBe('agreed_by_consensus');
  });

  it('[DEC26] unanimity wants every seat, and standing aside is not a yes', () => {
    const rule = named('unanimity');
    const rounds = [all(A, { U1: saying('stand_aside') })];
    expect(played({ rule, electorate: SEATS, rounds }).rounds[0]?.counts[0]?.result.kind).toBe('not_agreed');
  });

  it('[DEC26] a rule reads as plain sentences for the seats that there are', () => {
    expect(readRule(northvaleRule, SEATS)).toEqual([
      'With your 11 seats, at least 7 must answer. At least 1 of them must come from each side.',
      'If fewer than 10 may answer, two thirds of them must, rounded up.',
      'No answer is never a yes.',
      'One block stops it.',
      'Only the seat that blocks can lift its block.',
      'More than half of those who answer must agree. If all 11 answer, that is 6.',
      'If all answer, at most 2 may stand aside.',
      'There can be 2 rounds of 14 days each, with up to 14 days between them.',
      'If too few answer, it stays open 7 days longer, once.',
      'The words can’t change in the last 48 hours of a round.',
      'Everyone sees each answer as it comes.',
      'If there is no agreement after the last round: there is a vote of 14 days. It passes with at least three quarters of those who say for or against, and with more than half of those who say for or against in each of: commissioners, contracted providers, community providers, people who use services. A side with no vote is let off. As many must answer as before.',
      'If that has not decided it: things stay as they are.',
    ]);
    expect(readRule(northvaleRule, FIVE)[0]).toContain('at least 4 must answer');
    expect(readRule(named('unanimity'), SEATS)).toEqual(
      expect.arrayContaining([
        'Each of your 11 seats must answer.',
        'Everyone who may answer must agree.',
        'Nobody may stand aside.',
      ]),
    );
    expect(readRule(named('one_organisation_one_voice'), SEATS)[0]).toBe(
      'Your 11 seats are 10 voices: an organisation counts once on each side.',
    );
  });

  it('[DEC26] every kind of step reads as a sentence with nothing left open', () => {
    for (const { rule } of library)
      for (const sentence of readRule(rule, SEATS)) expect(sentence).not.toMatch(/\{\{|undefined|\.\.|NaN/);
  });
});
