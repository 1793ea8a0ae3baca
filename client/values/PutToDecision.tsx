import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ValuesAnswer } from '../../shared/values/api.ts';
import { signedOf } from '../../shared/values/inUse.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { Checks } from '../ui/Checks.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Form } from '../ui/Form.tsx';
import { t } from '../words.ts';
import { countingOf } from './counting.ts';
import { usePutToDecision } from './queries.ts';

export interface PutToDecisionProps {
  readonly partnershipId: string;
  readonly all: ValuesAnswer;
  readonly onClose: () => void;
}

/** Chooses what a new decision is to adopt, and what it is to take back. Then its draft opens. */
export function PutToDecision({ partnershipId, all, onClose }: PutToDecisionProps) {
  const [, go] = useLocation();
  const { adoptable, takeable } = choicesOf(all);
  const [adopt, setAdopt] = useState<readonly string[]>(adoptable.map(({ value }) => value));
  const [takeBack, setTakeBack] = useState<readonly string[]>([]);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const put = usePutToDecision(partnershipId);
  const named = (ids: readonly string[], among: readonly Choice[]) =>
    among.filter(({ value }) => ids.includes(value));
  const submit = () => {
    const nothing = adopt.length + takeBack.length === 0;
    setErrors(nothing ? { adopt: t('values.nothingChosen') } : {});
    if (nothing) return;
    const wanted = {
      adopt: named(adopt, adoptable).map(({ value: id, kind, version }) => ({ id, kind, version })),
      takeBack: named(takeBack, takeable).map(({ value: id, kind }) => ({ id, kind })),
    };
    put.mutate(wanted, { onSuccess: ({ decisionId }) => go(`/decisions/${decisionId}/draft`) });
  };
  return (
    <Dialog title={t('values.putHeading')} onClose={onClose}>
      <Form onSubmit={submit} errors={errors}>
        <p>{t('values.putAbout')}</p>
        {put.isError && <ErrorMessage message={refusalOf(put.error).message} keepsWords />}
        {adoptable.length > 0 && (
          <Checks
            legend={t('values.putAdopt')}
            error={errors.adopt}
            options={adoptable}
            chosen={adopt}
            onChange={setAdopt}
          />
        )}
        {takeable.length > 0 && (
          <Checks
            legend={t('values.putTakeBack')}
            error={adoptable.length === 0 ? errors.adopt : undefined}
            options={takeable}
            chosen={takeBack}
            onChange={setTakeBack}
          />
        )}
        <div className="button-row">
          <Button type="submit" busy={put.isPending}>
            {t('values.putDo')}
          </Button>
          <Button look="plain" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

interface Choice {
  /** Its id. */
  readonly value: string;
  readonly name: string;
  readonly kind: 'value' | 'behaviour';
  readonly version: number;
  readonly isAdopted: boolean;
}

/** What a decision can adopt: words that are there, signed, and not adopted; and what it can take back: the adopted. */
export function choicesOf({ values, behaviours }: Pick<ValuesAnswer, 'values' | 'behaviours'>) {
  const all: Choice[] = [
    ...values.flatMap((value) => {
      const [newest, counts] = [value.versions.at(-1), countingOf(value)];
      if (value.retired || !newest || !counts) return [];
      const rest = { version: newest.version, isAdopted: newest.decision !== null };
      return [{ value: value.id, name: newest.words, kind: 'value' as const, ...rest }];
    }),
    ...behaviours.flatMap(({ id, leader, versions, retired }) => {
      const newest = signedOf(versions).at(-1);
      if (retired || !newest) return [];
      const rest = { version: newest.version, isAdopted: newest.decision !== null };
      const name = t('values.dueOf', { name: leader.name, will: newest.will });
      return [{ value: id, name, kind: 'behaviour' as const, ...rest }];
    }),
  ];
  return {
    adoptable: all.filter(({ isAdopted }) => !isAdopted),
    takeable: all.filter(({ isAdopted }) => isAdopted),
  };
}
