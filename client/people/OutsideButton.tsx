import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { t } from '../words.ts';
import { useGoOutside } from './queries.ts';

export interface OutsideButtonProps {
  readonly service: string;
  /** The page that they were on the way to. */
  readonly goingTo: string | undefined;
}

/** The other way in, where there is one: at the service of one's own organisation. */
export function OutsideButton({ service, goingTo }: OutsideButtonProps) {
  const go = useGoOutside();
  return (
    <>
      <p className="or-line">{t('people.signIn.or')}</p>
      {go.isError && <ErrorMessage message={refusalOf(go.error).message} />}
      <Button look="plain" busy={go.isPending || go.isSuccess} onClick={() => go.mutate(goingTo)}>
        {t('people.signIn.outside', { service })}
      </Button>
    </>
  );
}
