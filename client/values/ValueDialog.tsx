import { useState } from 'react';
import type { ValueLine } from '../../shared/values/api.ts';
import { newValue } from '../../shared/values/changes.ts';
import { TextField } from '../ui/Field.tsx';
import { LinesField } from '../ui/LinesField.tsx';
import { t } from '../words.ts';
import { valuesChanges } from './queries.ts';
import { ValuesFormDialog, wrongFields } from './ValuesFormDialog.tsx';

export interface ValueDialogProps {
  readonly partnershipId: string;
  /** The value whose words are proposed anew; left out, a new one is proposed. */
  readonly value?: { readonly id: string; readonly newest: ValueLine['versions'][number] };
  readonly onClose: () => void;
}

/** Proposes a value, or other words for one. */
export function ValueDialog({ partnershipId, value, onClose }: ValueDialogProps) {
  const { words = '', practice = '', question = '' } = value?.newest ?? {};
  const [typed, setTyped] = useState({ words, practice, question });
  const set = (field: keyof typeof typed) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [field]: event.target.value });
  const { propose, reword } = valuesChanges(partnershipId);
  return (
    <ValuesFormDialog
      {...{ partnershipId, onClose }}
      title={value ? t('values.reword') : t('values.propose')}
      verb={t('values.formSend')}
      done={t('values.proposedDone')}
      check={() => wrongFields(newValue.safeParse(typed))}
      send={() => (value ? reword(value.id, { ...typed, basedOn: value.newest.version }) : propose(typed))}
    >
      {(errors) => (
        <>
          <TextField
            label={t('values.formWords')}
            hint={t('values.formWordsHint')}
            error={errors.words}
            value={typed.words}
            autoComplete="off"
            onChange={set('words')}
          />
          <LinesField
            label={t('values.formPractice')}
            hint={t('values.formPracticeHint')}
            error={errors.practice}
            value={typed.practice}
            onChange={set('practice')}
          />
          <TextField
            label={t('values.formQuestion')}
            hint={t('values.formQuestionHint')}
            error={errors.question}
            value={typed.question}
            autoComplete="off"
            onChange={set('question')}
          />
        </>
      )}
    </ValuesFormDialog>
  );
}
