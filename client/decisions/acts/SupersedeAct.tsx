import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { say } from '../../../shared/decisions/say.ts';
import { actsWords as words } from '../../../shared/messages/en/acts.ts';
import { answerOf, api } from '../../api.ts';
import { LinesField } from '../../ui/LinesField.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { ActDialog } from './ActDialog.tsx';
import type { OwnActProps } from './ReviewAct.tsx';

/** Another decision takes the place of this one. */
export function SupersedeAct({ decision, onClose }: OwnActProps) {
  const [by, setBy] = useState('');
  const [reason, setReason] = useState('');
  const { partnershipId } = decision;
  const register = useQuery({
    queryKey: ['decisions', partnershipId, 'to-supersede'],
    queryFn: () =>
      answerOf(api.partnerships[':partnershipId'].decisions.$get({ param: { partnershipId }, query: {} })),
  });
  const others = (register.data?.decisions ?? []).filter(({ id }) => id !== decision.id);
  const { name, about, do: verb } = words.acts.supersede;
  return (
    <ActDialog
      {...{ decision, name, about, verb, onClose }}
      wanted={{ kind: 'supersede', by, reason }}
      check={() => (by === '' ? { by: words.pickOne } : {})}
    >
      {(errors) => (
        <>
          <SelectField
            label={words.fields.by}
            hint={register.data && others.length === 0 ? words.fields.noOther : undefined}
            error={errors.by}
            value={by}
            onChange={setBy}
            options={[
              { value: '', name: '' },
              ...others.map(({ id, number, question }) => ({
                value: id,
                name: say(words.fields.decisionNumber, { number, question }),
              })),
            ]}
          />
          <LinesField
            label={words.reason}
            hint={words.reasonHint}
            error={errors.reason}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      )}
    </ActDialog>
  );
}
