import { type ReactNode, type RefObject, type TextareaHTMLAttributes, useEffect, useRef } from 'react';
import { Labelled } from '../../ui/Labelled.tsx';

export interface WordsFieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly words: string;
  readonly most: number;
  readonly autoFocus?: boolean;
  readonly ref?: RefObject<HTMLTextAreaElement | null>;
  /** What else the field is to do and to say of itself. Keys come to it first. */
  readonly fieldProps?: TextareaHTMLAttributes<HTMLTextAreaElement>;
  /** Hears what stands in the field, and where the caret is. */
  readonly onType: (words: string, caret: number) => void;
}

/** Several lines to write, as high as what is in them. Ctrl Enter sends them. */
export function WordsField(props: WordsFieldProps) {
  const { label, hint, error, words, most, autoFocus = false, fieldProps, onType } = props;
  const own = useRef<HTMLTextAreaElement>(null);
  const field = props.ref ?? own;
  useEffect(() => {
    if (autoFocus) field.current?.focus({ preventScroll: true });
  }, [autoFocus, field]);
  return (
    <Labelled label={label} hint={hint} error={error}>
      {(tied) => (
        <textarea
          {...tied}
          {...fieldProps}
          ref={field}
          className="thread-field"
          rows={2}
          dir="auto"
          maxLength={most}
          value={words}
          onChange={(event) => onType(event.target.value, event.target.selectionEnd)}
          onKeyDown={(event) => {
            fieldProps?.onKeyDown?.(event);
            if (event.defaultPrevented) return;
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
      )}
    </Labelled>
  );
}
