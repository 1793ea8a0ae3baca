import { useState } from 'react';
import type { CalledOn, ValueLine } from '../../shared/values/api.ts';
import { Button } from '../ui/Button.tsx';
import { t } from '../words.ts';
import { CalledOnList } from './CalledOnList.tsx';
import { countingOf } from './counting.ts';
import { DecidedBy } from './DecidedBy.tsx';
import { ProposedBy } from './ProposedBy.tsx';
import { TakeBackDialog } from './TakeBackDialog.tsx';
import { TakenBack } from './TakenBack.tsx';
import { ValueDialog } from './ValueDialog.tsx';
import { ValueHistory } from './ValueHistory.tsx';
import { ValueWords } from './ValueWords.tsx';

export interface ValueCardProps {
  readonly partnershipId: string;
  readonly value: ValueLine;
  readonly mayPropose: boolean;
  readonly calledOn: readonly CalledOn[];
}

/** A value: the words that count, other words that are proposed, and what one may do. */
export function ValueCard({ partnershipId, value, mayPropose, calledOn }: ValueCardProps) {
  const [open, setOpen] = useState<'reword' | 'back'>();
  const { versions, retired, mayRetire } = value;
  const newest = versions.at(-1);
  const counting = countingOf(value);
  if (!newest || !counting) return null;
  const close = () => setOpen(undefined);
  const what = counting.words;
  return (
    <li className="value-card" data-adopted={counting.decision !== null && !retired}>
      {!retired && <DecidedBy decision={counting.decision} />}
      <ValueWords {...counting} />
      {counting !== newest && (
        <div className="other-words">
          <p className="value-state" data-adopted="false">
            {t('values.otherWords')}
          </p>
          <ValueWords {...newest} level={4} />
          <ProposedBy version={newest} />
        </div>
      )}
      {counting === newest && <ProposedBy version={newest} />}
      {retired && <TakenBack retired={retired} />}
      <CalledOnList blocks={calledOn} />
      <ValueHistory value={value} />
      {!retired && (mayPropose || mayRetire) && (
        <div className="button-row">
          {mayPropose && (
            <Button
              look="plain"
              aria-label={t('values.rewordOf', { what })}
              onClick={() => setOpen('reword')}
            >
              {t('values.reword')}
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
      {open === 'reword' && (
        <ValueDialog {...{ partnershipId, onClose: close }} value={{ id: value.id, newest }} />
      )}
      {open === 'back' && (
        <TakeBackDialog {...{ partnershipId, what, onClose: close }} kind="value" id={value.id} />
      )}
    </li>
  );
}
