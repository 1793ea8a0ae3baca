import { useState } from 'react';
import type { BehaviourLine } from '../../shared/values/api.ts';
import { newBehaviour } from '../../shared/values/changes.ts';
import { Checks } from '../ui/Checks.tsx';
import { TextField } from '../ui/Field.tsx';
import { LinesField } from '../ui/LinesField.tsx';
import { t } from '../words.ts';
import { valuesChanges } from './queries.ts';
import { ValuesFormDialog, wrongFields } from './ValuesFormDialog.tsx';

export interface BehaviourDialogProps {
  readonly partnershipId: string;
  /** The values that it can belong to. */
  readonly values: readonly { readonly id: string; readonly words: string }[];
  /** The behaviour that is written anew; left out, a new one is written. */
  readonly behaviour?: { readonly id: string; readonly newest: BehaviourLine['versions'][number] };
  readonly onClose: () => void;
}

/** Writes down what one will and will not do, or writes it anew. */
export function BehaviourDialog({ partnershipId, values, behaviour, onClose }: BehaviourDialogProps) {
  const { will = '', willNot = '', seen = '', valueIds = [], reviewAt } = behaviour?.newest ?? {};
  const [typed, setTyped] = useState({ will, willNot, seen });
  const [belongsTo, setBelongsTo] = useState<readonly string[]>(
    valueIds.filter((id) => values.some((value) => value.id === id)),
  );
  const [day, setDay] = useState(reviewAt !== undefined && reviewAt > Date.now() ? dayOf(reviewAt) : '');
  const set = (field: keyof typeof typed) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [field]: event.target.value });
  const wanted = () => ({
    ...typed,
    valueIds: [...belongsTo],
    reviewAt: day === '' ? Number.NaN : Date.parse(`${day}T09:00`),
  });
  const { write, sayAnew } = valuesChanges(partnershipId);
  return (
    <ValuesFormDialog
      {...{ partnershipId, onClose }}
      title={behaviour ? t('values.sayAnew') : t('values.write')}
      verb={t('values.formWrite')}
      done={t('values.writtenDone')}
      check={() => wrongFields(newBehaviour.safeParse(wanted()))}
      send={() =>
        behaviour
          ? sayAnew(behaviour.id, { ...wanted(), basedOn: behaviour.newest.version })
          : write(wanted())
      }
    >
      {(errors) => (
        <>
          {behaviour && <p>{t('values.sayAnewAbout')}</p>}
          <LinesField
            label={t('values.formWill')}
            hint={t('values.formWillHint')}
            error={errors.will}
            value={typed.will}
            onChange={set('will')}
          />
          <LinesField
            label={t('values.formWillNot')}
            error={errors.willNot}
            value={typed.willNot}
            onChange={set('willNot')}
          />
          <LinesField
            label={t('values.formSeen')}
            hint={t('values.formSeenHint')}
            error={errors.seen}
            value={typed.seen}
            onChange={set('seen')}
          />
          <Checks
            legend={t('values.formValues')}
            error={errors.valueIds}
            options={values.map(({ id, words }) => ({ value: id, name: words }))}
            chosen={belongsTo}
            onChange={setBelongsTo}
          />
          <TextField
            type="date"
            label={t('values.formReview')}
            error={errors.reviewAt}
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
        </>
      )}
    </ValuesFormDialog>
  );
}

/** A moment's day, as a date field takes it, where the reader is. */
function dayOf(time: number): string {
  const date = new Date(time);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
