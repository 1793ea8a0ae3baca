import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';

export interface FormProps {
  readonly children: ReactNode;
  readonly onSubmit: () => void;
  /** Changes whenever the form was refused, so that focus goes to the first field that is wrong. */
  readonly errors: Readonly<Record<string, string>>;
  readonly className?: string;
}

/** A form that checks in our own words, and brings people to the first thing to put right. */
export function Form({ children, onSubmit, errors, className }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(errors).length > 0)
      form.current
        ?.querySelector<HTMLElement>(
          '[aria-invalid="true"] input, :is(input, select, textarea)[aria-invalid="true"]',
        )
        ?.focus();
  }, [errors]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form ref={form} className={className} onSubmit={submit} noValidate>
      {children}
    </form>
  );
}
