import { Link } from 'wouter';
import type { RegisterLine } from '../../../shared/decisions/recordApi.ts';
import { say } from '../../../shared/decisions/say.ts';
import { recordWords } from '../../../shared/messages/en/decisionPage.ts';
import { registerWords as words } from '../../../shared/messages/en/decisionRegister.ts';
import { sayWhen } from '../../words.ts';
import { StateChip } from '../StateChip.tsx';
import { stateWord } from '../stateOf.ts';
import { sayLeft, sayMoment } from '../times.ts';

export interface DecisionLineProps {
  readonly line: RegisterLine;
  readonly now: number;
}

/** One decision in a list: what it asks of me, its question, where it stands, and how long is left. */
export function DecisionLine({ line, now }: DecisionLineProps) {
  const { id, number, question, needsMe, says, restricted, drift } = line;
  return (
    <li className="row decision-line" data-needs={needsMe.length > 0}>
      <div className="row-words">
        <p className="row-facts decision-state">
          <StateChip word={stateWord(line)} />
          <span>
            {say(words.number, { number })}
            {restricted && ` · ${words.restricted}`}
          </span>
          {drift === true && <b className="decision-drift">◐ {words.drift}</b>}
        </p>
        <Link className="row-title" href={`/decisions/${id}`} dir="auto">
          {question || recordWords.draft}
        </Link>
        <p className="row-facts">{[says, ...timeWords(line, now)].filter(Boolean).join(' · ')}</p>
        {needsMe.map((need) => (
          <p key={need} className="decision-needs">
            {words.needs[need]}
          </p>
        ))}
      </div>
    </li>
  );
}

function timeWords({ state, closesAt, endedAt, reviewAt, reviewDue }: RegisterLine, now: number): string[] {
  if (state === 'open' && closesAt !== null)
    return [say(recordWords.closes, { when: sayMoment(closesAt, now) }), sayLeft(closesAt, now)];
  return [
    ...(endedAt === null ? [] : [say(words.ended, { when: sayWhen(endedAt, now) })]),
    ...(reviewAt === null
      ? []
      : [say(reviewDue ? words.reviewDue : words.reviewAt, { when: sayWhen(reviewAt, now) })]),
  ];
}
