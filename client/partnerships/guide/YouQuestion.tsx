import { isNamed } from '../../../shared/partnerships/guide.ts';
import { HOLDING_KINDS } from '../../../shared/partnerships/holdings.ts';
import { ROLES } from '../../../shared/partnerships/roles.ts';
import { Checks } from '../../ui/Checks.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { TextField } from '../../ui/Field.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { t } from '../../words.ts';
import type { QuestionProps } from './questionProps.ts';

/** What the one who sets it up is called, where they sit, and what they do beside facilitating. */
export function YouQuestion({ draft, change, errors }: QuestionProps) {
  const seats = draft.seats.filter(isNamed);
  const sits = seats.some(({ key }) => key === draft.ownSeat);
  return (
    <>
      <TextField
        label={t('guide.ownName')}
        error={errors.ownName}
        value={draft.ownName}
        autoComplete="name"
        onChange={(event) => change({ ownName: event.target.value })}
      />
      <SelectField
        label={t('guide.ownSeat')}
        hint={t('guide.ownSeatHint')}
        value={sits ? (draft.ownSeat ?? '') : ''}
        onChange={(value) => change({ ownSeat: value === '' ? null : value })}
        options={[
          { value: '', name: t('guide.noSeat') },
          ...seats.map(({ key, name }) => ({ value: key, name })),
        ]}
      />
      {sits && (
        <Choices
          legend={t('guide.ownKind')}
          chosen={draft.ownKind}
          onChoose={(ownKind) => change({ ownKind })}
          choices={HOLDING_KINDS.map((value) => ({
            value,
            name: t(`guide.kinds.${value}`),
            about: t(`guide.kindsAbout.${value}`),
          }))}
        />
      )}
      <Checks
        legend={t('guide.ownRoles')}
        hint={t('guide.ownRolesHint')}
        options={ROLES.filter((role) => role !== 'facilitator').map((value) => ({
          value,
          name: t(`partnerships.roles.${value}`),
          about: t(`running.rolesAbout.${value}`),
        }))}
        chosen={draft.ownRoles}
        onChange={(ownRoles) => change({ ownRoles: [...ownRoles] })}
      />
    </>
  );
}
