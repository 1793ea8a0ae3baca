import { entry } from '../ledger/entry.ts';
import { type Decision, type Round, sealedOf } from './decision.ts';
import type { Applied } from './entries.ts';
import { consensusRounds } from './facts.ts';
import type { VotingStep } from './ladder.ts';
import { DAY } from './moments.ts';

/** Opens a round of consensus on the newest words. The first closes when the decision says, others after the rule's days. */
export function openConsensusRound(decision: Decision, now: number, by: string): Applied {
  const { rule, closesAt } = sealedOf(decision);
  const first = consensusRounds(decision).length === 0;
  return opened(decision, by, {
    step: null,
    openedAt: now,
    closesAt: first ? closesAt : now + rule.rounds.days * DAY,
    version: decision.versions.at(-1)?.number ?? 1,
  });
}

/** Opens the vote of a step: on the words last put to consensus, unless the step says the original ones. */
export function openVote(decision: Decision, step: VotingStep, now: number, by: string): Applied {
  const last = consensusRounds(decision).at(-1)?.version ?? 1;
  return opened(decision, by, {
    step: step.id,
    openedAt: now,
    closesAt: now + step.days * DAY,
    version: step.wording === 'original' ? 1 : last,
  });
}

type Opening = Pick<Round, 'step' | 'openedAt' | 'closesAt' | 'version'>;

function opened(decision: Decision, by: string, opening: Opening): Applied {
  const number = decision.rounds.length + 1;
  const round: Round = { ...opening, number, closedAt: null, extended: false, positions: [], counts: [] };
  return {
    decision: {
      ...decision,
      state: { kind: 'open', stage: { kind: 'round', number } },
      rounds: [...decision.rounds, round],
    },
    entries: [entry('round_opened', opening.openedAt, by, { round: number, ...opening })],
  };
}

/** Puts a newer state of the last round in its place. */
export function withRound(decision: Decision, round: Round): Decision {
  return { ...decision, rounds: [...decision.rounds.slice(0, -1), round] };
}
