import { type ReactNode, useState } from 'react';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Form } from '../ui/Form.tsx';
import { toast } from '../ui/toast.ts';
import { t } from '../words.ts';
import { type Sending, useValuesChange } from './queries.ts';

export type Errors = Readonly<Record<string, string>>;

export interface ValuesFormDialogProps {
  readonly partnershipId: string;
  readonly title: string;
  readonly verb: string;
  /** What is said when it is done. */
  readonly done: string;
  /** What is wrong with what was typed, before anything is sent. */
  readonly check: () => Errors;
  readonly send: Sending;
  readonly onClose: () => void;
  readonly children: (errors: Errors) => ReactNode;
}

/** A form over the page that changes values or behaviours. What was typed stays until it is done. */
export function ValuesFormDialog(props: ValuesFormDialogProps) {
  const { partnershipId, title, verb, done, check, send, onClose, children } = props;
  const [errors, setErrors] = useState<Errors>({});
  const change = useValuesChange(partnershipId);
  const submit = () => {
    const wrong = check();
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    change.mutate(send, {
      onSuccess: () => {
        toast(done);
        onClose();
      },
      onError: (failed) => setErrors({ ...refusalOf(failed).fields }),
    });
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <Form onSubmit={submit} errors={errors}>
        {change.isError && Object.keys(errors).length === 0 && (
          <ErrorMessage message={refusalOf(change.error).message} keepsWords />
        )}
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

interface Checked {
  readonly error?:
    | { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] }
    | undefined;
}

/** What is wrong with each field, in the words of the schema. */
export function wrongFields({ error }: Checked): Errors {
  const wrong: Record<string, string> = {};
  for (const { path, message } of error?.issues ?? []) wrong[String(path[0] ?? 'body')] ??= message;
  return wrong;
}
