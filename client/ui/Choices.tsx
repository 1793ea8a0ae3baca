import type { ReactNode } from 'react';
import { Fieldset } from './Fieldset.tsx';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly name: string;
  readonly about: ReactNode;
  /** A sign for it, which says nothing that the words do not. */
  readonly sign?: ReactNode;
}

export interface ChoicesProps<Value extends string> {
  readonly legend: string;
  /** Where a heading above says the same. */
  readonly hideLegend?: boolean;
  readonly hint?: string;
  readonly choices: readonly Choice<Value>[];
  readonly chosen: Value | undefined;
  readonly onChoose: (value: Value) => void;
  readonly error?: string | undefined;
  /** `grid` for many short choices, `thirds` for three, `list` for a few that need reading. */
  readonly shape?: 'grid' | 'thirds' | 'list';
}

/** One out of a few, each with a sentence about it: large targets around the browser's own radio buttons. */
export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { legend, hideLegend, hint, choices, chosen, onChoose, error, shape = 'list' } = props;
  return (
    <Fieldset
      className={`choices ${shape}`}
      legend={legend}
      hideLegend={hideLegend}
      hint={hint}
      error={error}
    >
      {(id) => (
        <div className="choices-list">
          {choices.map(({ value, name, about, sign }) => (
            <label key={value}>
              <input
                type="radio"
                name={id}
                value={value}
                checked={value === chosen}
                aria-labelledby={`${id}-${value}`}
                aria-describedby={`${id}-${value}-about`}
                onChange={() => onChoose(value)}
              />
              <span>
                <b id={`${id}-${value}`}>{name}</b>
                <span className="choice-about" id={`${id}-${value}-about`}>
                  {about}
                </span>
              </span>
              {sign}
            </label>
          ))}
        </div>
      )}
    </Fieldset>
  );
}
