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
  const known = new Map<string, { winners: readonly string[]; stages: readonly Stage[] }>();
  const from = (left: readonly string[]): { winners: readonly string[]; stages: readonly Stage[] } => {
    const key = left.join(' ');
    const seen = known.get(key);
    if (seen) return seen;
    const stage = count(left, ballots);
    const found = finish(stage) ?? {
      ...branch(stage.last.map((out) => from(left.filter((option) => option !== out)))),
    };
    const whole = { winners: found.winners, stages: [stage, ...found.stages] };
    known.set(key, whole);
    return whole;
  };
  const { winners, stages } = from(options);
  return { method: 'instant_runoff', stages, winners: options.filter((option) => winners.includes(option)) };
}

function branch(ways: readonly { winners: readonly string[]; stages: readonly Stage[] }[]) {
  return {
    winners: [...new Set(ways.flatMap(({ winners }) => winners))],
    stages: ways[0]?.stages ?? [],
  };
}

/** Someone has more than half, or nobody is left to go out. */
function finish({
  counts,
  last,
}: Stage): { winners: readonly string[]; stages: readonly Stage[] } | undefined {
  const counting = counts.reduce((sum, { voices }) => sum + voices, 0);
  const most = counts.find(({ voices }) => 2 * voices > counting);
  if (most) return { winners: [most.option], stages: [] };
  return last.length === 0 ? { winners: counts.map(({ option }) => option), stages: [] } : undefined;
}

function count(left: readonly string[], ballots: readonly Ballots[]): Stage {
  const standing = new Set(left);
  const voices = new Map(left.map((option) => [option, 0]));
  let spent = 0;
  for (const { ranking, voices: held } of ballots) {
    const best = ranking.find((option) => standing.has(option));
    if (best === undefined) spent += held;
    else voices.set(best, (voices.get(best) ?? 0) + held);
  }
  const counts = [...voices].map(([option, held]) => ({ option, voices: held }));
  const fewest = Math.min(...counts.map((each) => each.voices));
  const counting = counts.reduce((sum, each) => sum + each.voices, 0);
  const decided = left.length === 1 || counts.some((each) => 2 * each.voices > counting);
  const last = decided ? [] : counts.filter((each) => each.voices === fewest).map(({ option }) => option);
  return { counts, spent, last };
}
