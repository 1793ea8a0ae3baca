import { type ReactNode, useId } from 'react';
import { FieldError } from './FieldError.tsx';

export interface Labels {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong, shown beside the field and tied to it. */
  readonly error?: string | undefined;
}

/** What ties a control to its label, hint and error. */
interface Tied {
  readonly id: string;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
}

export interface LabelledProps extends Labels {
  readonly className?: string | undefined;
  readonly children: (tied: Tied) => ReactNode;
}

/** A control with its label; the hint and the error are read out with it. */
export function Labelled({ label, hint, error, className = '', children }: LabelledProps) {
  const { id, ...described } = useDescribed(hint, error);
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id}>{label}</label>
      <Described id={id} hint={hint} error={error} />
      {children({ id, ...described })}
    </div>
  );
}

/** The ids under which a control's hint and error stand. */
export function useDescribed(hint: ReactNode, error: string | undefined): Tied {
  const id = useId();
  const by = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return { id, 'aria-invalid': error ? true : undefined, 'aria-describedby': by || undefined };
}

/** The hint and the error themselves. */
export function Described({ id, hint, error }: Omit<Labels, 'label'> & { readonly id: string }) {
  return (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </>
  );
}
