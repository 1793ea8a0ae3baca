import { useState } from 'react';
import type { ValuesAnswer } from '../../shared/values/api.ts';
import { Button } from '../ui/Button.tsx';
import { t } from '../words.ts';
import { choicesOf, PutToDecision } from './PutToDecision.tsx';

/** The way from values and behaviours to a decision about them, for those who may draft one. */
export function PutSection({
  partnershipId,
  all,
}: {
  readonly partnershipId: string;
  readonly all: ValuesAnswer;
}) {
  const [open, setOpen] = useState(false);
  const { adoptable, takeable } = choicesOf(all);
  if (adoptable.length + takeable.length === 0) return null;
  return (
    <section className="put-section" aria-labelledby="put-heading">
      <h2 id="put-heading">{t('values.putSection')}</h2>
      <p>{t(adoptable.length > 0 ? 'values.putSectionAdopt' : 'values.putSectionAll')}</p>
      <p>
        <Button look={adoptable.length > 0 ? 'main' : 'plain'} onClick={() => setOpen(true)}>
          {t(adoptable.length > 0 ? 'values.putThese' : 'values.putBack')}
        </Button>
      </p>
      {open && <PutToDecision {...{ partnershipId, all }} onClose={() => setOpen(false)} />}
    </section>
  );
}
