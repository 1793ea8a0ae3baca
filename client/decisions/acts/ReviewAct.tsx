import { useState } from 'react';
import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { actsWords as words } from '../../../shared/messages/en/acts.ts';
import { Choices } from '../../ui/Choices.tsx';
import { LinesField } from '../../ui/LinesField.tsx';
import { MomentField } from '../MomentField.tsx';
import { ActDialog } from './ActDialog.tsx';

export interface OwnActProps {
  readonly decision: DecisionAnswer;
  readonly onClose: () => void;
}

const HALF_A_YEAR = 182 * 86_400_000;

/** What comes of looking again: kept until another date, or over. */
export function ReviewAct({ decision, onClose }: OwnActProps) {
  const [how, setHow] = useState<'again' | 'over'>();
  const [again, setAgain] = useState<number | null>(decision.now + HALF_A_YEAR);
  const [reason, setReason] = useState('');
  const { name, about, do: verb } = words.acts.review;
  const { fields } = words;
  return (
    <ActDialog
      {...{ decision, name, about, verb, onClose }}
      wanted={{ kind: 'review', reason, ...(how === 'again' && again !== null ? { again } : {}) }}
      check={() => ({
        ...(how === undefined ? { how: words.pickOne } : {}),
        ...(how === 'again' && again === null ? { again: words.moment.missing } : {}),
      })}
    >
      {(errors) => (
        <>
          <Choices
            legend={fields.reviewHow}
            error={errors.how}
            chosen={how}
            onChoose={setHow}
            choices={[
              { value: 'again', name: fields.again, about: fields.againAbout },
              { value: 'over', name: fields.over, about: fields.overAbout },
            ]}
          />
          {how === 'again' && (
            <MomentField label={fields.againAt} error={errors.again} value={again} onChange={setAgain} />
          )}
          <LinesField
            label={words.reason}
            hint={words.reasonHint}
            error={errors.reason}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      )}
    </ActDialog>
  );
}
