import { useState } from 'react';
import { SENSITIVITIES, type Sensitivity } from '../../shared/access.ts';
import type { DocumentAnswer } from '../../shared/documents/api.ts';
import { checkSensitivity, isWider } from '../../shared/documents/sensitivity.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { toast } from '../ui/toast.ts';
import { t } from '../words.ts';
import { useSetSensitivity } from './queries.ts';

/** How widely a document may be known: to read, and for those who manage it to change. */
export function SensitivitySection({ document }: { readonly document: DocumentAnswer }) {
  const { id, sensitivity, mayManage } = document;
  if (mayManage) return <SensitivityForm documentId={id} held={sensitivity} />;
  return (
    <section>
      <h2>{t('access.sensitivity')}</h2>
      <p>
        <b>{t(`access.sensitivities.${sensitivity}`)}.</b> {t(`access.sensitivitiesAbout.${sensitivity}`)}
      </p>
      <p className="small">{t('access.onlyRead')}</p>
    </section>
  );
}

interface SensitivityFormProps {
  readonly documentId: string;
  readonly held: Sensitivity;
}

function SensitivityForm({ documentId, held }: SensitivityFormProps) {
  const [choice, setChoice] = useState<Sensitivity>();
  const chosen = choice ?? held;
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const set = useSetSensitivity(documentId);
  const widens = isWider(held, chosen);
  const saved = () => {
    setChoice(undefined);
    setReason('');
    toast(t('access.saved'), { takesFocus: true });
  };
  const submit = () => {
    const refusal = checkSensitivity(held, chosen, reason.trim());
    setErrors({ ...refusal?.fields });
    if (refusal) return;
    set.mutate(
      { sensitivity: chosen, reason: widens ? reason : '' },
      {
        onSuccess: saved,
        onError: (failed) => setErrors({ ...refusalOf(failed).fields }),
      },
    );
  };
  return (
    <section>
      <h2>{t('access.sensitivity')}</h2>
      <Form onSubmit={submit} errors={errors}>
        <Choices
          legend={t('access.sensitivity')}
          hideLegend
          chosen={chosen}
          onChoose={setChoice}
          error={errors.sensitivity}
          choices={SENSITIVITIES.map((value) => ({
            value,
            name: t(`access.sensitivities.${value}`),
            about: t(`access.sensitivitiesAbout.${value}`),
          }))}
        />
        {widens && (
          <TextField
            label={t('access.reason')}
            hint={t('access.wideningHow')}
            error={errors.reason}
            value={reason}
            maxLength={500}
            autoComplete="off"
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        {set.isError && Object.keys(errors).length === 0 && (
          <ErrorMessage message={refusalOf(set.error).message} keepsWords />
        )}
        {chosen !== held && (
          <Button type="submit" busy={set.isPending}>
            {t('access.save')}
          </Button>
        )}
      </Form>
    </section>
  );
}
