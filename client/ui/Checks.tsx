import { Fieldset } from './Fieldset.tsx';

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
  const toggle = (value: Value) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <Fieldset className="checks" legend={legend} hint={hint} error={error}>
      {(id) => (
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
      )}
    </Fieldset>
  );
}
