import type { Need } from '../../../shared/decisions/offers.ts';
import { ownAnswer } from '../../../shared/decisions/ownAnswer.ts';
import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { say } from '../../../shared/decisions/say.ts';
import { answerWords } from '../../../shared/messages/en/decisionAnswer.ts';
import { recordWords } from '../../../shared/messages/en/decisionPage.ts';
import { seatName } from '../names.ts';
import { sayMoment } from '../times.ts';

const words = recordWords.asked;
/** What is answered on this page in the card with the answer; the rest has its place beside what it is about. */
const IN_CARD: readonly Need[] = ['answer', 'confirm', 'say_for_whom'];

/** What is asked of me now, in a sentence each, above everything else; or what I have said. */
export function AskedOfYou({ decision }: { readonly decision: DecisionAnswer }) {
  const { line, state } = decision;
  if (state.kind === 'draft' || (state.kind === 'ended' && line.needsMe.length === 0)) return null;
  const said = sentences(decision);
  const answers = line.needsMe.some((need) => IN_CARD.includes(need));
  return (
    <section className="asked no-print" data-asks={line.needsMe.length > 0} aria-labelledby="asked">
      <h2 id="asked">{words.heading}</h2>
      {said.map((sentence) => (
        <p key={sentence} className="asked-needs">
          {sentence}
        </p>
      ))}
      {answers && (
        <a className="button main asked-go" href="#answer">
          {words.go}
        </a>
      )}
    </section>
  );
}

function sentences(decision: DecisionAnswer): string[] {
  const { line, acts, rounds, now, statementUntil } = decision;
  const round = rounds.at(-1);
  const seats = acts.flatMap((offer) => (offer.kind === 'take_position' ? [offer.seat] : []));
  const when = round ? sayMoment(round.closesAt, now) : '';
  const forSeat = (kind: ReturnType<typeof ownAnswer>['kind']) =>
    seats.filter((seat) => ownAnswer(decision, seat).kind === kind).map((seat) => seatName(decision, seat));
  const asked = line.needsMe.map((need) => {
    if (need === 'answer') return say(words.answer, { seat: forSeat('none').join(', '), when });
    if (need === 'confirm') return say(words.confirm, { seat: forSeat('to_confirm').join(', '), when });
    if (need === 'write_statement')
      return say(words.write_statement, { when: sayMoment(statementUntil ?? now, now) });
    return words[need];
  });
  if (asked.length > 0) return asked;
  const answered = seats.flatMap((seat) => {
    const own = ownAnswer(decision, seat);
    if (own.kind !== 'given') return [];
    const answer = answerWords.choices[own.given.position.choice].toLowerCase();
    return [say(words.answered, { seat: seatName(decision, seat), answer, when })];
  });
  return answered.length > 0 ? answered : [words.nothing];
}
