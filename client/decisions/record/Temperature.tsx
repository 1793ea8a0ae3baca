import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { say } from '../../../shared/decisions/say.ts';
import { recordWords } from '../../../shared/messages/en/decisionPage.ts';
import { seatName } from '../names.ts';

const words = recordWords.temperature;

/** The temperature before opening, shown as what it is: no vote, and never counted. */
export function Temperature({ decision }: { readonly decision: DecisionAnswer }) {
  const newest = new Map(decision.temperature.map(({ seat, reading }) => [seat, reading]));
  if (newest.size === 0) return null;
  return (
    <section className="record-part">
      <h2>{words.heading}</h2>
      <p className="small">{words.about}</p>
      <ul className="record-plain">
        {[...newest].map(([seat, reading]) => (
          <li key={seat}>{say(words.line, { seat: seatName(decision, seat), reading: words[reading] })}</li>
        ))}
      </ul>
    </section>
  );
}
