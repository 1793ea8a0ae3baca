import { useId } from 'react';
import { FieldError } from './Field.tsx';

export interface ChecksProps<Value extends string> {
  readonly legend: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly options: readonly { readonly value: Value; readonly name: string; readonly about?: string }[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
}

/** Any number out of a few, with the browser's own tick boxes. */
export function Checks<Value extends string>(props: ChecksProps<Value>) {
  const { legend, hint, error, options, chosen, onChange } = props;
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const toggle = (value: Value) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <fieldset
      className="checks"
      aria-invalid={error ? true : undefined}
      aria-describedby={describedBy || undefined}
    >
      <legend>{legend}</legend>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <div className="checks-list">
        {options.map(({ value, name, about }) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              aria-describedby={about && `${id}-${value}`}
              onChange={() => toggle(value)}
            />
            <span>
              {name}
              {about && (
                <span className="check-about" id={`${id}-${value}`} aria-hidden="true">
                  {about}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
