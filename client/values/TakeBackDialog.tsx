import { useState } from 'react';
import { retirement } from '../../shared/values/changes.ts';
import { TextField } from '../ui/Field.tsx';
import { t } from '../words.ts';
import { valuesChanges } from './queries.ts';
import { ValuesFormDialog, wrongFields } from './ValuesFormDialog.tsx';

export interface TakeBackDialogProps {
  readonly partnershipId: string;
  readonly kind: 'value' | 'behaviour';
  readonly id: string;
  /** The words, so that nobody takes back another by mistake. */
  readonly what: string;
  readonly onClose: () => void;
}

/** Takes back a value or a behaviour, with the reason that it needs. */
export function TakeBackDialog({ partnershipId, kind, id, what, onClose }: TakeBackDialogProps) {
  const [reason, setReason] = useState('');
  const { takeBackValue, takeBackBehaviour } = valuesChanges(partnershipId);
  return (
    <ValuesFormDialog
      {...{ partnershipId, onClose }}
      title={t('values.takeBackHeading')}
      verb={t('values.takeBackDo')}
      done={t('values.takenBackDone')}
      check={() => wrongFields(retirement.safeParse({ reason }))}
      send={() => (kind === 'value' ? takeBackValue(id, reason) : takeBackBehaviour(id, reason))}
    >
      {(errors) => (
        <>
          <blockquote dir="auto">{what}</blockquote>
          <p>{t('values.takeBackAbout')}</p>
          <TextField
            label={t('values.reason')}
            hint={t('values.reasonHint')}
            error={errors.reason}
            value={reason}
            autoComplete="off"
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      )}
    </ValuesFormDialog>
  );
}
