import { useState } from 'react';
import type { PartnershipAnswer } from '../../../shared/partnerships/api.ts';
import { newSeat, seatIdea } from '../../../shared/partnerships/changes.ts';
import { SIDES, type Side } from '../../../shared/partnerships/sides.ts';
import { Checks } from '../../ui/Checks.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { TextField } from '../../ui/Field.tsx';
import { t } from '../../words.ts';
import { changesOf } from '../changes.ts';
import { ChangeDialog, type Errors } from './ChangeDialog.tsx';
import type { SeatPeopleDialogProps } from './SeatPeopleDialog.tsx';

interface AddSeatDialogProps {
  readonly partnership: PartnershipAnswer;
  readonly onClose: () => void;
}

/** Adds a seat to the table. */
export function AddSeatDialog({ partnership, onClose }: AddSeatDialogProps) {
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const [side, setSide] = useState<Side>();
  const [letIn, setLetIn] = useState(true);
  return (
    <ChangeDialog
      partnershipId={partnership.id}
      title={t('running.addSeatHeading')}
      verb={t('running.addSeat')}
      done={t('running.seatAdded', { seat: name.trim() })}
      onClose={onClose}
      check={() => wrongIn(seatIdea.safeParse({ name, note, side }))}
      send={(reason) => changesOf(partnership.id).addSeat(newSeat.parse({ name, note, side, reason }), letIn)}
    >
      {(errors) => (
        <>
          <SeatFields {...{ name, setName, note, setNote, errors }} />
          <Choices
            legend={t('running.seatSide')}
            chosen={side}
            onChoose={setSide}
            error={errors.side}
            choices={SIDES.map((value) => ({
              value,
              name: t(`partnerships.sides.${value}`),
              about: t(`partnerships.sidesAbout.${value}`),
            }))}
          />
          <Checks
            legend={t('running.letIn')}
            options={[{ value: 'documents', name: t('running.letInDo'), about: t('running.letInAbout') }]}
            chosen={letIn ? ['documents'] : []}
            onChange={(chosen) => setLetIn(chosen.length > 0)}
          />
        </>
      )}
    </ChangeDialog>
  );
}

/** Gives a seat another name or note. */
export function SeatNameDialog({ partnership, seat, onClose }: SeatPeopleDialogProps) {
  const [name, setName] = useState(seat.name);
  const [note, setNote] = useState(seat.note);
  const wanted = { name, note, side: seat.side };
  return (
    <ChangeDialog
      partnershipId={partnership.id}
      title={t('running.seatNameHeading', { seat: seat.name })}
      onClose={onClose}
      check={() => wrongIn(seatIdea.safeParse(wanted))}
      send={(reason) =>
        changesOf(partnership.id).nameSeat(seat.id, { name, note, version: seat.version, reason })
      }
    >
      {(errors) => <SeatFields {...{ name, setName, note, setNote, errors }} />}
    </ChangeDialog>
  );
}

/** Takes a seat away from the table, and says first what that means. */
export function SeatAwayDialog({ partnership, seat, onClose }: SeatPeopleDialogProps) {
  return (
    <ChangeDialog
      partnershipId={partnership.id}
      title={t('running.seatAwayHeading', { seat: seat.name })}
      verb={t('running.seatAwayDo')}
      done={t('running.seatIsAway', { seat: seat.name })}
      onClose={onClose}
      send={(reason) => changesOf(partnership.id).takeSeatAway(seat.id, { version: seat.version, reason })}
    >
      {() => (
        <>
          <p>{t('running.seatAwayAbout')}</p>
          {seat.holders.length > 0 && (
            <ul>
              {seat.holders.map(({ memberId, name, kind }) => (
                <li key={memberId}>
                  {name}, {t(kind === 'holder' ? 'running.holds' : 'running.mayStandIn')}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </ChangeDialog>
  );
}

interface SeatFieldsProps {
  readonly name: string;
  readonly setName: (name: string) => void;
  readonly note: string;
  readonly setNote: (note: string) => void;
  readonly errors: Errors;
}

function SeatFields({ name, setName, note, setNote, errors }: SeatFieldsProps) {
  return (
    <>
      <TextField
        label={t('running.seatNameLabel')}
        error={errors.name}
        value={name}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={t('running.seatNote')}
        hint={t('running.seatNoteHint')}
        error={errors.note}
        value={note}
        autoComplete="off"
        onChange={(event) => setNote(event.target.value)}
      />
    </>
  );
}

interface Checked {
  readonly error?:
    | { readonly issues: readonly { readonly path: PropertyKey[]; readonly message: string }[] }
    | undefined;
}

/** The first thing wrong with each field. */
export function wrongIn({ error }: Checked): Errors {
  const wrong: Record<string, string> = {};
  for (const { path, message } of error?.issues ?? []) wrong[String(path[0] ?? 'body')] ??= message;
  return wrong;
}
