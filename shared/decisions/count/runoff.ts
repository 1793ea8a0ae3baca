import type { Ballots } from './schulze.ts';
import type { RankedWorking, Stage } from './working.ts';

/**
 * Instant run-off: the option that is liked best by the fewest goes out, and its voices go to their next, until one has
 * more than half of the voices that still count. When several tie for last, each way of letting one go is tried: who
 * wins in every way wins, and otherwise all who could win are reported as a tie. So no order of entry ever decides.
 *
 * A ballot none of whose options is left counts no more, so that leaving options out and ranking them last come to
 * the same. The stages shown are those of the first way.
 */
export function instantRunoff(options: readonly string[], ballots: readonly Ballots[]): RankedWorking {
  const index = new Map(options.map((option, at) => [option, at]));
  const lines = ballots.map(({ ranking, voices }) => ({
    order: ranking.flatMap((option) => index.get(option) ?? []),
    voices,
  }));
  // Who is left is a set of bits, so that trying every way stays quick: twelve options have 4,096 sets, each counted once.
  const known = new Map<number, number>();
  const winnersFrom = (left: number): number => {
    const before = known.get(left);
    if (before !== undefined) return before;
    const { winner, last } = count(left, lines, options.length);
    const found = winner ?? last.reduce((won, gone) => won | winnersFrom(left & ~(1 << gone)), 0);
    known.set(left, found);
    return found;
  };
  const everyone = (1 << options.length) - 1;
  const winners = winnersFrom(everyone);
  const stages = stagesFrom(everyone, lines, options);
  return {
    method: 'instant_runoff',
    stages,
    winners: options.filter((_, at) => (winners & (1 << at)) !== 0),
  };
}

interface Line {
  readonly order: readonly number[];
  readonly voices: number;
}

interface Counted {
  readonly voices: readonly number[];
  readonly spent: number;
  /** As a bit, when one has more than half of what still counts, or is alone. */
  readonly winner: number | undefined;
  readonly last: readonly number[];
}

function count(left: number, lines: readonly Line[], size: number): Counted {
  const voices = new Array<number>(size).fill(0);
  let spent = 0;
  for (const { order, voices: held } of lines) {
    const best = order.find((at) => (left & (1 << at)) !== 0);
    if (best === undefined) spent += held;
    else voices[best] = (voices[best] ?? 0) + held;
  }
  const standing = voices.flatMap((_, at) => ((left & (1 << at)) === 0 ? [] : [at]));
  const held = (at: number) => voices[at] ?? 0;
  const counting = standing.reduce((sum, at) => sum + held(at), 0);
  const most = standing.find((at) => 2 * held(at) > counting || standing.length === 1);
  const fewest = Math.min(...standing.map(held));
  const last = most === undefined ? standing.filter((at) => held(at) === fewest) : [];
  return { voices, spent, winner: most === undefined ? undefined : 1 << most, last };
}

function stagesFrom(left: number, lines: readonly Line[], options: readonly string[]): Stage[] {
  const { voices, spent, last } = count(left, lines, options.length);
  const counts = options.flatMap((option, at) =>
    (left & (1 << at)) === 0 ? [] : [{ option, voices: voices[at] ?? 0 }],
  );
  const stage = { counts, spent, last: last.map((at) => options[at] as string) };
  const [gone] = last;
  return gone === undefined ? [stage] : [stage, ...stagesFrom(left & ~(1 << gone), lines, options)];
}
