import { useState } from 'react';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Form } from '../ui/Form.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { toast } from '../ui/toast.ts';
import { t } from '../words.ts';
import { rememberAsked } from './asked.ts';
import { CodeField, ReadOutbox } from './CodeField.tsx';
import { useAskForMail, useMailedSignIn } from './queries.ts';
import { useFollowOtherTab } from './useFollowOtherTab.ts';

export interface CodeFormProps {
  readonly asked: string;
  /** The page that they were on the way to. */
  readonly goingTo: string | undefined;
  readonly onOtherAddress: () => void;
}

/** The second step: the six digits from the mail. */
export function CodeForm({ asked, goingTo, onOtherAddress }: CodeFormProps) {
  const [code, setCode] = useState('');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const signIn = useMailedSignIn();
  const ask = useAskForMail();
  useFollowOtherTab();
  const submit = () =>
    signIn.mutate(
      { code, email: asked },
      {
        onSuccess: () => rememberAsked(undefined),
        onError: (failed) => setErrors({ ...refusalOf(failed).fields }),
      },
    );
  const again = () =>
    ask.mutate(
      { email: asked, ...(goingTo && { goingTo }) },
      { onSuccess: () => toast(t('people.signIn.againDone', { email: asked })) },
    );
  const failed = signIn.isError && Object.keys(errors).length === 0 ? signIn.error : ask.error;
  return (
    <>
      <PageHeading title={t('people.signIn.sentHeading')} takesFocus />
      <p className="lead">{t('people.signIn.sent', { email: asked })}</p>
      <p>{t('people.signIn.wait')}</p>
      <ReadOutbox />
      <Form onSubmit={submit} errors={errors}>
        {failed && <ErrorMessage message={refusalOf(failed).message} keepsWords />}
        <CodeField label={t('people.signIn.code')} error={errors.code} value={code} onChange={setCode} />
        <div className="button-row">
          <Button type="submit" busy={signIn.isPending}>
            {t('people.signIn.enter')}
          </Button>
          <Button look="plain" busy={ask.isPending} onClick={again}>
            {t('people.signIn.again')}
          </Button>
          <Button look="quiet" onClick={onOtherAddress}>
            {t('people.signIn.otherAddress')}
          </Button>
        </div>
      </Form>
    </>
  );
}
