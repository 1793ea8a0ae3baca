import type { DecisionAnswer, RecordRound } from '../../../shared/decisions/recordApi.ts';

/** What becomes of options that are left out of an order, by the step's rule; undefined where nothing is put in order. */
export function unrankedIn(
  { sealed }: Pick<DecisionAnswer, 'sealed'>,
  round: RecordRound,
): 'below' | 'ignored' | undefined {
  const step = sealed?.rule.ladder.find(({ id }) => id === round.step);
  return step?.kind === 'ranked_choice' ? step.unranked : undefined;
}
