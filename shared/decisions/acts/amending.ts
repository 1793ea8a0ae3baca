import { entry } from '../../ledger/entry.ts';
import type { Refusal } from '../../refusal.ts';
import type { Now, Of } from '../actions.ts';
import { type Decision, openRound, type Round, sealedOf, type Version } from '../decision.ts';
import type { Applied } from '../entries.ts';
import { consensusRounds } from '../facts.ts';
import { HOUR, LONGEST_ROUND } from '../moments.ts';
import { withRound } from '../rounds.ts';
import { done, must, no, words } from './act.ts';

/**
 * New words for the proposal. Every position becomes stale until its seat confirms or changes it; blocks stay. In the
 * freeze before closing it moves the closing, or waits for the next round. What is voted on cannot be changed.
 */
export function amend(decision: Decision, action: Of<'amend'>, { now, actor }: Now): Applied | Refusal {
  const refusal = must(actor, 'facilitator');
  if (refusal) return refusal;
  const { state, versions } = decision;
  const last = versions.at(-1) as Version;
  if (action.hash === last.hash) return no(words.sameWords);
  const version: Version = {
    number: last.number + 1,
    hash: action.hash,
    at: now,
    by: actor.id,
    change: action.change,
  };
  if (state.kind !== 'open') return no(words.ended);
  const apart = state.stage.kind === 'between' || state.stage.kind === 'paused';
  const later = { ...decision, versions: [...versions, version] };
  if (apart) return amended(later, version, 'now');
  const round = openRound(decision, now);
  if (!round || round.step !== null) return no(words.wordsFixed);
  return inRound(later, round, version, action.ifFrozen);
}

function inRound(
  decision: Decision,
  round: Round,
  version: Version,
  ifFrozen: Of<'amend'>['ifFrozen'],
): Applied | Refusal {
  const { most, freezeHours } = sealedOf(decision).rule.rounds;
  const freeze = freezeHours * HOUR;
  const now = version.at;
  const frozen = now >= round.closesAt - freeze;
  if (frozen && ifFrozen === 'next_round') {
    if (consensusRounds(decision).length >= most) return no(words.noNextRound);
    return amended(decision, version, 'next_round');
  }
  const closesAt = frozen ? now + freeze : round.closesAt;
  if (closesAt > round.openedAt + LONGEST_ROUND) return no(words.noLonger);
  const next = withRound(decision, { ...round, version: version.number, closesAt });
  return amended(next, version, 'now', closesAt);
}

function amended(
  decision: Decision,
  { number, hash, change, by, at }: Version,
  from: 'now' | 'next_round',
  closesAt?: number,
): Applied {
  const payload = { version: number, hash, from, ...(closesAt === undefined ? {} : { closesAt }) };
  return done(decision, entry('amended', at, by, payload, { change: change ?? undefined }));
}
