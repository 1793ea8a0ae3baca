import { type AnswerForm, NO_VALUE, needsReason } from '../../../shared/decisions/answerForm.ts';
import type { Choice } from '../../../shared/decisions/positions.ts';
import type { ShownValue } from '../../../shared/decisions/recordApi.ts';
import { say } from '../../../shared/decisions/say.ts';
import { answerWords as words } from '../../../shared/messages/en/decisionAnswer.ts';
import { Choices } from '../../ui/Choices.tsx';
import { LinesField } from '../../ui/LinesField.tsx';
import { AnswerMark } from '../picture/AnswerMark.tsx';
import { RankingField } from './RankingField.tsx';

export interface PositionFieldsProps {
  readonly seatName: string;
  readonly choices: readonly Choice[];
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly unranked: 'below' | 'ignored' | undefined;
  readonly values: readonly ShownValue[];
  readonly form: AnswerForm;
  readonly change: (more: Partial<AnswerForm>) => void;
  readonly errors: Readonly<Record<string, string>>;
  readonly hideLegend?: boolean;
}

/** What can be said in this round, each with a sentence about it; then what the chosen answer has to say besides. */
export function PositionFields(props: PositionFieldsProps) {
  const { seatName, choices, options, unranked, form, change, errors, hideLegend = false } = props;
  const { choice } = form;
  return (
    <>
      <Choices
        legend={say(words.legend, { seat: seatName })}
        hideLegend={hideLegend}
        choices={choices.map((value) => ({
          value,
          name: words.choices[value],
          about: words.about[value],
          sign: <AnswerMark kind={value} />,
        }))}
        chosen={choice ?? undefined}
        onChoose={(chosen) => change({ choice: chosen })}
        error={errors.choice}
      />
      {choice === 'ranking' && (
        <RankingField
          {...{ options, unranked }}
          order={form.ranking}
          onOrder={(ranking) => change({ ranking })}
          error={errors.ranking}
        />
      )}
      {choice !== null && (
        <LinesField
          label={words.reason[choice]}
          hint={needsReason(choice) ? words.reasonHint : words.reasonOptional}
          value={form.reason}
          maxLength={4000}
          dir="auto"
          onChange={(event) => change({ reason: event.target.value })}
          error={errors.reason}
        />
      )}
      {choice === 'block' && <BlockFields {...props} />}
    </>
  );
}

function BlockFields({ values, form, change, errors }: PositionFieldsProps) {
  return (
    <>
      {values.length > 0 && (
        <Choices
          legend={words.groundLegend}
          hint={words.groundHint}
          choices={[
            ...values.map(({ id, words: name, practice }) => ({ value: id, name, about: practice })),
            { value: NO_VALUE, name: words.noValue, about: words.noValueAbout },
          ]}
          chosen={form.value === '' ? undefined : form.value}
          onChoose={(value) => change({ value })}
          error={errors.value}
        />
      )}
      <LinesField
        label={words.harm}
        hint={form.value === NO_VALUE || values.length === 0 ? words.harmHint : words.harmOptional}
        value={form.harm}
        maxLength={4000}
        dir="auto"
        onChange={(event) => change({ harm: event.target.value })}
        error={errors.harm ?? (values.length === 0 ? errors.value : undefined)}
      />
      <LinesField
        label={words.change}
        hint={words.changeHint}
        value={form.change}
        maxLength={4000}
        dir="auto"
        onChange={(event) => change({ change: event.target.value })}
        error={errors.change}
      />
    </>
  );
}
