import { useState } from 'react';
import { openingName } from '../../shared/partnerships/pseudonymApi.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { t } from '../words.ts';
import { useOpenName } from './queries.ts';

export interface OpenNameProps {
  readonly partnershipId: string;
  readonly memberId: string;
  /** The name that they chose. */
  readonly name: string;
}

/** For the safeguarding lead: opens the name behind a chosen one, once a reason is given. */
export function OpenName({ partnershipId, memberId, name }: OpenNameProps) {
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const open = useOpenName(partnershipId, memberId);
  const submit = () => {
    const said = openingName.safeParse({ reason });
    setErrors(said.success ? {} : { reason: said.error.issues[0]?.message ?? '' });
    if (!said.success) return;
    open.mutate(said.data.reason, { onError: (failed) => setErrors({ ...refusalOf(failed).fields }) });
  };
  return (
    <section>
      <h2>{t('profile.openHeading')}</h2>
      <p>{t('profile.openHow', { name })}</p>
      <div role="status">
        {open.data && <p className="notice">{t('profile.opened', { name: open.data.name })}</p>}
      </div>
      {!open.data && (
        <Form onSubmit={submit} errors={errors}>
          <TextField
            label={t('profile.openReason')}
            hint={t('profile.openReasonHint')}
            error={errors.reason}
            value={reason}
            autoComplete="off"
            onChange={(event) => setReason(event.target.value)}
          />
          {open.isError && Object.keys(errors).length === 0 && (
            <ErrorMessage message={refusalOf(open.error).message} keepsWords />
          )}
          <Button type="submit" busy={open.isPending}>
            {t('profile.open')}
          </Button>
        </Form>
      )}
    </section>
  );
}
