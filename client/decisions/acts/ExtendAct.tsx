import { useState } from 'react';
import type { Offer } from '../../../shared/decisions/offers.ts';
import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { say } from '../../../shared/decisions/say.ts';
import { actsWords as words } from '../../../shared/messages/en/acts.ts';
import { LinesField } from '../../ui/LinesField.tsx';
import { sayUntil } from '../../words.ts';
import { MomentField } from '../MomentField.tsx';
import { ActDialog, type Errors } from './ActDialog.tsx';

export interface ExtendActProps {
  readonly decision: DecisionAnswer;
  readonly offer: Extract<Offer, { kind: 'extend' }>;
  readonly onClose: () => void;
}

/** A later closing, within what the round may last. */
export function ExtendAct({ decision, offer, onClose }: ExtendActProps) {
  const { after, latest } = offer;
  const [closesAt, setClosesAt] = useState<number | null>(Math.min(after + 7 * 86_400_000, latest));
  const [reason, setReason] = useState('');
  const { name, about, do: verb } = words.acts.extend;
  const within = say(words.fields.extendWithin, { after: sayUntil(after), latest: sayUntil(latest) });
  const check = (): Errors => {
    if (closesAt === null) return { closesAt: words.moment.missing };
    return closesAt > after && closesAt <= latest ? {} : { closesAt: within };
  };
  return (
    <ActDialog
      {...{ decision, name, about, verb, onClose, check }}
      wanted={{ kind: 'extend', closesAt: closesAt ?? undefined, reason }}
    >
      {(errors) => (
        <>
          <MomentField
            label={words.fields.closesAt}
            hint={within}
            error={errors.closesAt}
            value={closesAt}
            onChange={setClosesAt}
          />
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
