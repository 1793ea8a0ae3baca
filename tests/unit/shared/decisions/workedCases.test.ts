import { describe, expect, it } from 'vitest';
import type { Counted } from '../../../../shared/decisions/count/working.ts';
import { type Decision, outcomeOf } from '../../../../shared/decisions/decision.ts';
import { at, play, type RawRound, raw } from './northvale.ts';

const RESULTS: Readonly<Record<string, string>> = {
  consensus: 'agreed',
  blocked: 'blocked',
  not_quorate: 'not_quorate',
  passed_by_fallback: 'passed',
};

/** The counts of a decision, one for each round as the record tells them: an extended round is told as two. */
function counts({ rounds }: Decision): Counted[] {
  return rounds.flatMap((round) => [...round.counts]);
}

function expected({ kind, worked }: RawRound) {
  const { stand_aside, ...rest } = worked.tally;
  const carried = kind === 'fallback' && stand_aside ? { ...rest, abstain: stand_aside } : worked.tally;
  return {
    eligible: worked.eligible,
    needed: worked.quorum_needed,
    cast: worked.votes_cast,
    quorate: worked.quorate,
    tally: carried,
    result: RESULTS[worked.result],
  };
}

function found({ result, working }: Counted) {
  const { eligible, cast, quorate, tally, lines } = working;
  const needed = lines.find(({ test, side }) => test === 'answers' && side === null)?.need;
  return { eligible, needed, cast, quorate, tally, result: result.kind };
}

describe('the six worked decisions, from their raw positions', () => {
  for (const id of ['D1', 'D2', 'D3', 'D4', 'D5', 'D6'])
    it(`[DEC32] ${id}: every number of every round comes out`, () => {
      expect(counts(play(id)).map(found)).toEqual(raw(id).rounds.map(expected));
    });

  it('[DEC31] each comes to the outcome that it had', () => {
    expect(['D1', 'D2', 'D3', 'D4', 'D5', 'D6'].map((id) => outcomeOf(play(id))?.kind)).toEqual([
      'agreed_by_consensus',
      'agreed_by_consensus',
      'agreed_by_consensus',
      'passed_by_fallback',
      'agreed_by_consensus',
      'referred',
    ]);
  });

  it('[DEC27] D4: the fallback started by itself, once, and passed by 7 to 1 with most of every side', () => {
    const decision = play('D4');
    expect(decision.steps).toMatchObject([{ step: 'three-quarters', how: 'started', times: 1 }]);
    const lines = counts(decision).at(-1)?.working.lines ?? [];
    expect(lines.find(({ test, side }) => test === 'majority' && side === null)).toMatchObject({
      have: 7,
      need: 6,
      share: { ratio: '3/4', base: 8 },
      holds: true,
    });
    const within = lines.filter(({ test, side }) => test === 'majority' && side !== null);
    expect(within.map(({ have, share, holds }) => [have, share?.base, holds])).toEqual([
      [3, 3, true],
      [1, 1, true],
      [2, 3, true],
      [1, 1, true],
    ]);
  });

  it('[DEC24] D5: too few at first, one extension on the same words, then agreed', () => {
    const { rounds } = play('D5');
    expect(rounds).toHaveLength(1);
    expect(rounds[0]).toMatchObject({ extended: true, closesAt: at('2025-04-15') });
  });

  it('[DEC15] D2 and D4: blocks met by new words are integrated; the one in the way of D4 stands', () => {
    expect(play('D2').blocks.map(({ seat, steps }) => [seat, steps.at(-1)?.state])).toEqual([
      ['G1', 'integrated'],
    ]);
    expect(play('D4').blocks.map(({ seat, steps }) => [seat, steps.at(-1)?.state])).toEqual([
      ['U2', 'integrated'],
      ['G3', 'raised'],
    ]);
  });
});
