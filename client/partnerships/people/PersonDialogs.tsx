import { useState } from 'react';
import type { PartnershipAnswer } from '../../../shared/partnerships/api.ts';
import { ROLES, type Role } from '../../../shared/partnerships/roles.ts';
import { Checks } from '../../ui/Checks.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { t } from '../../words.ts';
import { changesOf } from '../changes.ts';
import { ChangeDialog } from './ChangeDialog.tsx';
import type { Member } from './SeatPeopleDialog.tsx';

export interface PersonDialogProps {
  readonly partnership: PartnershipAnswer;
  readonly person: Member;
  readonly onClose: () => void;
}

/** Gives someone their roles. */
export function RolesDialog({ partnership, person, onClose }: PersonDialogProps) {
  const [roles, setRoles] = useState<readonly Role[]>(person.roles);
  return (
    <ChangeDialog
      partnershipId={partnership.id}
      title={t('running.rolesHeading', { person: person.name })}
      onClose={onClose}
      send={(reason) =>
        changesOf(partnership.id).giveRoles(person.id, {
          roles: [...roles],
          version: person.version,
          reason,
        })
      }
    >
      {(errors) => (
        <Checks
          legend={t('running.roles')}
          hint={t('running.rolesHint')}
          error={errors.roles}
          options={ROLES.map((value) => ({
            value,
            name: t(`partnerships.roles.${value}`),
            about: t(`running.rolesAbout.${value}`),
          }))}
          chosen={roles}
          onChange={setRoles}
        />
      )}
    </ChangeDialog>
  );
}

/** Makes someone else the facilitator in one's own place. */
export function HandOverDialog({ partnership, person, onClose }: PersonDialogProps) {
  const [to, setTo] = useState('');
  const others = partnership.members.filter(({ id }) => id !== person.id);
  const name = others.find(({ id }) => id === to)?.name ?? '';
  return (
    <ChangeDialog
      partnershipId={partnership.id}
      title={t('running.handOverHeading')}
      verb={t('running.handOverDo')}
      done={t('running.handedOver', { person: name })}
      onClose={onClose}
      check={() => (to === '' ? { to: t('running.choosePerson') } : {})}
      send={(reason) => changesOf(partnership.id).handOver({ to, reason })}
    >
      {(errors) => (
        <>
          <p>{t('running.handOverAbout')}</p>
          <SelectField
            label={t('running.handOverTo')}
            error={errors.to}
            value={to}
            onChange={setTo}
            options={[
              { value: '', name: t('running.choosePerson') },
              ...others.map((one) => ({ value: one.id, name: one.name })),
            ]}
          />
        </>
      )}
    </ChangeDialog>
  );
}
