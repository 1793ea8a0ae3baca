import { decisionsWords } from '../../messages/en/decisions.ts';
import { partnershipsWords } from '../../messages/en/partnerships.ts';
import { say } from '../say.ts';
import type { Line, Result, Working } from './working.ts';

const words = decisionsWords.working;

/** One comparison as a sentence with both of its sides: "Commissioners: 3 for, of 2 needed. Yes." */
export function lineInWords(line: Line): string {
  const where = line.side === null ? '' : `${partnershipsWords.sides[line.side]}: `;
  if (line.waived)
    return say(line.holds ? words.waived : words.emptyFails, { where, what: words.tests[line.test] });
  const sentence = line.limit === 'at_least' ? words.atLeast : words.atMost;
  const share = line.share
    ? say(words.shares[line.share.comparison], {
        ratio: line.share.ratio,
        base: line.share.base,
        of: words.of[line.share.of],
      })
    : '';
  return say(sentence, {
    where,
    what: words.tests[line.test],
    have: line.have,
    need: line.need,
    share,
    holds: line.holds ? words.yes : words.no,
  });
}

/** The working as sentences, a table's rows in words, with the result at the end. */
export function workingInWords({ working, result }: { working: Working; result: Result }): string[] {
  const { eligible, cast, silent } = working;
  return [
    say(words.answered, { eligible, cast, silent }),
    ...working.lines.map(lineInWords),
    ...(working.castingVote ? [say(words.castingVote, working.castingVote)] : []),
    ...(working.ranked ? [say(words.ranked, { winners: working.ranked.winners.join(', ') })] : []),
    words.results[result.kind],
  ];
}
