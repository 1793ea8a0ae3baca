import { useState } from 'react';
import type { Offer } from '../../../shared/decisions/offers.ts';
import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { say } from '../../../shared/decisions/say.ts';
import { actsWords as words } from '../../../shared/messages/en/acts.ts';
import { Choices } from '../../ui/Choices.tsx';
import { TextField } from '../../ui/Field.tsx';
import { LinesField } from '../../ui/LinesField.tsx';
import { ActDialog } from './ActDialog.tsx';

const ANSWERS = ['ratified', 'ratified_with_condition', 'declined'] as const;

export interface BodyActProps {
  readonly decision: DecisionAnswer;
  readonly offer: Extract<Offer, { kind: 'answer_for_body' }>;
  readonly onClose: () => void;
}

/** A body's own yes or no, with its reason and where that can be seen. */
export function BodyAct({ decision, offer, onClose }: BodyActProps) {
  const [kind, setKind] = useState<(typeof ANSWERS)[number]>();
  const [condition, setCondition] = useState('');
  const [reason, setReason] = useState('');
  const [reference, setReference] = useState('');
  const { name, about, do: verb } = words.acts.answer_for_body;
  const { fields } = words;
  const { needsReference, body } = offer;
  const called = decision.bodies.find((line) => line.body.id === body)?.body.name ?? body;
  return (
    <ActDialog
      {...{ decision, about, verb, onClose }}
      name={say(name, { body: called })}
      wanted={{
        kind: 'answer_for_body',
        body,
        answer: kind === 'ratified_with_condition' ? { kind, condition } : { kind },
        reason,
        ...(reference.trim() !== '' || needsReference ? { reference } : {}),
      }}
      check={() => (kind ? {} : { answer: words.pickOne })}
    >
      {(errors) => (
        <>
          <Choices
            legend={fields.bodyAnswer}
            error={errors.answer}
            chosen={kind}
            onChoose={setKind}
            choices={ANSWERS.map((value) => ({ value, name: fields[value], about: fields[`${value}About`] }))}
          />
          {kind === 'ratified_with_condition' && (
            <LinesField
              label={fields.condition}
              error={errors.condition}
              value={condition}
              onChange={(event) => setCondition(event.target.value)}
            />
          )}
          <LinesField
            label={fields.bodyReason}
            hint={words.reasonHint}
            error={errors.reason}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <TextField
            label={fields.reference}
            hint={fields.referenceHint}
            error={errors.reference}
            value={reference}
            autoComplete="off"
            onChange={(event) => setReference(event.target.value)}
          />
        </>
      )}
    </ActDialog>
  );
}
