import { useState } from 'react';
import { PRESETS } from '../../../shared/access.ts';
import type { PartnershipAnswer } from '../../../shared/partnerships/api.ts';
import { partnershipChange } from '../../../shared/partnerships/changes.ts';
import { Choices } from '../../ui/Choices.tsx';
import { TextField } from '../../ui/Field.tsx';
import { LinesField } from '../../ui/LinesField.tsx';
import { t } from '../../words.ts';
import { changesOf } from '../changes.ts';
import { ChangeDialog } from './ChangeDialog.tsx';
import { wrongIn } from './SeatDialogs.tsx';
import { TimeZoneField } from './TimeZoneField.tsx';

export interface AboutDialogProps {
  readonly partnership: PartnershipAnswer;
  readonly onClose: () => void;
}

/** Changes what a partnership says of itself. */
export function AboutDialog({ partnership, onClose }: AboutDialogProps) {
  const { name, place, purpose, whyTogether, whyNow, preset, timeZone } = partnership;
  const [typed, setTyped] = useState({ name, place, purpose, whyTogether, whyNow, preset, timeZone });
  const wanted = (reason: string) => ({ ...typed, version: partnership.version, reason });
  const set = (field: keyof typeof typed) => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [field]: event.target.value });
  return (
    <ChangeDialog
      partnershipId={partnership.id}
      title={t('running.aboutEdit')}
      onClose={onClose}
      check={() => wrongIn(partnershipChange.safeParse(wanted('checked by the dialog')))}
      send={(reason) => changesOf(partnership.id).about(wanted(reason))}
    >
      {(errors) => (
        <>
          <TextField
            label={t('running.name')}
            error={errors.name}
            value={typed.name}
            autoComplete="off"
            onChange={set('name')}
          />
          <TextField
            label={t('running.place')}
            error={errors.place}
            value={typed.place}
            autoComplete="off"
            onChange={set('place')}
          />
          <TimeZoneField
            value={typed.timeZone}
            error={errors.timeZone}
            onChange={(zone) => setTyped({ ...typed, timeZone: zone })}
          />
          <LinesField
            label={t('running.purpose')}
            error={errors.purpose}
            value={typed.purpose}
            onChange={set('purpose')}
          />
          <LinesField
            label={t('running.whyTogether')}
            error={errors.whyTogether}
            value={typed.whyTogether}
            onChange={set('whyTogether')}
          />
          <LinesField
            label={t('running.whyNow')}
            error={errors.whyNow}
            value={typed.whyNow}
            onChange={set('whyNow')}
          />
          <Choices
            legend={t('running.preset')}
            chosen={typed.preset}
            onChoose={(preset) => setTyped({ ...typed, preset })}
            choices={PRESETS.map((value) => ({
              value,
              name: t(`documents.presets.${value}`),
              about: t(`documents.presetsAbout.${value}`),
            }))}
          />
        </>
      )}
    </ChangeDialog>
  );
}
