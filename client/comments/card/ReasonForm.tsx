import { useState } from 'react';
import { refusalOf } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Form } from '../../ui/Form.tsx';
import { t } from '../words.ts';

export interface ReasonFormProps {
  readonly label: string;
  readonly hint: string;
  readonly send: string;
  readonly onSend: (reason: string) => Promise<unknown>;
  readonly onCancel: () => void;
}

/** Asks why, in a line, before it is done. */
export function ReasonForm({ label, hint, send, onSend, onCancel }: ReasonFormProps) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await onSend(reason);
      onCancel();
    } catch (refused) {
      const { message, fields } = refusalOf(refused);
      setError(fields?.reason ?? message);
      setBusy(false);
    }
  };
  return (
    <Form className="thread-reason" onSubmit={submit} errors={error ? { reason: error } : NOTHING}>
      <TextField
        label={label}
        hint={hint}
        error={error}
        value={reason}
        maxLength={500}
        autoFocus
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="button-row">
        <Button type="submit" busy={busy}>
          {send}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('threads.card.cancel')}
        </Button>
      </div>
    </Form>
  );
}

const NOTHING = {};
