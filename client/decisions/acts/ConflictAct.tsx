import { useState } from 'react';
import { conflictEffect } from '../../../shared/decisions/conflictEffect.ts';
import { CONFLICT_KINDS, type Conflict, HANDLINGS, type Out } from '../../../shared/decisions/electorate.ts';
import type { DecisionAnswer } from '../../../shared/decisions/recordApi.ts';
import { say } from '../../../shared/decisions/say.ts';
import { actsWords as words } from '../../../shared/messages/en/acts.ts';
import { Choices } from '../../ui/Choices.tsx';
import { LinesField } from '../../ui/LinesField.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { t } from '../../words.ts';
import { ActDialog } from './ActDialog.tsx';
import type { OwnActProps } from './ReviewAct.tsx';

/** A judgement of an interest, with what it does to the count before it is recorded. */
export function ConflictAct({ decision, onClose }: OwnActProps) {
  const [seat, setSeat] = useState('');
  const [kind, setKind] = useState<Conflict['kind']>();
  const [handling, setHandling] = useState<Conflict['handling']>();
  const [reason, setReason] = useState('');
  const { name, about, do: verb } = words.acts.handle_conflict;
  const { fields } = words;
  return (
    <ActDialog
      {...{ decision, name, about, verb, onClose }}
      wanted={{ kind: 'handle_conflict', conflict: { seat, kind, handling, reason } }}
      check={() => ({
        ...(seat === '' ? { seat: words.pickOne } : {}),
        ...(kind ? {} : { 'conflict.kind': words.pickOne }),
      })}
    >
      {(errors) => (
        <>
          <SelectField
            label={fields.seat}
            error={errors.seat}
            value={seat}
            onChange={setSeat}
            options={[
              { value: '', name: '' },
              ...decision.seats
                .filter(({ here }) => here === 'voting')
                .map((each) => ({
                  value: each.id,
                  name: each.name,
                  group: t(`partnerships.sides.${each.side}`),
                })),
            ]}
          />
          <SelectField
            label={fields.kind}
            error={errors['conflict.kind']}
            value={kind ?? ''}
            onChange={(value) => setKind(CONFLICT_KINDS.find((each) => each === value))}
            options={[
              { value: '', name: '' },
              ...CONFLICT_KINDS.map((value) => ({ value, name: words.conflictKinds[value] })),
            ]}
          />
          <Choices
            legend={fields.handling}
            error={errors.handling}
            chosen={handling}
            onChoose={setHandling}
            choices={HANDLINGS.map((value) => ({
              value,
              name: words.handlings[value],
              about: words.handlings[`${value}About`],
            }))}
          />
          {seat !== '' && handling && <Effect {...{ decision, seat, handling }} />}
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

interface EffectProps {
  readonly decision: DecisionAnswer;
  readonly seat: string;
  readonly handling: Conflict['handling'];
}

function Effect({ decision: { sealed, seats }, seat, handling }: EffectProps) {
  if (!sealed) return null;
  const out: Out[] = seats.flatMap(({ id, out: why }) => (why ? [{ seat: id, why }] : []));
  const { before, after } = conflictEffect(sealed.rule, sealed.electorate, out, { seat, handling });
  const same = before.eligible === after.eligible && before.need === after.need;
  const newly = after.waived.filter((side) => !before.waived.includes(side));
  return (
    <div className="act-effect" role="status">
      <h3>{words.effect.heading}</h3>
      <p>
        {after.eligible === 0
          ? words.effect.nobody
          : say(same ? words.effect.same : words.effect.changes, {
              eligible: after.eligible,
              need: after.need,
              eligibleBefore: before.eligible,
              needBefore: before.need,
            })}
      </p>
      {newly.map((side) => (
        <p key={side}>{say(words.effect.waived, { side: t(`partnerships.sides.${side}`) })}</p>
      ))}
    </div>
  );
}
