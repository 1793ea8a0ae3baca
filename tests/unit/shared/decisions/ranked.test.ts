import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantRunoff } from '../../../../shared/decisions/count/runoff.ts';
import { type Ballots, schulze } from '../../../../shared/decisions/count/schulze.ts';
import type { Step } from '../../../../shared/decisions/ladder.ts';
import { HASH, takes } from './northvale.ts';
import { A, B, ending, next, opened, result, STATUS_QUO, say, T0 } from './table.ts';

const ballots = (...lines: readonly [number, string][]): Ballots[] =>
  lines.map(([voices, ranking]) => ({ voices, ranking: [...ranking] }));

const shuffled = <T>(things: readonly T[]) =>
  fc.shuffledSubarray([...things], { minLength: things.length, maxLength: things.length });

describe('ranked choice', () => {
  // The example of Schulze's own paper: 45 ballots, and E wins.
  const schulzes = ballots(
    [5, 'ACBED'],
    [5, 'ADECB'],
    [8, 'BEDAC'],
    [3, 'CABED'],
    [7, 'CAEBD'],
    [2, 'CBADE'],
    [7, 'DCEBA'],
    [8, 'EBADC'],
  );

  it('[DEC28] Schulze’s method gives the result of Schulze’s own example, with the strength of every path', () => {
    const working = schulze([...'ABCDE'], schulzes, 'below');
    expect(working.winners).toEqual(['E']);
    if (working.method !== 'schulze') throw new Error('not by Schulze');
    const strength = (over: string, under: string) =>
      working.pairs.find((pair) => pair.over === over && pair.under === under);
    expect(strength('A', 'B')).toMatchObject({ voices: 20, path: 28 });
    expect(strength('E', 'A')).toMatchObject({ voices: 23, path: 25 });
    expect(strength('D', 'E')).toMatchObject({ voices: 14, path: 24 });
  });

  it('[DEC28] instant run-off lets the least liked go, until one has more than half', () => {
    // 100 voters choosing a capital: the middle city has most friends, and goes out first.
    const cities = ballots([42, 'MNCK'], [26, 'NCKM'], [15, 'CKNM'], [17, 'KCNM']);
    const working = instantRunoff([...'MNCK'], cities);
    expect(working.winners).toEqual(['K']);
    if (working.method !== 'instant_runoff') throw new Error('not by run-off');
    expect(working.stages.map(({ last }) => last)).toEqual([['C'], ['N'], []]);
    expect(schulze([...'MNCK'], cities, 'below').winners).toEqual(['N']);
  });

  it('[DEC28] ties are reported, by both methods, and never broken by the order of entry', () => {
    const even = ballots([1, 'AB'], [1, 'BA']);
    expect(schulze(['A', 'B'], even, 'below').winners).toEqual(['A', 'B']);
    expect(instantRunoff(['A', 'B'], even).winners).toEqual(['A', 'B']);
    const circle = ballots([1, 'ABC'], [1, 'BCA'], [1, 'CAB']);
    expect(schulze([...'ABC'], circle, 'below').winners).toEqual(['A', 'B', 'C']);
    expect(instantRunoff([...'ABC'], circle).winners).toEqual(['A', 'B', 'C']);
    // A tie for last that changes nothing for the winner is no tie.
    expect(instantRunoff([...'ABCD'], ballots([2, 'AB'], [2, 'BA'], [1, 'CA'], [1, 'DA'])).winners).toEqual([
      'A',
    ]);
  });

  it('[DEC28] what is left out stands below what is ranked, or is not compared, as the rule says', () => {
    const some = ballots([3, 'A'], [2, 'BA']);
    const voices = (unranked: 'below' | 'ignored') => {
      const working = schulze(['A', 'B'], some, unranked);
      return working.method === 'schulze' ? working.pairs[0]?.voices : undefined;
    };
    expect([voices('below'), voices('ignored')]).toEqual([3, 0]);
    expect(schulze(['A', 'B'], some, 'below').winners).toEqual(['A']);
    expect(schulze(['A', 'B'], some, 'ignored').winners).toEqual(['B']);
  });

  const options = [...'ABCDE'];
  const anyBallots = fc.array(
    fc.record({
      voices: fc.integer({ min: 1, max: 5 }),
      ranking: fc.shuffledSubarray(options, { minLength: 1 }),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it('[DEC28] neither the order of ballots nor the order of options matters to who wins', () => {
    fc.assert(
      fc.property(
        anyBallots.chain((given) => fc.tuple(fc.constant(given), shuffled(given), shuffled(options))),
        ([given, mixed, others]) => {
          for (const unranked of ['below', 'ignored'] as const)
            expect([...schulze(others, mixed, unranked).winners].sort()).toEqual(
              schulze(options, given, unranked).winners,
            );
          expect([...instantRunoff(others, mixed).winners].sort()).toEqual(
            instantRunoff(options, given).winners,
          );
        },
      ),
    );
  });

  it('[DEC28] an option that beats every other one against one wins by Schulze; there is always a winner or a tie', () => {
    fc.assert(
      fc.property(anyBallots, (given) => {
        const { winners, ...working } = schulze(options, given, 'below');
        expect(winners.length).toBeGreaterThan(0);
        if (working.method !== 'schulze') throw new Error('not by Schulze');
        const voices = (over: string, under: string) =>
          working.pairs.find((pair) => pair.over === over && pair.under === under)?.voices ?? 0;
        const champion = options.find((a) => options.every((b) => a === b || voices(a, b) > voices(b, a)));
        if (champion) expect(winners).toEqual([champion]);
        expect(instantRunoff(options, given).winners.length).toBeGreaterThan(0);
      }),
    );
  });

  it('[DEC28] in a decision: the proposal, its alternatives and the status quo are ranked; what wins is the outcome', () => {
    const step: Step = {
      kind: 'ranked_choice',
      id: 'rank',
      when: ['rounds_used'],
      days: 7,
      wording: 'last',
      quorum: true,
      method: 'schulze',
      unranked: 'below',
      withStatusQuo: true,
    };
    const alternatives = [{ id: 'buses', name: 'Buses', hash: HASH }];
    const start = next(
      say(
        opened(
          { ladder: [step, { ...STATUS_QUO, id: 'tied', when: ['tie'] }, STATUS_QUO] },
          { alternatives },
        ),
        [B, A, A, A, A],
        T0,
      ),
    );
    const now = start.rounds[1]?.openedAt ?? 0;
    const ranked = (...rankings: readonly string[][]) =>
      next(
        rankings.reduce(
          (so, ranking, index) =>
            takes(so, ['C1', 'C2', 'P1', 'G1'][index] as string, { choice: 'ranking', ranking }, now),
          start,
        ),
      );
    const won = ranked(['buses', 'proposal'], ['buses'], ['proposal', 'buses']);
    expect(won.state).toMatchObject({ ending: { kind: 'passed_by_fallback', option: 'buses' } });
    expect(ending(ranked(['status_quo'], ['status_quo'], ['buses']))).toBe('not_agreed');
    const tied = ranked(['buses'], ['proposal'], ['buses'], ['proposal']);
    expect(result(tied)).toBe('tie');
    expect(tied.steps.at(-1)).toMatchObject({ step: 'tied' });
    expect(() => takes(start, 'C1', { choice: 'ranking', ranking: ['trams'] }, now)).toThrow(
      'not in this decision',
    );
  });
});
