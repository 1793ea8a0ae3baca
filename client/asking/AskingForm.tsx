import { type ReactNode, useState } from 'react';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Form } from '../ui/Form.tsx';
import { toast } from '../ui/toast.ts';
import { t } from '../words.ts';
import { type AskedAbout, type Sending, useAskingChange } from './queries.ts';

export type Errors = Readonly<Record<string, string>>;

export interface AskingFormProps {
  readonly about: AskedAbout;
  readonly title: string;
  readonly verb: string;
  /** What is said when it is done. */
  readonly done: string;
  readonly send: Sending;
  readonly onClose: () => void;
  readonly children: (errors: Errors) => ReactNode;
}

/** A form over the page that asks people, or answers them. What was typed stays until it is done. */
export function AskingForm({ about, title, verb, done, send, onClose, children }: AskingFormProps) {
  const [errors, setErrors] = useState<Errors>({});
  const change = useAskingChange(about);
  const submit = () =>
    change.mutate(send, {
      onSuccess: () => {
        toast(done);
        onClose();
      },
      onError: (failed) => setErrors({ ...refusalOf(failed).fields }),
    });
  return (
    <Dialog title={title} onClose={onClose}>
      <Form className="asking-form" onSubmit={submit} errors={errors}>
        {change.isError && <ErrorMessage message={refusalOf(change.error).message} keepsWords />}
        {children(errors)}
        <div className="button-row">
          <Button type="submit" busy={change.isPending}>
            {verb}
          </Button>
          <Button look="plain" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
