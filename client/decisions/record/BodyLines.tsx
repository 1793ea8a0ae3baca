import type { BodyLine } from '../../../shared/decisions/decision.ts';
import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { say } from '../../../shared/decisions/say.ts';
import { recordWords } from '../../../shared/messages/en/decisionPage.ts';
import { sayWhen } from '../../words.ts';
import { Acts } from '../acts/Acts.tsx';
import { personIn } from '../names.ts';
import { sayMoment } from '../times.ts';

const words = recordWords.bodies;

/** Each body that must say its own yes, with what it said, why, who entered it and by what reference. */
export function BodyLines({ decision }: { readonly decision: DecisionAnswer }) {
  return (
    <table className="answers-table">
      <caption>{recordWords.outcome.bodies}</caption>
      <thead>
        <tr>
          <th scope="col">{words.body}</th>
          <th scope="col">{words.answer}</th>
          <th scope="col">{words.detail}</th>
        </tr>
      </thead>
      <tbody>
        {decision.bodies.map((line) => (
          <Line key={line.body.id} {...{ decision, line }} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ decision, line }: { readonly decision: DecisionAnswer; readonly line: BodyLine }) {
  const { body, why, dueAt, answer } = line;
  const { now } = decision;
  return (
    <tr>
      <th scope="row" dir="auto">
        {body.name}
        <Acts {...{ decision }} about={body.id} />
      </th>
      <td>
        <b>{answer ? words[answer.kind] : say(words.pending, { when: sayMoment(dueAt, now) })}</b>
        {answer?.kind === 'ratified_with_condition' && (
          <>
            <p dir="auto">{say(words.condition, { condition: answer.condition })}</p>
            <p className="small">
              {answer.accepted === null ? words.waits : answer.accepted ? words.accepted : words.notAccepted}
            </p>
          </>
        )}
      </td>
      <td>
        <p className="small">{words.why[why]}</p>
        {answer?.reason && <p dir="auto">“{answer.reason}”</p>}
        {answer && answer.kind !== 'lapsed' && (
          <p className="small">
            {personIn(decision, answer.by)}, {sayWhen(answer.at, now)}.{' '}
            {answer.reference && say(words.reference, { reference: answer.reference })}
          </p>
        )}
      </td>
    </tr>
  );
}
