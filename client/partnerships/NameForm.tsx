import { type ReactNode, useState } from 'react';
import { personName } from '../../shared/people/api.ts';
import { refusalOf } from '../api.ts';
import { Button, type ButtonProps } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';

interface Ending {
  readonly onSuccess: () => void;
  readonly onError: (error: Error) => void;
}

export interface NameFormProps {
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly look?: ButtonProps['look'];
  readonly changing: { readonly isPending: boolean; readonly error: Error | null };
  /** `end` makes what a mutation is told of its end: the form empties itself, or shows what was wrong. */
  readonly onSubmit: (name: string, end: (done: () => void) => Ending) => void;
  /** What stands between the field and the button: read before pressing it. */
  readonly children?: ReactNode;
}

/** One name, checked as the server would. */
export function NameForm({ label, hint, button, look, changing, onSubmit, children }: NameFormProps) {
  const [typed, setTyped] = useState('');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const submit = () => {
    const name = personName.safeParse(typed);
    setErrors(name.success ? {} : { name: name.error.issues[0]?.message ?? '' });
    if (!name.success) return;
    onSubmit(name.data, (done) => ({
      onSuccess: () => {
        setTyped('');
        done();
      },
      onError: (failed) => setErrors({ ...refusalOf(failed).fields }),
    }));
  };
  return (
    <Form onSubmit={submit} errors={errors}>
      <TextField
        label={label}
        hint={hint}
        error={errors.name}
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
      />
      {children}
      {changing.error && Object.keys(errors).length === 0 && (
        <ErrorMessage message={refusalOf(changing.error).message} keepsWords />
      )}
      <Button type="submit" look={look ?? 'main'} busy={changing.isPending}>
        {button}
      </Button>
    </Form>
  );
}
