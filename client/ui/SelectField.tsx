import { type ReactNode, useId } from 'react';
import { FieldError } from './Field.tsx';

export interface SelectFieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly Option[];
}

interface Option {
  readonly value: string;
  readonly name: string;
  /** Options of one group stand together, under its name. */
  readonly group?: string;
}

/** One out of many, by the browser's own list. */
export function SelectField({ label, hint, error, value, onChange, options }: SelectFieldProps) {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <select
        id={id}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy || undefined}
        onChange={(event) => onChange(event.target.value)}
      >
        {[...new Set(options.map(({ group }) => group))].map((group) => {
          const inGroup = options.filter((option) => option.group === group).map(optionOf);
          return group === undefined ? (
            inGroup
          ) : (
            <optgroup key={group} label={group}>
              {inGroup}
            </optgroup>
          );
        })}
      </select>
    </div>
  );
}

function optionOf({ value, name }: Option) {
  return (
    <option key={value} value={value}>
      {name}
    </option>
  );
}
