import { useState } from 'react';
import type { Offer } from '../../../shared/decisions/offers.ts';
import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { say } from '../../../shared/decisions/say.ts';
import { actsWords as words } from '../../../shared/messages/en/acts.ts';
import { Choices } from '../../ui/Choices.tsx';
import { LinesField } from '../../ui/LinesField.tsx';
import { ActDialog } from './ActDialog.tsx';

export interface DecideActProps {
  readonly decision: DecisionAnswer;
  readonly offer: Extract<Offer, { kind: 'decide' }>;
  readonly onClose: () => void;
}

/** The named decider decides, and answers each block that stands. */
export function DecideAct({ decision, offer, onClose }: DecideActProps) {
  const [adopt, setAdopt] = useState<boolean>();
  const [reason, setReason] = useState('');
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const { name, about, do: verb } = words.acts.decide;
  const { fields } = words;
  const blocks = decision.blocks.filter(({ block }) => offer.blocks.includes(block));
  return (
    <ActDialog
      {...{ decision, name, about, verb, onClose }}
      wanted={{
        kind: 'decide',
        adopt,
        reason,
        answers: offer.blocks.map((block) => ({ seat: block, text: answers[block] ?? '' })),
      }}
    >
      {(errors) => (
        <>
          <Choices
            legend={fields.adopt}
            error={errors.adopt}
            chosen={adopt === undefined ? undefined : adopt ? 'yes' : 'no'}
            onChoose={(chosen) => setAdopt(chosen === 'yes')}
            choices={[
              { value: 'yes', name: fields.adopted, about: fields.adoptedAbout },
              { value: 'no', name: fields.rejected, about: fields.rejectedAbout },
            ]}
          />
          <LinesField
            label={words.reason}
            hint={words.reasonHint}
            error={errors.reason}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          {blocks.map(({ block, seat, position }, index) => (
            <LinesField
              key={block}
              label={say(fields.answerTo, {
                seat: decision.seats.find(({ id }) => id === seat)?.name ?? words.aSeat,
              })}
              hint={`“${position.reason ?? ''}”`}
              error={errors[`answers.${index}.text`]}
              value={answers[block] ?? ''}
              onChange={({ target }) => setAnswers((before) => ({ ...before, [block]: target.value }))}
            />
          ))}
        </>
      )}
    </ActDialog>
  );
}
