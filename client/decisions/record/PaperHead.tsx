import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { say } from '../../../shared/decisions/say.ts';
import { recordWords } from '../../../shared/messages/en/decisionPage.ts';
import { keepingWords } from '../../../shared/messages/en/keeping.ts';
import { sayMoment } from '../times.ts';

const words = recordWords.paper;

export interface PaperHeadProps {
  readonly decision: DecisionAnswer;
  readonly partnership: string;
}

/** What a sheet of paper must say of itself: whose record this is, as it stood when, and where it can be checked. */
export function PaperHead({ decision, partnership }: PaperHeadProps) {
  const { id, line, now } = decision;
  return (
    <div className="only-print paper-head small">
      <p>
        <b dir="auto">{say(words.title, { partnership, number: line.number })}</b>
      </p>
      <p>
        {say(words.asFrom, { when: sayMoment(now, 0) })}{' '}
        {say(words.check, { address: `${location.origin}/decisions/${id}`, heading: keepingWords.heading })}
      </p>
    </div>
  );
}
