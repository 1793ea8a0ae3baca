import { Labelled, type Labels } from './Labelled.tsx';

export interface SelectFieldProps extends Labels {
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
  return (
    <Labelled label={label} hint={hint} error={error}>
      {(tied) => (
        <select {...tied} value={value} onChange={(event) => onChange(event.target.value)}>
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
      )}
    </Labelled>
  );
}

function optionOf({ value, name }: Option) {
  return (
    <option key={value} value={value}>
      {name}
    </option>
  );
}
