import type { RankedWorking } from './working.ts';

/** Equal rankings together: what is counted is how many hold each. */
export interface Ballots {
  readonly ranking: readonly string[];
  readonly voices: number;
}

/**
 * Schulze's method by winning votes: A beats B when the strongest chain of pairwise wins from A to B is stronger than
 * any from B to A. Who is beaten by nobody wins. There is no tie-break: several who are unbeaten are reported as a tie.
 *
 * `below`: what a ballot leaves out stands, all alike, below what it ranks. `ignored`: the ballot says nothing about it.
 */
export function schulze(
  options: readonly string[],
  ballots: readonly Ballots[],
  unranked: 'below' | 'ignored',
): RankedWorking {
  const size = options.length;
  const wins = preferences(options, ballots, unranked);
  const path = wins.map((row, a) => row.map((voices, b) => (voices > (wins[b]?.[a] ?? 0) ? voices : 0)));
  const at = (a: number, b: number) => path[a]?.[b] ?? 0;
  for (let via = 0; via < size; via++)
    for (let a = 0; a < size; a++)
      for (let b = 0; b < size; b++) {
        if (a === b || a === via || b === via) continue;
        (path[a] as number[])[b] = Math.max(at(a, b), Math.min(at(a, via), at(via, b)));
      }
  const indexes = options.map((_, index) => index);
  return {
    method: 'schulze',
    pairs: indexes.flatMap((a) =>
      indexes
        .filter((b) => b !== a)
        .map((b) => ({
          over: options[a] as string,
          under: options[b] as string,
          voices: wins[a]?.[b] ?? 0,
          path: at(a, b),
        })),
    ),
    winners: options.filter((_, a) => indexes.every((b) => b === a || at(a, b) >= at(b, a))),
  };
}

function preferences(
  options: readonly string[],
  ballots: readonly Ballots[],
  unranked: 'below' | 'ignored',
): number[][] {
  const index = new Map(options.map((option, position) => [option, position]));
  const wins = options.map(() => options.map(() => 0));
  for (const { ranking, voices } of ballots) {
    const ranked = ranking.flatMap((option) => index.get(option) ?? []);
    const rest = unranked === 'below' ? [...index.values()].filter((each) => !ranked.includes(each)) : [];
    ranked.forEach((a, position) => {
      const row = wins[a] as number[];
      for (const b of [...ranked.slice(position + 1), ...rest]) row[b] = (row[b] ?? 0) + voices;
    });
  }
  return wins;
}
