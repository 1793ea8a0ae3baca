import { useState } from 'react';
import { refusalOf } from '../api.ts';
import { CodeField, ReadOutbox } from '../people/CodeField.tsx';
import { useFollowOtherTab } from '../people/useFollowOtherTab.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Form } from '../ui/Form.tsx';
import { t } from '../words.ts';
import { useAskForCode, useSignInByCode } from './queries.ts';

/** Shows that the invited address is one's own: a code goes there, and is typed here. */
export function ProveAddress({ token, address }: { readonly token: string; readonly address: string }) {
  const [code, setCode] = useState('');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const ask = useAskForCode();
  const signIn = useSignInByCode();
  useFollowOtherTab();
  const submit = () =>
    signIn.mutate(code, { onError: (failed) => setErrors({ ...refusalOf(failed).fields }) });
  const failed = ask.error ?? (Object.keys(errors).length === 0 ? signIn.error : null);
  return (
    <>
      <h3>{t('invitations.invited.bring')}</h3>
      {failed && <ErrorMessage message={refusalOf(failed).message} keepsWords />}
      <p role="status">
        {t(ask.isSuccess ? 'invitations.invited.codeSent' : 'invitations.invited.bringHow', { address })}
      </p>
      <ReadOutbox />
      {ask.isSuccess ? (
        <Form onSubmit={submit} errors={errors}>
          <CodeField
            label={t('invitations.invited.code')}
            hint={t('invitations.invited.codeHint')}
            error={errors.code}
            value={code}
            onChange={setCode}
          />
          <div className="button-row">
            <Button type="submit" busy={signIn.isPending}>
              {t('invitations.invited.codeGo')}
            </Button>
            <Button look="plain" busy={ask.isPending} onClick={() => ask.mutate(token)}>
              {t('invitations.invited.codeAgain')}
            </Button>
          </div>
        </Form>
      ) : (
        <Button busy={ask.isPending} onClick={() => ask.mutate(token)}>
          {t('invitations.invited.sendCode')}
        </Button>
      )}
    </>
  );
}
