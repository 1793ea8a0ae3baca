import { useState } from 'react';
import { DONE, type Point } from '../../shared/asking/changes.ts';
import { askingWords } from '../../shared/messages/en/asking.ts';
import { fill } from '../../shared/messages/fill.ts';
import { Button } from '../ui/Button.tsx';
import { FieldError } from '../ui/FieldError.tsx';
import { Fieldset } from '../ui/Fieldset.tsx';
import { LinesField } from '../ui/LinesField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { AskingForm, type Errors } from './AskingForm.tsx';
import { type AskedAbout, askingChanges } from './queries.ts';

const words = askingWords.ask;

export interface OutcomeDialogProps {
  readonly about: AskedAbout;
  readonly askingId: string;
  readonly onClose: () => void;
}

type Typed = Point & { readonly key: string };
const empty = (): Typed => ({ key: crypto.randomUUID(), said: '', did: 'done', what: '', why: '' });

/** «You said, we did»: what came of it, point by point. */
export function OutcomeDialog({ about, askingId, onClose }: OutcomeDialogProps) {
  const [summary, setSummary] = useState('');
  const [points, setPoints] = useState<readonly Typed[]>(() => [empty()]);
  const filled = points.filter(({ said, what, why }) => `${said}${what}${why}` !== '');
  return (
    <AskingForm
      {...{ about, onClose }}
      title={words.outcomeTitle}
      verb={words.saveOutcome}
      done={words.outcomeSaid}
      send={() =>
        askingChanges.sayWhatCame(askingId, {
          summary,
          points: filled.map(({ key: _, ...point }) => point),
        })
      }
    >
      {(errors) => (
        <>
          <LinesField
            label={words.summary}
            error={errors.summary}
            value={summary}
            onChange={(event) => setSummary(event.target.value)}
          />
          {errors.points && <FieldError id="points-error">{errors.points}</FieldError>}
          {points.map((point, index) => (
            <PointFields
              key={point.key}
              {...{ point, index }}
              errors={errorsAt(errors, filled.indexOf(point))}
              onChange={(change) =>
                setPoints(points.map((each) => (each === point ? { ...each, ...change } : each)))
              }
              onRemove={() => setPoints(points.filter((each) => each !== point))}
            />
          ))}
          <p>
            <Button look="plain" onClick={() => setPoints([...points, empty()])}>
              {words.addPoint}
            </Button>
          </p>
        </>
      )}
    </AskingForm>
  );
}

/** What is wrong in one of the points that were sent. */
function errorsAt(errors: Errors, index: number): Errors {
  const start = `points.${index}.`;
  return Object.fromEntries(
    Object.entries(errors).flatMap(([field, words]) =>
      field.startsWith(start) ? [[field.slice(start.length), words]] : [],
    ),
  );
}

interface PointFieldsProps {
  readonly point: Typed;
  readonly index: number;
  readonly errors: Errors;
  readonly onChange: (change: Partial<Point>) => void;
  readonly onRemove: () => void;
}

function PointFields({ point, index, errors, onChange, onRemove }: PointFieldsProps) {
  const { said, did, what, why } = point;
  const number = index + 1;
  return (
    <Fieldset className="asking-point" legend={fill(words.point, { number })}>
      {() => (
        <>
          <LinesField
            label={words.pointSaid}
            error={errors.said}
            value={said}
            onChange={(event) => onChange({ said: event.target.value })}
          />
          <SelectField
            label={words.pointDid}
            error={errors.did}
            value={did}
            options={DONE.map((value) => ({ value, name: askingWords.did[value] }))}
            onChange={(value) => onChange({ did: DONE.find((each) => each === value) ?? 'done' })}
          />
          {did !== 'not_done' && (
            <LinesField
              label={words.pointWhat}
              error={errors.what}
              value={what}
              onChange={(event) => onChange({ what: event.target.value })}
            />
          )}
          {did !== 'done' && (
            <LinesField
              label={words.pointWhy}
              error={errors.why}
              value={why}
              onChange={(event) => onChange({ why: event.target.value })}
            />
          )}
          <Button look="quiet" onClick={onRemove}>
            {fill(words.removePoint, { number })}
          </Button>
        </>
      )}
    </Fieldset>
  );
}
