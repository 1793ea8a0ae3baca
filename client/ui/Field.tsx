import type { InputHTMLAttributes, Ref } from 'react';
import { Labelled, type Labels } from './Labelled.tsx';

export interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement>, Labels {
  readonly ref?: Ref<HTMLInputElement>;
}

/** A labelled line of text. */
export function TextField({ label, hint, error, className, ...rest }: TextFieldProps) {
  return (
    <Labelled label={label} hint={hint} error={error} className={className}>
      {(tied) => <input {...rest} {...tied} />}
    </Labelled>
  );
}
