import { entry, TIME } from '../ledger/entry.ts';
import { withoutSeats } from './count/withoutSeats.ts';
import { type Decision, type Round, sealedOf } from './decision.ts';
import { end } from './ending.ts';
import { type Applied, followedBy } from './entries.ts';
import { consensusRounds, countRound } from './facts.ts';
import type { Trigger } from './ladder.ts';
import { DAY } from './moments.ts';
import { onward } from './onward.ts';
import { withRound } from './rounds.ts';

/**
 * Counts the round that is over and does what follows. `at` is when it closed; what begins now begins at `now`, so that
 * nobody's time to answer runs out while the server is down.
 */
export function closeRound(decision: Decision, at: number, now: number, by = TIME, reason?: string): Applied {
  const round = decision.rounds.at(-1) as Round;
  const counted = countRound(decision, round);
  const { rounds, visibility } = sealedOf(decision).rule;
  const { extensionDays } = rounds;
  const told = visibility.by === 'seat' ? counted : withoutSeats(counted);
  const counts = [...round.counts, counted];
  if (!counted.working.quorate && !round.extended && extensionDays > 0) {
    const closesAt = now + extensionDays * DAY;
    return {
      decision: withRound(decision, { ...round, counts, extended: true, closesAt }),
      entries: [
        entry(
          'round_extended',
          at,
          by,
          { round: round.number, closesAt, ...told },
          { reason },
          visibility.when === 'when_closed',
        ),
      ],
    };
  }
  const closed: Applied = {
    decision: withRound(decision, { ...round, counts, closedAt: at }),
    entries: [entry('round_closed', at, by, { round: round.number, ...told }, { reason })],
  };
  return followedBy(closed, (after) => follow(after, now));
}

function follow(decision: Decision, now: number): Applied {
  const round = decision.rounds.at(-1) as Round;
  const counted = round.counts.at(-1);
  if (!counted) throw new Error('a round that was not counted has no consequence');
  const { result, working } = counted;
  switch (result.kind) {
    case 'agreed':
      return end(decision, { kind: 'agreed_by_consensus', round: round.number }, now, TIME);
    case 'passed': {
      const step = round.step as string;
      return end(decision, { kind: 'passed_by_fallback', step, option: result.option }, now, TIME);
    }
    case 'tie':
      return onward(decision, [...decision.fired, 'tie'], now);
    case 'blocked':
    case 'not_agreed':
    case 'failed':
    case 'not_quorate':
    case 'not_decided':
      return onward(decision, working.quorate ? reasons(decision, round) : ['quorum_missed_twice'], now);
  }
}

/** Why the ladder may begin after a round of consensus; after a fallback round, why it began. */
function reasons(decision: Decision, round: Round): Trigger[] {
  if (round.step !== null) return [...decision.fired];
  const { most } = sealedOf(decision).rule.rounds;
  const lines = round.counts.at(-1)?.working.lines ?? [];
  const fired: Trigger[] = [];
  if (lines.some(({ test, holds }) => test === 'blocks' && !holds)) fired.push('sustained_block');
  if (consensusRounds(decision).length >= most || decision.fired.length > 0) fired.push('rounds_used');
  return fired;
}
