import { type Block, stands, stateOf } from './blocks.ts';
import { count } from './count/count.ts';
import { PROPOSAL, STATUS_QUO } from './count/ranked.ts';
import type { Given } from './count/voices.ts';
import type { Counted } from './count/working.ts';
import { type Decision, type GivenPosition, type Round, sealedOf } from './decision.ts';
import type { Out } from './electorate.ts';
import { isVoting, type Step, type VotingStep } from './ladder.ts';

/** The step of the ladder with this id. Only for ids that are on it. */
export function stepOf(decision: Decision, id: string): Step {
  const found = sealedOf(decision).rule.ladder.find((step) => step.id === id);
  if (!found) throw new Error('there is no such step on the ladder');
  return found;
}

export function votingStep(decision: Decision, { step }: Round): VotingStep | null {
  const found = step === null ? null : stepOf(decision, step);
  return found && isVoting(found) ? found : null;
}

export function consensusRounds({ rounds }: Decision): readonly Round[] {
  return rounds.filter(({ step }) => step === null);
}

/** The newest position of each seat. */
export function newest(positions: readonly GivenPosition[]): Map<string, GivenPosition> {
  return new Map(positions.map((each) => [each.seat, each]));
}

/** The newest position of each seat that is about the words that the round is about; others are stale. */
export function current({ positions, version }: Round): GivenPosition[] {
  return [...newest(positions).values()].filter((each) => each.version === version);
}

/** The newest block of each seat. */
export function latestBlocks({ blocks }: Decision): Block[] {
  return [...new Map(blocks.map((block) => [block.seat, block])).values()];
}

export function standingBlocks(decision: Decision): Block[] {
  return latestBlocks(decision).filter((block) => stands(stateOf(block)));
}

/**
 * The seats that are not counted, and why: they left, they have no vote for another interest, or they have said that
 * this is outside their powers. The last holds for the whole decision, until the seat itself says otherwise.
 */
export function outs(decision: Decision): Out[] {
  const why = new Map<string, Out['why']>();
  const said = newest(consensusRounds(decision).flatMap(({ positions }) => positions));
  for (const { seat, position } of said.values())
    if (position.choice === 'outside_our_powers') why.set(seat, 'outside_our_powers');
  const handled = new Map(decision.conflicts.map(({ seat, handling }) => [seat, handling]));
  for (const [seat, handling] of handled) if (handling !== 'may_vote') why.set(seat, 'conflict');
  for (const { seat } of decision.leavers) why.set(seat, 'left');
  return [...why].map(([seat, reason]) => ({ seat, why: reason }));
}

/** What can be ranked in this decision. */
export function optionsOf(decision: Decision, step: VotingStep): string[] {
  const alternatives = (sealedOf(decision).alternatives ?? []).map(({ id }) => id);
  const withStatusQuo = step.kind === 'ranked_choice' && step.withStatusQuo;
  return [PROPOSAL, ...alternatives, ...(withStatusQuo ? [STATUS_QUO] : [])];
}

/** Counts a round of a real decision, as it stands. */
export function countRound(decision: Decision, round: Round): Counted {
  const { rule, electorate } = sealedOf(decision);
  const step = votingStep(decision, round);
  const common = { voice: rule.voice, electorate, out: outs(decision) };
  if (!step)
    return count({
      ...common,
      given: current(round),
      blocks: latestBlocks(decision).map((block) => ({ seat: block.seat, state: stateOf(block) })),
      quorum: rule.quorum,
      test: { kind: 'consensus', consensus: rule.consensus },
      options: [],
    });
  return count({
    ...common,
    given: [...carriedOver(decision, round), ...current(round)],
    blocks: [],
    quorum: step.quorum ? rule.quorum : null,
    test: step,
    options: optionsOf(decision, step),
  });
}

/** Whoever stood aside at the end of the last round of consensus abstains in a fallback round, unless they speak. */
function carriedOver(decision: Decision, round: Round): Given[] {
  const spoke = newest(round.positions);
  const last = consensusRounds(decision).at(-1);
  return (last ? current(last) : [])
    .filter(({ seat, position }) => position.choice === 'stand_aside' && !spoke.has(seat))
    .map(({ seat }) => ({ seat, position: { choice: 'abstain' } }));
}
