import { useState } from 'react';
import { askingWords } from '../../shared/messages/en/asking.ts';
import { LinesField } from '../ui/LinesField.tsx';
import { AskingForm } from './AskingForm.tsx';
import { type AskedAbout, askingChanges } from './queries.ts';

const words = askingWords.ask;

export interface WithdrawDialogProps {
  readonly about: AskedAbout;
  readonly askingId: string;
  readonly onClose: () => void;
}

/** Takes back what people were asked, with a reason. */
export function WithdrawDialog({ about, askingId, onClose }: WithdrawDialogProps) {
  const [reason, setReason] = useState('');
  return (
    <AskingForm
      {...{ about, onClose }}
      title={words.withdrawTitle}
      verb={words.withdrawSend}
      done={words.withdrawnDone}
      send={() => askingChanges.withdraw(askingId, reason)}
    >
      {(errors) => (
        <>
          <p>{words.withdrawAbout}</p>
          <LinesField
            label={words.withdrawWhy}
            error={errors.reason}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      )}
    </AskingForm>
  );
}
