import { stands } from '../../../shared/decisions/blocks.ts';
import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { say } from '../../../shared/decisions/say.ts';
import { recordWords as words } from '../../../shared/messages/en/decisionPage.ts';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { StateChip } from '../StateChip.tsx';
import { stateWord } from '../stateOf.ts';
import { sayLeft, sayMoment } from '../times.ts';

export interface RecordHeaderProps {
  readonly decision: DecisionAnswer;
  readonly now: number;
}

/** What it is about, where it stands and how long is left, in three lines. */
export function RecordHeader({ decision, now }: RecordHeaderProps) {
  const { line, blocks, rounds } = decision;
  // Once the ladder has begun, a block does not stop what is voted on.
  const blocked = rounds.at(-1)?.step === null && blocks.some(({ state }) => stands(state));
  const title = line.question || words.draft;
  return (
    <header className="record-header">
      <p className="small">{kickerOf(decision)}</p>
      <PageHeading title={title} />
      <p className="record-standing">
        <StateChip word={stateWord(line, blocked)} />
        <span>{line.says}</span>
        {line.closesAt !== null && line.state === 'open' && (
          <span>
            {words.closesAt} <b>{sayMoment(line.closesAt, now)}</b>
            <span className="record-left"> · {sayLeft(line.closesAt, now)}</span>
          </span>
        )}
        {line.endedAt !== null && <span>{say(words.ended, { when: sayMoment(line.endedAt, now) })}</span>}
      </p>
    </header>
  );
}

function kickerOf(decision: DecisionAnswer): string {
  const { line, terms } = decision;
  return [
    say(words.number, { number: line.number }),
    terms.standing && standingWords(terms.standing),
    line.restricted && words.restricted,
    roundWords(decision),
  ]
    .filter(Boolean)
    .join(' · ');
}

function standingWords(standing: NonNullable<DecisionAnswer['terms']['standing']>): string {
  const bodies = 'bodies' in standing ? standing.bodies.map(({ name }) => name).join(', ') : '';
  return say(words.standing[standing.kind], { bodies });
}

function roundWords({ line, rounds, sealed }: DecisionAnswer): string | false {
  const round = rounds.at(-1);
  if (line.state !== 'open' || line.stage?.kind !== 'round' || !round) return false;
  if (round.kind === 'vote') return words.voteRound;
  if (round.kind === 'ranking') return words.orderRound;
  const number = rounds.filter(({ step }) => step === null).length;
  return say(words.roundOf, { number, most: Math.max(number, sealed?.rule.rounds.most ?? number) });
}
