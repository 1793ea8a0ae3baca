import type { GivenPosition } from '../../../shared/decisions/decision.ts';
import type { DecisionAnswer, RecordRound } from '../../../shared/decisions/recordApi.ts';
import { many, say } from '../../../shared/decisions/say.ts';
import { pictureWords } from '../../../shared/messages/en/consensusPicture.ts';
import { answerWords as words } from '../../../shared/messages/en/decisionAnswer.ts';
import { recordWords } from '../../../shared/messages/en/decisionPage.ts';
import { sayWhen } from '../../words.ts';
import { personIn } from '../names.ts';
import { AnswerMark } from '../picture/AnswerMark.tsx';
import { sayMoment } from '../times.ts';

export interface SaidCardProps {
  readonly decision: DecisionAnswer;
  readonly round: RecordRound;
  readonly given: GivenPosition;
  readonly earlier: number;
}

/** What was said for a seat, why, when, how and by whom; a paper entry says how to put it right. */
export function SaidCard({ decision, round, given, earlier }: SaidCardProps) {
  const { position, at, channel, by, witness, reference } = given;
  const value = position.choice === 'block' && decision.values.find(({ id }) => id === position.value);
  const when = sayWhen(at, decision.now);
  const names = new Map(round.options.map(({ id, name }) => [id, name]));
  return (
    <div className="said-card">
      <p className="said-choice">
        <AnswerMark kind={position.choice} />
        <span>
          {words.said}: <b>{words.choices[position.choice]}</b>
        </span>
      </p>
      {position.reason && <p dir="auto">“{position.reason}”</p>}
      {value && <p dir="auto">{`${recordWords.blocks.rests} ${value.words}`}</p>}
      {position.choice === 'ranking' && (
        <ol>
          {position.ranking.map((id) => (
            <li key={id}>{names.get(id) ?? id}</li>
          ))}
        </ol>
      )}
      {witness !== null && (channel === 'paper' || channel === 'spoken') ? (
        <>
          <p>
            {say(words.onPaper.told, {
              how: words.onPaper.how[channel],
              when,
              witness: personIn(decision, witness),
              reference: reference ?? '',
            })}
          </p>
          <p>
            <b>{say(words.onPaper.right, { when: sayMoment(round.closesAt, decision.now) })}</b>
          </p>
        </>
      ) : (
        <p className="small">
          {say(words.saidWhen, { when, channel: pictureWords.channels[channel] })}
          {by !== decision.me.actor && `. ${say(words.saidBy, { who: personIn(decision, by) })}`}
          {given.supporter !== undefined &&
            `. ${say(pictureWords.supported, { supporter: given.supporter })}`}
        </p>
      )}
      {earlier > 0 && <p className="small">{many(earlier, words.earlier)}</p>}
    </div>
  );
}
