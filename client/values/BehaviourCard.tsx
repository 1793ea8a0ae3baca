import { useState } from 'react';
import type { BehaviourLine } from '../../shared/values/api.ts';
import { signedOf } from '../../shared/values/inUse.ts';
import { Button } from '../ui/Button.tsx';
import { t } from '../words.ts';
import { BehaviourDialog, type BehaviourDialogProps } from './BehaviourDialog.tsx';
import { BehaviourHistory } from './BehaviourHistory.tsx';
import { BehaviourWords } from './BehaviourWords.tsx';
import { Leader } from './Leader.tsx';
import { SignWords } from './SignWords.tsx';
import { TakeBackDialog } from './TakeBackDialog.tsx';
import { TakenBack } from './TakenBack.tsx';

export interface BehaviourCardProps extends Pick<BehaviourDialogProps, 'partnershipId' | 'values'> {
  readonly behaviour: BehaviourLine;
  /** The words of every value that there is or was, by its id. */
  readonly names: ReadonlyMap<string, string>;
}

/** What a leader signed; and for the leader, words to sign and what else they may do. */
export function BehaviourCard({ partnershipId, values, behaviour, names }: BehaviourCardProps) {
  const [open, setOpen] = useState<'anew' | 'back'>();
  const { id, leader, versions, retired, isMine, mayRetire, isDue } = behaviour;
  const newest = versions.at(-1);
  const signed = signedOf(versions).at(-1);
  if (!newest) return null;
  const close = () => setOpen(undefined);
  const what = newest.will;
  return (
    <li className="behaviour-card" id={`behaviour-${id}`}>
      <Leader leader={leader} />
      {signed && <BehaviourWords version={signed} {...{ names, isDue }} />}
      {newest !== signed && !retired && <SignWords {...{ partnershipId, id, names }} version={newest} />}
      {retired && <TakenBack retired={retired} />}
      <BehaviourHistory versions={signedOf(versions)} names={names} />
      {!retired && (isMine || mayRetire) && (
        <div className="button-row">
          {isMine && (
            <Button look="plain" aria-label={t('values.sayAnewOf', { what })} onClick={() => setOpen('anew')}>
              {t('values.sayAnew')}
            </Button>
          )}
          {mayRetire && (
            <Button
              look="quiet"
              aria-label={t('values.takeBackOf', { what })}
              onClick={() => setOpen('back')}
            >
              {t('values.takeBack')}
            </Button>
          )}
        </div>
      )}
      {open === 'anew' && (
        <BehaviourDialog {...{ partnershipId, values, onClose: close }} behaviour={{ id, newest }} />
      )}
      {open === 'back' && (
        <TakeBackDialog {...{ partnershipId, id, what, onClose: close }} kind="behaviour" />
      )}
    </li>
  );
}
