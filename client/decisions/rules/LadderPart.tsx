import { useState } from 'react';
import type { Step } from '../../../shared/decisions/ladder.ts';
import { say } from '../../../shared/decisions/say.ts';
import { ruleFormWords } from '../../../shared/messages/en/ruleForm.ts';
import { Button } from '../../ui/Button.tsx';
import { FieldError } from '../../ui/FieldError.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { newStep, STEP_KINDS } from './newStep.ts';
import type { RuleFormProps } from './ruleFormProps.ts';
import { StepFields } from './StepFields.tsx';

const words = ruleFormWords.ladder;

/** The steps, in the order in which they run. */
export function LadderPart({ rule, onChange, errors, table }: RuleFormProps) {
  const { ladder } = rule;
  const [adding, setAdding] = useState<Step['kind']>('majority');
  const set = (steps: Step[]) => onChange({ ...rule, ladder: steps });
  const replace = (index: number, step: Step) =>
    set(ladder.map((each, place) => (place === index ? step : each)));
  const swap = (one: number, other: number) => {
    const [a, b] = [ladder[one], ladder[other]];
    if (a && b) set(ladder.map((each, place) => (place === one ? b : place === other ? a : each)));
  };
  const add = () => {
    const step = newStep(
      adding,
      ladder.map(({ id }) => id),
    );
    // What can say yes goes before the end, which stays the end.
    set(
      ladder.at(-1)?.kind === 'status_quo'
        ? [...ladder.slice(0, -1), step, ...ladder.slice(-1)]
        : [...ladder, step],
    );
  };
  return (
    <>
      <p className="small">{words.about}</p>
      {errors.ladder && <FieldError id="ladder-error">{errors.ladder}</FieldError>}
      <ol className="ladder-steps">
        {ladder.map((step, index) => (
          <li key={step.id}>
            <h4>{say(words.step, { number: index + 1, kind: words.kinds[step.kind] })}</h4>
            <StepFields
              {...{ step, errors, table }}
              at={`ladder.${index}`}
              isLast={index === ladder.length - 1}
              onChange={(changed) => replace(index, changed)}
            />
            <div className="step-acts">
              {index > 0 && (
                <MoveButton
                  name={say(words.up, { number: index + 1 })}
                  sign="↑"
                  act={() => swap(index, index - 1)}
                />
              )}
              {index < ladder.length - 1 && (
                <MoveButton
                  name={say(words.down, { number: index + 1 })}
                  sign="↓"
                  act={() => swap(index, index + 1)}
                />
              )}
              <MoveButton
                name={say(words.remove, { number: index + 1 })}
                sign="✕"
                act={() => set(ladder.filter((_, place) => place !== index))}
              />
            </div>
          </li>
        ))}
      </ol>
      <div className="add-step">
        <SelectField
          label={words.addWhich}
          value={adding}
          onChange={(kind) => setAdding(kind as Step['kind'])}
          options={STEP_KINDS.map((value) => ({ value, name: words.kinds[value] }))}
        />
        <Button look="plain" onClick={add}>
          {words.addDo}
        </Button>
      </div>
    </>
  );
}

interface MoveButtonProps {
  readonly name: string;
  readonly sign: string;
  readonly act: () => void;
}

function MoveButton({ name, sign, act }: MoveButtonProps) {
  return (
    <button type="button" className="icon-button" aria-label={name} title={name} onClick={act}>
      {sign}
    </button>
  );
}
