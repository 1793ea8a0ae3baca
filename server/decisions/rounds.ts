import { workingInWords } from '../../shared/decisions/count/lineInWords.ts';
import { type Decision, sealedOf } from '../../shared/decisions/decision.ts';
import { optionsOf, stepOf } from '../../shared/decisions/facts.ts';
import { isVoting, type VotingStep } from '../../shared/decisions/ladder.ts';
import { HOUR } from '../../shared/decisions/moments.ts';
import type { RecordBlock, RecordRound } from '../../shared/decisions/recordApi.ts';
import type { ShownBlock, ShownRound, View } from '../../shared/decisions/view.ts';
import { optionName } from '../../shared/decisions/whereItStands.ts';
import { nameAt } from './blockNames.ts';

/** The rounds as one person may see them, with what each asks and its count in words. */
export function shownRounds(
  decision: Decision,
  { rounds }: View,
  seatName: (id: string) => string,
): RecordRound[] {
  return rounds.map((round) => {
    const step = round.step === null ? null : stepOf(decision, round.step);
    const voting = step && isVoting(step) ? step : null;
    return {
      ...round,
      kind: voting === null ? 'consensus' : voting.kind === 'ranked_choice' ? 'ranking' : 'vote',
      wordsFixedFrom: voting === null ? wordsFixedFrom(decision, round) : null,
      options: voting === null ? [] : options(decision, voting),
      counted: round.counted && { ...round.counted, inWords: inWords(decision, round.counted, seatName) },
    };
  });
}

function wordsFixedFrom(decision: Decision, { closesAt }: ShownRound): number | null {
  const { freezeHours } = sealedOf(decision).rule.rounds;
  return freezeHours === 0 ? null : closesAt - freezeHours * HOUR;
}

function options(decision: Decision, step: VotingStep) {
  if (step.kind !== 'ranked_choice') return [];
  return optionsOf(decision, step).map((id) => ({ id, name: optionName(decision, id) }));
}

/** The working in sentences, in which options and seats have their names. */
function inWords(
  decision: Decision,
  counted: NonNullable<ShownRound['counted']>,
  seatName: (id: string) => string,
): string[] {
  const { working, result } = counted;
  const ranked = working.ranked && {
    ...working.ranked,
    winners: working.ranked.winners.map((id) => optionName(decision, id)),
  };
  const { castingVote: cast } = working;
  const castingVote = cast && { ...cast, seat: seatName(cast.seat) };
  return workingInWords({ working: { ...working, ranked, castingVote }, result });
}

/** The blocks that one person may see, each under the name by which acts call it. */
export function shownBlocks({ blocks }: Decision, view: View): RecordBlock[] {
  // The view leaves out blocks and changes none of their grounds: each is found again by its own position.
  return view.blocks.map((shown: ShownBlock) => ({
    ...shown,
    block: shown.seat ?? nameAt(blocks.findIndex(({ position }) => position === shown.position)),
  }));
}
