import type { Line } from '../../../shared/decisions/count/working.ts';
import type { RecordRound } from '../../../shared/decisions/recordApi.ts';
import { say } from '../../../shared/decisions/say.ts';
import { recordWords } from '../../../shared/messages/en/decisionPage.ts';
import { decisionsWords } from '../../../shared/messages/en/decisions.ts';
import { SideMark } from '../../partnerships/SideMark.tsx';
import { Fold } from '../../ui/Fold.tsx';
import { tallyWords } from './tallyWords.ts';

const words = recordWords.count;
const tests = decisionsWords.working.tests;

/** Every number and both sides of every comparison, so that a reader can redo the count by hand. */
export function Working({ round }: { readonly round: RecordRound }) {
  const { counted, number } = round;
  if (!counted) return null;
  const { lines, tally, tallyWithLeavers } = counted.working;
  return (
    <>
      <p>{say(words.tally, { tally: tallyWords(tally) })}</p>
      {tallyWithLeavers && <p>{say(recordWords.leftBoth, { tally: tallyWords(tallyWithLeavers) })}</p>}
      <table className="answers-table count-table">
        <caption>{say(words.caption, { number })}</caption>
        <thead>
          <tr>
            <th scope="col">{words.test}</th>
            <th scope="col">{words.have}</th>
            <th scope="col">{words.need}</th>
            <th scope="col">{words.holds}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <LineRow key={`${line.test} ${line.side}`} line={line} />
          ))}
        </tbody>
      </table>
      <div className="no-print">
        <Fold title={words.inWords}>
          <ul>
            {counted.inWords.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Fold>
      </div>
      <p className="only-print count-result">{counted.inWords.at(-1)}</p>
    </>
  );
}

function LineRow({ line }: { readonly line: Line }) {
  const { test, side, have, limit, need, share, holds, waived } = line;
  return (
    <tr>
      <th scope="row">
        {tests[test]} · {side === null ? words.all : <SideMark side={side} />}
      </th>
      <td data-label={words.have}>{waived ? '–' : have}</td>
      <td data-label={words.need}>
        {waived
          ? words.waived
          : `${say(limit === 'at_least' ? words.atLeast : words.atMost, { need })} ${
              share ? say(words.share, { ratio: share.ratio, base: share.base }) : ''
            }`}
      </td>
      <td data-label={words.holds}>
        <b>{holds ? `✓ ${words.yes}` : `✕ ${words.no}`}</b>
      </td>
    </tr>
  );
}
