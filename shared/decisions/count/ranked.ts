import type { VotingStep } from '../ladder.ts';
import { instantRunoff } from './runoff.ts';
import { type Ballots, schulze } from './schulze.ts';
import { isCast, type Voice } from './voices.ts';
import type { RankedWorking, Result } from './working.ts';

/** The name under which the status quo stands among ranked options. */
export const STATUS_QUO = 'status_quo';
export const PROPOSAL = 'proposal';

export function rankedWorking(
  { method, unranked }: Extract<VotingStep, { kind: 'ranked_choice' }>,
  options: readonly string[],
  all: readonly Voice[],
): RankedWorking {
  const ballots = together(all);
  return method === 'schulze' ? schulze(options, ballots, unranked) : instantRunoff(options, ballots);
}

export function rankedResult({ winners }: RankedWorking): Result {
  const [winner] = winners;
  if (winner === undefined || winners.length > 1) return { kind: 'tie', options: winners };
  return winner === STATUS_QUO ? { kind: 'failed' } : { kind: 'passed', option: winner };
}

function together(all: readonly Voice[]): Ballots[] {
  const found = new Map<string, { ranking: readonly string[]; voices: number }>();
  for (const voice of all) {
    if (!isCast(voice) || voice.choice !== 'ranking') continue;
    const key = voice.ranking.join(' ');
    const same = found.get(key);
    if (same) same.voices += 1;
    else found.set(key, { ranking: voice.ranking, voices: 1 });
  }
  return [...found.values()];
}
