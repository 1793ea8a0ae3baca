import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { t } from '../words.ts';
import { putLinkAside } from './mailedLink.ts';
import { useMailedSignIn } from './queries.ts';

export interface LinkStepProps {
  readonly token: string;
  readonly onAskNew: () => void;
}

/** Where a mailed link leads. Opening it does nothing yet: mail scanners open links too. The button signs in. */
export function LinkStep({ token, onAskNew }: LinkStepProps) {
  const signIn = useMailedSignIn();
  const refusal = signIn.isError ? refusalOf(signIn.error) : undefined;
  const over = refusal && refusal.refused !== 'unavailable' && refusal.refused !== 'too_many';
  return (
    <>
      <PageHeading title={t('people.signIn.linkHeading')} />
      {refusal && <ErrorMessage message={refusal.message} />}
      {over ? (
        <Button look="plain" onClick={onAskNew}>
          {t('people.signIn.askNew')}
        </Button>
      ) : (
        <>
          <p className="lead">{t('people.signIn.linkHow')}</p>
          <Button
            busy={signIn.isPending}
            onClick={() => signIn.mutate({ token }, { onSuccess: putLinkAside })}
          >
            {t('people.signIn.enter')}
          </Button>
        </>
      )}
    </>
  );
}
