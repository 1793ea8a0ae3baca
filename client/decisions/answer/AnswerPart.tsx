import { useState } from 'react';
import { formOf } from '../../../shared/decisions/answerForm.ts';
import type { Offer } from '../../../shared/decisions/offers.ts';
import { ownAnswer } from '../../../shared/decisions/ownAnswer.ts';
import type { ActReceipt, DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { say } from '../../../shared/decisions/say.ts';
import { answerWords as words } from '../../../shared/messages/en/decisionAnswer.ts';
import { Button } from '../../ui/Button.tsx';
import { seatIn, seatName } from '../names.ts';
import { sayMoment } from '../times.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { CapacityForm } from './CapacityForm.tsx';
import { ConfirmAnswer } from './ConfirmAnswer.tsx';
import { Recorded } from './Recorded.tsx';
import { SaidCard } from './SaidCard.tsx';
import './answer.css';

export interface AnswerPartProps {
  readonly decision: DecisionAnswer;
  readonly accountId: string;
}

/** What I can say here, and for whom; or, in a sentence, why I can't. */
export function AnswerPart({ decision, accountId }: AnswerPartProps) {
  const { acts, me, state } = decision;
  if (state.kind !== 'open') return null;
  const takes = acts.filter((offer) => offer.kind === 'take_position');
  const capacities = acts.flatMap((offer) => (offer.kind === 'declare_capacity' ? [offer.seat] : []));
  if (takes.length === 0 && capacities.length > 1 && me.capacity === null)
    return <CapacityForm {...{ decision }} seats={capacities} />;
  if (takes.length === 0) return <WhyNot decision={decision} />;
  return takes.map((offer) => (
    <AnswerFor key={`${offer.seat} ${decision.rounds.length}`} {...{ decision, accountId, offer }} />
  ));
}

/** Why there is nothing to answer: for each of my seats, or because I have none. */
function WhyNot({ decision }: { readonly decision: DecisionAnswer }) {
  const { state, me } = decision;
  const { none } = words;
  if (me.seats.length === 0) return <p className="record-card small answer-none">{none.noSeat}</p>;
  const reasons = me.seats.map((id) => {
    const seat = seatIn(decision, id);
    const name = { seat: seatName(decision, id) };
    if (me.capacity !== null && me.capacity !== id)
      return say(none.other, { seat: seatName(decision, me.capacity) });
    if (seat?.here !== 'voting') return say(none.joined, name);
    if (seat.out === 'conflict') return say(none.voteless, name);
    if (seat.out === 'left') return say(none.left, name);
    return state.kind === 'open' && state.stage.kind === 'round' ? say(none.outside, name) : none.notOpen;
  });
  return (
    <section className="record-card answer-none" id="answer" tabIndex={-1}>
      {[...new Set(reasons)].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  );
}

interface AnswerForProps extends AnswerPartProps {
  readonly offer: Extract<Offer, { kind: 'take_position' }>;
}

function AnswerFor({ decision, accountId, offer }: AnswerForProps) {
  const { seat } = offer;
  const round = decision.rounds.at(-1);
  const own = ownAnswer(decision, seat);
  const [editing, setEditing] = useState(false);
  const [receipt, setReceipt] = useState<ActReceipt>();
  if (!round) return null;
  const done = (given: ActReceipt) => {
    setReceipt(given);
    setEditing(false);
  };
  const asks = own.kind === 'none' || editing;
  return (
    <section className="record-card answer-card" id="answer" tabIndex={-1} aria-labelledby={`answer-${seat}`}>
      <h2 id={`answer-${seat}`}>{say(words.heading, { seat: seatName(decision, seat) })}</h2>
      {own.kind !== 'to_confirm' && (
        <p className="small">
          {say(words.until, { when: sayMoment(round.closesAt, decision.now) })} {round.hidden && words.hidden}
        </p>
      )}
      {own.kind === 'given' && !editing && (
        <>
          {receipt && <Recorded {...{ decision, receipt }} />}
          <SaidCard {...{ decision, round }} given={own.given} earlier={own.earlier} />
          <Button look="plain" onClick={() => setEditing(true)}>
            {words.changeIt}
          </Button>
        </>
      )}
      {own.kind === 'to_confirm' && !editing && (
        <ConfirmAnswer
          {...{ decision, round, seat }}
          given={own.given}
          why={own.why}
          onDone={done}
          onChange={() => setEditing(true)}
        />
      )}
      {asks && (
        <AnswerForm
          {...{ decision, accountId, round, offer }}
          start={own.kind === 'none' ? undefined : formOf(own.given.position)}
          onDone={done}
          onCancel={own.kind === 'none' ? undefined : () => setEditing(false)}
        />
      )}
    </section>
  );
}
