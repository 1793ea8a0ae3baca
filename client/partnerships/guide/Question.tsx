import { PRESETS } from '../../../shared/access.ts';
import { Choices } from '../../ui/Choices.tsx';
import { TextField } from '../../ui/Field.tsx';
import { LinesField } from '../../ui/LinesField.tsx';
import { t } from '../../words.ts';
import { PresetAbout } from '../PresetAbout.tsx';
import { CheckAnswers } from './CheckAnswers.tsx';
import type { QuestionProps } from './questionProps.ts';
import { SeatsQuestion } from './SeatsQuestion.tsx';
import { YouQuestion } from './YouQuestion.tsx';

/** What one question is answered with. */
export function Question(props: QuestionProps) {
  const { step, draft, change, errors } = props;
  const field = { label: t(`guide.questions.${step}`), error: errors[step], className: 'label-above' };
  switch (step) {
    case 'name':
    case 'place':
      return (
        <TextField
          {...field}
          hint={t(`guide.examples.${step}`)}
          value={draft[step]}
          autoComplete="off"
          onChange={(event) => change({ [step]: event.target.value })}
        />
      );
    case 'purpose':
    case 'whyTogether':
    case 'whyNow':
      return (
        <LinesField
          {...field}
          value={draft[step]}
          onChange={(event) => change({ [step]: event.target.value })}
        />
      );
    case 'preset':
      return (
        <Choices
          legend={t('guide.questions.preset')}
          hideLegend
          chosen={draft.preset ?? undefined}
          onChoose={(preset) => change({ preset })}
          error={errors.preset}
          choices={PRESETS.map((value) => ({
            value,
            name: t(`documents.presets.${value}`),
            about: <PresetAbout preset={value} />,
          }))}
        />
      );
    case 'seats':
      return <SeatsQuestion {...props} />;
    case 'you':
      return <YouQuestion {...props} />;
    case 'check':
      return <CheckAnswers {...props} />;
  }
}
