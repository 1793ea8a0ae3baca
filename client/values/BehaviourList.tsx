import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { t } from '../words.ts';
import { BehaviourCard } from './BehaviourCard.tsx';
import { BehaviourDialog } from './BehaviourDialog.tsx';
import { countingOf } from './counting.ts';
import type { ValueListProps } from './ValueList.tsx';

/** What leaders signed that they will and will not do. */
export function BehaviourList({ partnershipId, all }: ValueListProps) {
  const [open, setOpen] = useState(false);
  const named = all.values.map((value) => ({
    id: value.id,
    words: countingOf(value)?.words ?? '',
    isHere: value.retired === null,
  }));
  const names = new Map(named.map(({ id, words }) => [id, words]));
  const values = named.filter(({ isHere }) => isHere);
  const here = all.behaviours.filter(({ retired }) => retired === null);
  const gone = all.behaviours.filter(({ retired }) => retired !== null);
  const card = (behaviour: (typeof here)[number]) => (
    <BehaviourCard key={behaviour.id} {...{ partnershipId, values, behaviour, names }} />
  );
  return (
    <section aria-labelledby="behaviours-heading">
      <h2 id="behaviours-heading">{t('values.behaviours')}</h2>
      <p>{t('values.behavioursAbout')}</p>
      {here.length === 0 && (
        <EmptyState title={t('values.noBehaviours')}>
          <p>{t('values.noBehavioursHow')}</p>
        </EmptyState>
      )}
      <ul className="value-cards">{here.map(card)}</ul>
      {all.mayWrite && values.length > 0 && (
        <p>
          <Button look="plain" onClick={() => setOpen(true)}>
            {t('values.write')}
          </Button>
        </p>
      )}
      {gone.length > 0 && (
        <details className="value-history">
          <summary>{t('values.takenBack')}</summary>
          <ul className="value-cards">{gone.map(card)}</ul>
        </details>
      )}
      {open && <BehaviourDialog {...{ partnershipId, values }} onClose={() => setOpen(false)} />}
    </section>
  );
}
