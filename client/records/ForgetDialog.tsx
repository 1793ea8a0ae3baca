import { useState } from 'react';
import { say } from '../../shared/decisions/say.ts';
import { ledgerPageWords } from '../../shared/messages/en/ledgerPage.ts';
import type { Forgettable } from '../../shared/records/overviewApi.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Form } from '../ui/Form.tsx';
import { LinesField } from '../ui/LinesField.tsx';
import { toast } from '../ui/toast.ts';
import { useForget } from './queries.ts';

const words = ledgerPageWords.forget;

export interface ForgetDialogProps {
  readonly partnershipId: string;
  readonly person: Forgettable;
  readonly onClose: () => void;
}

/** Forgets who someone was: first what goes, what stays and why; then a second yes. */
export function ForgetDialog({ partnershipId, person, onClose }: ForgetDialogProps) {
  const { memberId, name } = person;
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<string>();
  const [asks, setAsks] = useState<'why' | 'sure'>('why');
  const forget = useForget(partnershipId);
  const submit = () => {
    if (asks === 'why') {
      const lacks = reason.trim() === '' ? words.reasonMissing : undefined;
      setMissing(lacks);
      if (lacks === undefined) setAsks('sure');
      return;
    }
    forget.mutate(
      { memberId, reason: reason.trim() },
      {
        onSuccess: () => {
          toast(words.done, { takesFocus: true });
          onClose();
        },
        onError: (failed) => {
          setMissing(refusalOf(failed).fields?.reason);
          setAsks('why');
        },
      },
    );
  };
  return (
    <Dialog title={say(words.title, { name })} onClose={onClose}>
      <Form onSubmit={submit} errors={missing === undefined ? {} : { reason: missing }}>
        {forget.isError && <ErrorMessage message={refusalOf(forget.error).message} keepsWords />}
        {asks === 'why' ? (
          <>
            <List title={words.goes} sentences={words.goesList} name={name} />
            <List title={words.stays} sentences={words.staysList} name={name} />
            <LinesField
              label={words.reason}
              hint={words.reasonHint}
              error={missing}
              value={reason}
              maxLength={2000}
              onChange={(event) => setReason(event.target.value)}
            />
          </>
        ) : (
          <p role="alert">
            <b dir="auto">{say(words.sure, { name })}</b>
          </p>
        )}
        <div className="button-row">
          <Button type="submit" busy={forget.isPending}>
            {asks === 'why' ? words.next : words.yes}
          </Button>
          <Button look="plain" onClick={asks === 'why' ? onClose : () => setAsks('why')}>
            {words.back}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

interface ListProps {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly name: string;
}

function List({ title, sentences, name }: ListProps) {
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{say(sentence, { name })}</li>
        ))}
      </ul>
    </>
  );
}
