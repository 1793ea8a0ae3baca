import { useState } from 'react';
import type { PartnershipAnswer } from '../../../shared/partnerships/api.ts';
import { mayAnswer } from '../../../shared/partnerships/running.ts';
import { Checks } from '../../ui/Checks.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { t } from '../../words.ts';
import { changesOf } from '../changes.ts';
import { ChangeDialog } from './ChangeDialog.tsx';

export type Seat = PartnershipAnswer['seats'][number];
export type Member = PartnershipAnswer['members'][number];

export interface SeatPeopleDialogProps {
  readonly partnership: PartnershipAnswer;
  readonly seat: Seat;
  readonly onClose: () => void;
}

/** Says who holds a seat and who may stand in. */
export function SeatPeopleDialog({ partnership, seat, onClose }: SeatPeopleDialogProps) {
  const [holder, setHolder] = useState(idsOf(seat, 'holder')[0] ?? '');
  const [substitutes, setSubstitutes] = useState<readonly string[]>(idsOf(seat, 'substitute'));
  const people = choosable(partnership, seat);
  const chosen = partnership.members.find(({ id }) => id === holder);
  const named = (person: Member) => {
    const other = partnership.seats.find(({ id }) => id !== seat.id && person.seatIds.includes(id));
    return other ? t('running.inSeat', { person: person.name, seat: other.name }) : person.name;
  };
  return (
    <ChangeDialog
      partnershipId={partnership.id}
      title={t('running.seatPeopleHeading', { seat: seat.name })}
      onClose={onClose}
      send={(reason) =>
        changesOf(partnership.id).seatPeople(seat.id, {
          holder: holder === '' ? null : holder,
          substitutes: substitutes.filter((id) => id !== holder),
          version: seat.version,
          reason,
        })
      }
    >
      {(errors) => (
        <>
          <SelectField
            label={t('running.holder')}
            hint={chosen && !mayAnswer(chosen.roles) ? t('running.silentHolder') : t('running.holderHint')}
            error={errors.holder}
            value={holder}
            onChange={setHolder}
            options={[
              { value: '', name: t('running.holderNobody') },
              ...people
                .filter((person) => !holdsAnother(partnership, person, seat))
                .map((person) => ({ value: person.id, name: named(person) })),
            ]}
          />
          <Checks
            legend={t('running.substitutes')}
            hint={people.length > 1 ? t('running.substitutesHint') : t('running.nobodyElse')}
            error={errors.substitutes}
            options={people
              .filter(({ id }) => id !== holder)
              .map((person) => ({ value: person.id, name: named(person) }))}
            chosen={substitutes}
            onChange={setSubstitutes}
          />
        </>
      )}
    </ChangeDialog>
  );
}

function idsOf(seat: Seat, kind: 'holder' | 'substitute'): string[] {
  return seat.holders.filter((one) => one.kind === kind).map(({ memberId }) => memberId);
}

/** Those who may be in the seat: nobody sits on two sides. */
function choosable({ members, seats }: PartnershipAnswer, seat: Seat): Member[] {
  return members.filter(({ seatIds }) =>
    seats.every(({ id, side }) => id === seat.id || !seatIds.includes(id) || side === seat.side),
  );
}

function holdsAnother({ seats }: PartnershipAnswer, person: Member, seat: Seat): boolean {
  return seats.some(
    ({ id, holders }) =>
      id !== seat.id && holders.some((one) => one.memberId === person.id && one.kind === 'holder'),
  );
}
