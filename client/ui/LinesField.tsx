import type { TextareaHTMLAttributes } from 'react';
import { Labelled, type Labels } from './Labelled.tsx';

export interface LinesFieldProps extends TextareaHTMLAttributes<HTMLTextAreaElement>, Labels {}

/** A labelled field for a few lines of text. It grows with what is typed. */
export function LinesField({ label, hint, error, className, ...rest }: LinesFieldProps) {
  return (
    <Labelled label={label} hint={hint} error={error} className={className}>
      {(tied) => <textarea rows={3} {...rest} {...tied} />}
    </Labelled>
  );
}
