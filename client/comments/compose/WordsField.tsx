import { type ReactNode, useEffect, useRef } from 'react';
import { Labelled } from '../../ui/Labelled.tsx';

export interface WordsFieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly words: string;
  readonly most: number;
  readonly autoFocus?: boolean;
  readonly onType: (words: string) => void;
}

/** Several lines to write, as high as what is in them. Ctrl Enter sends them. */
export function WordsField({ label, hint, error, words, most, autoFocus = false, onType }: WordsFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (autoFocus) field.current?.focus({ preventScroll: true });
  }, [autoFocus]);
  return (
    <Labelled label={label} hint={hint} error={error}>
      {(tied) => (
        <textarea
          {...tied}
          ref={field}
          className="thread-field"
          rows={2}
          dir="auto"
          maxLength={most}
          value={words}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
      )}
    </Labelled>
  );
}
