import { useState } from 'react';
import { type AnswerForm as Answers, beside, checkForm } from '../../../shared/decisions/answerForm.ts';
import type { Offer } from '../../../shared/decisions/offers.ts';
import type { ActReceipt, DecisionAnswer, RecordRound } from '../../../shared/decisions/recordApi.ts';
import { answerWords as words } from '../../../shared/messages/en/decisionAnswer.ts';
import { refusalOf } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Form } from '../../ui/Form.tsx';
import { seatName } from '../names.ts';
import { useAct } from '../useAct.ts';
import { PositionFields } from './PositionFields.tsx';
import { unrankedIn } from './unranked.ts';
import { useAnswerForm } from './useAnswerForm.ts';

export interface AnswerFormProps {
  readonly decision: DecisionAnswer;
  readonly accountId: string;
  readonly round: RecordRound;
  readonly offer: Extract<Offer, { kind: 'take_position' }>;
  /** What was said before, to change it. */
  readonly start: Answers | undefined;
  readonly onDone: (receipt: ActReceipt) => void;
  readonly onCancel: (() => void) | undefined;
}

/** Choose, say why where that is asked, record: for agreeing two presses. */
export function AnswerForm({ decision, accountId, round, offer, start, onDone, onCancel }: AnswerFormProps) {
  const { seat, choices } = offer;
  const place = `trialogue-answer-${accountId}-${decision.id}-${round.number}-${seat}`;
  const { form, wasKept, change, begin } = useAnswerForm(place, start);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const act = useAct(decision.id);
  const submit = () => {
    const checked = checkForm(form);
    if (!checked.ok) return setErrors(checked.errors);
    setErrors({});
    const action = {
      kind: 'take_position' as const,
      seat,
      position: checked.position,
      through: { channel: 'web' as const },
    };
    act.mutate(action, {
      onSuccess: ({ receipt }) => {
        begin(form);
        onDone(receipt);
      },
      onError: (failed) => setErrors(beside(refusalOf(failed).fields)),
    });
  };
  return (
    <Form onSubmit={submit} errors={errors}>
      {wasKept && <p className="small">{words.kept}</p>}
      <PositionFields
        seatName={seatName(decision, seat)}
        hideLegend
        {...{ choices, form, change, errors }}
        options={round.options.filter(({ id }) => offer.options.includes(id))}
        unranked={unrankedIn(decision, round)}
        values={decision.values}
      />
      {act.isError && <ErrorMessage message={refusalOf(act.error).message} keepsWords />}
      <div className="button-row">
        <Button type="submit" busy={act.isPending}>
          {act.isPending ? words.recording : start ? words.recordChanged : words.record}
        </Button>
        {onCancel && (
          <Button
            look="quiet"
            onClick={() => {
              if (start) begin(start);
              onCancel();
            }}
          >
            {words.keep}
          </Button>
        )}
      </div>
    </Form>
  );
}
