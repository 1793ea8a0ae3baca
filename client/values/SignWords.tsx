import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { toast } from '../ui/toast.ts';
import { t } from '../words.ts';
import { BehaviourWords, type BehaviourWordsProps } from './BehaviourWords.tsx';
import { useValuesChange, valuesChanges } from './queries.ts';

export interface SignWordsProps extends Pick<BehaviourWordsProps, 'version' | 'names'> {
  readonly partnershipId: string;
  /** The behaviour's id. */
  readonly id: string;
}

/** Words that their leader has written and not signed yet, for them alone, with the button to sign exactly these. */
export function SignWords({ partnershipId, id, version, names }: SignWordsProps) {
  const change = useValuesChange(partnershipId);
  const sign = () =>
    change.mutate(() => valuesChanges(partnershipId).sign(id, version.version), {
      onSuccess: () => toast(t('values.signed')),
    });
  return (
    <div className="other-words">
      <p className="value-state" data-adopted="false">
        {t('values.notSigned')}
      </p>
      <BehaviourWords {...{ version, names }} />
      {change.isError && <ErrorMessage message={refusalOf(change.error).message} />}
      <Button busy={change.isPending} aria-label={t('values.signOf', { what: version.will })} onClick={sign}>
        {t('values.sign')}
      </Button>
    </div>
  );
}
