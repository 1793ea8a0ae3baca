import type { Body } from '../../../shared/decisions/electorate.ts';
import { PLACEHOLDERS } from '../../../shared/decisions/library/parts.ts';
import { say } from '../../../shared/decisions/say.ts';
import { ruleFormWords } from '../../../shared/messages/en/ruleForm.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Fieldset } from '../../ui/Fieldset.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { t } from '../../words.ts';
import { bodyId } from './newStep.ts';
import type { Table } from './ruleFormProps.ts';

const words = ruleFormWords.ladder;

export interface BodyFieldProps {
  readonly label: string;
  readonly error?: string | undefined;
  readonly table: Table;
  readonly value: Body;
  readonly onChange: (body: Body) => void;
}

/** A person or body: whoever holds a seat at this table, or somebody outside it by name. */
export function BodyField({ label, error, table, value, onChange }: BodyFieldProps) {
  const known = [...table.seats, ...table.members];
  const seat = known.find(({ id }) => id === value.id);
  return (
    <>
      <SelectField
        label={label}
        value={seat ? seat.id : ''}
        onChange={(id) => {
          const chosen = known.find((each) => each.id === id);
          onChange(chosen ? { id, name: chosen.name } : { id: bodyId(''), name: '' });
        }}
        options={[
          { value: '', name: words.otherBody },
          ...table.seats.map(({ id, name, side }) => ({
            value: id,
            name,
            group: t(`partnerships.sides.${side}`),
          })),
          ...table.members.map(({ id, name }) => ({ value: id, name, group: words.people })),
        ]}
      />
      {!seat && (
        <TextField
          label={words.bodyName}
          error={error}
          value={value.name}
          autoComplete="off"
          placeholder={PLACEHOLDERS.includes(value.id) ? value.name : undefined}
          onChange={(event) => onChange({ id: bodyId(event.target.value), name: event.target.value })}
        />
      )}
    </>
  );
}

export interface BodiesFieldProps {
  readonly label: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly at: string;
  readonly table: Table;
  readonly value: readonly Body[];
  readonly onChange: (bodies: readonly Body[]) => void;
}

/** One body or several. */
export function BodiesField({ label, errors, at, table, value, onChange }: BodiesFieldProps) {
  return (
    <Fieldset className="threshold" legend={label} error={errors[at]}>
      {() => (
        <>
          {value.map((body, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a body changes its id with its name, and keeps its place
            <div className="body-line" key={index}>
              <BodyField
                label={`${label} (${index + 1})`}
                error={errors[`${at}.${index}.name`]}
                table={table}
                value={body}
                onChange={(changed) =>
                  onChange(value.map((each, place) => (place === index ? changed : each)))
                }
              />
              {value.length > 1 && (
                <Button look="quiet" onClick={() => onChange(value.filter((_, place) => place !== index))}>
                  {say(words.removeBody, { name: body.name || `${index + 1}` })}
                </Button>
              )}
            </div>
          ))}
          <Button
            look="plain"
            onClick={() => onChange([...value, { id: bodyId(String(value.length)), name: '' }])}
          >
            {words.addBody}
          </Button>
        </>
      )}
    </Fieldset>
  );
}
