/** @jsxImportSource hono/jsx */
import { formOf, NO_VALUE, needsReason } from '../../shared/decisions/answerForm.ts';
import type { GivenPosition } from '../../shared/decisions/decision.ts';
import { answerWords } from '../../shared/messages/en/decisionAnswer.ts';
import { takePartWords } from '../../shared/messages/en/takePart.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { AnswerAsked } from './askedHere.ts';
import { FieldError, type Filled, TextField } from './Fields.tsx';
import type { Typed } from './typed.ts';

const words = takePartWords.fields;

interface AnswerProps {
  readonly asked: AnswerAsked;
  readonly filled: Filled;
}

/** What can be said, each with a sentence, why, and what a block rests on; where a browser can, only what is chosen asks. */
export function AnswerFields({ asked, filled }: AnswerProps) {
  const { choices } = asked;
  const why = choices.filter(needsReason).map((choice) => answerWords.choices[choice]);
  return (
    <>
      <fieldset id="choice" class={filled.errors.choice ? 'wrong' : undefined}>
        <legend>{words.choose}</legend>
        <FieldError name="choice" error={filled.errors.choice} />
        {choices.map((choice) => (
          <Choice
            key={choice}
            name="choice"
            value={choice}
            chosen={filled.typed.choice === choice}
            label={answerWords.choices[choice]}
            about={answerWords.about[choice]}
          />
        ))}
      </fieldset>
      {choices.includes('ranking') && <Ranking {...{ asked, filled }} />}
      <TextField
        {...{ filled, name: 'reason', label: words.reason, rows: 4 }}
        hint={why.length > 0 ? fill(words.reasonHint, { choices: why.join('”, “') }) : words.reasonOptional}
      />
      {choices.includes('block') && <Ground {...{ asked, filled }} />}
    </>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly chosen: boolean;
  readonly label: string;
  readonly about?: string;
}

export function Choice({ name, value, chosen, label, about }: ChoiceProps) {
  return (
    <label class="choice">
      <input type="radio" {...{ name, value }} checked={chosen} />
      <span dir="auto">
        <b>{label}</b>
        {about && <small>{about}</small>}
      </span>
    </label>
  );
}

function Ranking({ asked: { options, unranked }, filled }: AnswerProps) {
  const hint = unranked === null ? '' : answerWords.ranking[unranked];
  return (
    <fieldset id="ranking" class={filled.errors.ranking ? 'ranking wrong' : 'ranking'}>
      <legend>{words.ranking}</legend>
      <p class="hint">
        {words.rankingHint} {hint}
      </p>
      <FieldError name="ranking" error={filled.errors.ranking} />
      {options.map(({ id, name }) => (
        <label key={id} class="place">
          <span dir="auto">{fill(words.place, { option: name })}</span>
          <select name={`place-${id}`}>
            <option value="">{words.left}</option>
            {options.map((_, index) => (
              <option
                key={String(index)}
                value={String(index + 1)}
                selected={filled.typed[`place-${id}`] === String(index + 1)}
              >
                {String(index + 1)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  );
}

function Ground({ asked: { values }, filled }: AnswerProps) {
  const { typed, errors } = filled;
  return (
    <div class="ground">
      <h3>{words.block}</h3>
      {values.length > 0 && (
        <fieldset id="value" class={errors.value ? 'wrong' : undefined}>
          <legend>{answerWords.groundLegend}</legend>
          <p class="hint">{answerWords.groundHint}</p>
          <FieldError name="value" error={errors.value} />
          {values.map(({ id, words: label, practice }) => (
            <Choice
              key={id}
              name="value"
              value={id}
              chosen={typed.value === id}
              {...{ label }}
              about={practice}
            />
          ))}
          <Choice
            name="value"
            value={NO_VALUE}
            chosen={typed.value === NO_VALUE}
            label={answerWords.noValue}
            about={answerWords.noValueAbout}
          />
        </fieldset>
      )}
      <TextField
        {...{ filled, name: 'harm', label: answerWords.harm, hint: answerWords.harmHint, rows: 3 }}
      />
      <TextField
        {...{ filled, name: 'change', label: answerWords.change, hint: answerWords.changeHint, rows: 3 }}
      />
    </div>
  );
}

/** An answer that was given as the form that would give it again. */
export function typedOf({ position, supporter }: GivenPosition): Typed {
  const { ranking, choice, ...texts } = formOf(position);
  const places = ranking.map((option, index) => [`place-${option}`, String(index + 1)]);
  return { ...Object.fromEntries(places), ...texts, choice: choice ?? '', supporter: supporter ?? '' };
}
