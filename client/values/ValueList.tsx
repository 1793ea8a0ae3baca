import { useState } from 'react';
import type { ValuesAnswer } from '../../shared/values/api.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { t } from '../words.ts';
import { useCalledOn } from './queries.ts';
import { ValueCard } from './ValueCard.tsx';
import { ValueDialog } from './ValueDialog.tsx';

export interface ValueListProps {
  readonly partnershipId: string;
  readonly all: ValuesAnswer;
}

/** The values that are there, and those that were taken back. */
export function ValueList({ partnershipId, all: { values, mayPropose } }: ValueListProps) {
  const [open, setOpen] = useState(false);
  const calledOn = useCalledOn(partnershipId).data ?? [];
  const called = (id: string) => calledOn.filter(({ valueId }) => valueId === id);
  const here = values.filter(({ retired }) => retired === null);
  const gone = values.filter(({ retired }) => retired !== null);
  const anyAdopted = here.some(({ versions }) => versions.some(({ decision }) => decision !== null));
  return (
    <section aria-labelledby="values-heading">
      <h2 id="values-heading">{t('values.values')}</h2>
      {here.length === 0 && (
        <EmptyState title={t('values.noValues')}>
          <p>{t('values.noValuesHow')}</p>
        </EmptyState>
      )}
      {here.length > 0 && !anyAdopted && <p>{t('values.noneAdopted')}</p>}
      <ul className="value-cards">
        {here.map((value) => (
          <ValueCard key={value.id} {...{ partnershipId, value, mayPropose }} calledOn={called(value.id)} />
        ))}
      </ul>
      {mayPropose && (
        <p>
          <Button look={here.length === 0 ? 'main' : 'plain'} onClick={() => setOpen(true)}>
            {t('values.propose')}
          </Button>
        </p>
      )}
      {gone.length > 0 && (
        <details className="value-history">
          <summary>{t('values.takenBack')}</summary>
          <ul className="value-cards">
            {gone.map((value) => (
              <ValueCard
                key={value.id}
                {...{ partnershipId, value }}
                mayPropose={false}
                calledOn={called(value.id)}
              />
            ))}
          </ul>
        </details>
      )}
      {open && <ValueDialog partnershipId={partnershipId} onClose={() => setOpen(false)} />}
    </section>
  );
}
