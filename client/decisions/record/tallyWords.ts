import type { Tally } from '../../../shared/decisions/count/working.ts';
import type { Choice } from '../../../shared/decisions/positions.ts';
import { answerWords } from '../../../shared/messages/en/decisionAnswer.ts';
import { MARKS } from '../picture/marks.ts';

/** How many said each thing, in the order of the legend: "7 agree, 1 block". */
export function tallyWords(tally: Tally): string {
  const said = MARKS.flatMap((kind) => {
    const count = tally[kind as Choice];
    return count ? [`${count} ${answerWords.tally[kind as Choice]}`] : [];
  });
  return said.length > 0 ? said.join(', ') : answerWords.tallyNone;
}
