import { useState } from 'react';
import { say } from '../../shared/decisions/say.ts';
import { actsWords } from '../../shared/messages/en/acts.ts';
import { TextField } from '../ui/Field.tsx';
import { Fieldset } from '../ui/Fieldset.tsx';
import { sayUntil } from '../words.ts';
import { clockOf, dayOf, momentOf } from './moments.ts';

const words = actsWords.moment;

export interface MomentFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value: number | null;
  /** Null while it is not a time. */
  readonly onChange: (at: number | null) => void;
  readonly onBlur?: (() => void) | undefined;
}

/** A day and a time in the zone of whoever reads, with the moment said again in words. */
export function MomentField({ label, hint, error, value, onChange, onBlur }: MomentFieldProps) {
  const [typed, setTyped] = useState({ day: dayOf(value), clock: clockOf(value), from: value });
  // Another value from outside, somebody else's say, takes the place of what stands here.
  if (typed.from !== value && momentOf(typed.day, typed.clock) !== value)
    setTyped({ day: dayOf(value), clock: clockOf(value), from: value });
  const change = (day: string, clock: string) => {
    const at = momentOf(day, clock);
    setTyped({ day, clock, from: at });
    onChange(at);
  };
  return (
    <Fieldset className="moment" legend={label} hint={hint} error={error}>
      {() => (
        <>
          <div className="moment-parts">
            <TextField
              label={say(words.date, { what: label })}
              className="label-above"
              type="date"
              value={typed.day}
              onBlur={onBlur}
              onChange={(event) => change(event.target.value, typed.clock || '17:00')}
            />
            <TextField
              label={say(words.time, { what: label })}
              className="label-above"
              type="time"
              value={typed.clock}
              onBlur={onBlur}
              onChange={(event) => change(typed.day, event.target.value)}
            />
          </div>
          {value !== null && <p className="small">{say(words.zone, { when: sayUntil(value) })}</p>}
        </>
      )}
    </Fieldset>
  );
}
