import { useState } from 'react';
import { Link } from 'wouter';
import { emailAddress } from '../../shared/people/emailAddress.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { t } from '../words.ts';
import { OutsideButton } from './OutsideButton.tsx';
import { useAskForMail, useSignInWays } from './queries.ts';

export interface AddressFormProps {
  /** The page that they were on the way to. */
  readonly goingTo: string | undefined;
  readonly onAsked: (email: string) => void;
}

/** The first step: where the mail goes. */
export function AddressForm({ goingTo, onAsked }: AddressFormProps) {
  const [typed, setTyped] = useState('');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const ways = useSignInWays().data;
  const ask = useAskForMail();
  const submit = () => {
    const email = emailAddress(typed);
    if (!email)
      return setErrors({ email: t(typed.trim() === '' ? 'people.emailMissing' : 'people.emailWrong') });
    ask.mutate(
      { email, ...(goingTo && { goingTo }) },
      {
        onSuccess: () => onAsked(email),
        onError: (failed) => setErrors({ ...refusalOf(failed).fields }),
      },
    );
  };
  return (
    <>
      <PageHeading title={t('people.signIn.heading')} />
      <p className="lead">{t('people.signIn.how')}</p>
      {ways?.openOutbox && (
        <div className="heads-up">
          <p>{t('people.signIn.openOutbox')}</p>
          <Link href="/outbox">{t('people.signIn.readOutbox')}</Link>
        </div>
      )}
      <Form onSubmit={submit} errors={errors}>
        {ask.isError && Object.keys(errors).length === 0 && (
          <ErrorMessage message={refusalOf(ask.error).message} keepsWords />
        )}
        <TextField
          label={t('people.signIn.email')}
          hint={t('people.signIn.emailHint')}
          error={errors.email}
          type="email"
          autoComplete="email"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" busy={ask.isPending}>
          {t('people.signIn.ask')}
        </Button>
      </Form>
      {ways?.singleSignOn && <OutsideButton service={ways.singleSignOn} goingTo={goingTo} />}
      <p className="small">{t('people.signIn.invited')}</p>
    </>
  );
}
