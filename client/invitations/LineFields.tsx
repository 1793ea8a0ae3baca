import type { LineProblems } from '../../shared/invitations/checkLines.ts';
import type { InviteLine } from '../../shared/invitations/lines.ts';
import { readKind, readRoles } from '../../shared/invitations/readParts.ts';
import { type SeatAtTable, seatCalled } from '../../shared/invitations/seatCalled.ts';
import type { PartnershipAnswer } from '../../shared/partnerships/api.ts';
import { ROLES, type Role } from '../../shared/partnerships/roles.ts';
import { SIDES } from '../../shared/partnerships/sides.ts';
import { Checks } from '../ui/Checks.tsx';
import { TextField } from '../ui/Field.tsx';
import { LinesField } from '../ui/LinesField.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { t } from '../words.ts';

/** Nobody is made a facilitator by an invitation. */
const OFFERED_ROLES: readonly Role[] = ROLES.filter((role) => role !== 'facilitator');
const KINDS = ['holder', 'substitute'] as const;

export interface LineFieldsProps {
  readonly line: InviteLine;
  readonly onChange: (line: InviteLine) => void;
  readonly problems: LineProblems;
  readonly seats: PartnershipAnswer['seats'];
}

/** One person to invite. What somebody wrote and nobody understood stays in its place until another choice is made. */
export function LineFields({ line, onChange, problems, seats }: LineFieldsProps) {
  const set = (parts: Partial<InviteLine>) => onChange({ ...line, ...parts });
  const seat = seatCalled(line.seat, seats.map(asAtTable));
  const chosen = typeof seat === 'object' ? seat : undefined;
  const kind = readKind(line.kind);
  return (
    <>
      <TextField
        label={`${t('invitations.name')} ${t('invitations.optional')}`}
        hint={t('invitations.nameHint')}
        error={problems.name}
        value={line.name}
        autoComplete="off"
        onChange={(event) => set({ name: event.target.value })}
      />
      <TextField
        label={t('invitations.email')}
        error={problems.email}
        type="email"
        inputMode="email"
        autoComplete="off"
        value={line.email}
        onChange={(event) => set({ email: event.target.value })}
      />
      <SelectField
        label={t('invitations.seat')}
        error={problems.seat}
        hint={chosen?.holder && kind === 'holder' ? heldBy(chosen.holder) : undefined}
        value={chosen?.code ?? line.seat.trim()}
        onChange={(code) => set({ seat: code })}
        options={[
          { value: '', name: t('invitations.noSeat') },
          ...(typeof seat === 'string' ? [notFound(line.seat)] : []),
          ...SIDES.flatMap((side) => {
            const group = t(`partnerships.sides.${side}`);
            const onSide = seats.filter((one) => one.side === side);
            return onSide.map(({ code, name }) => ({ value: code, name, group }));
          }),
        ]}
      />
      {(chosen || problems.kind) && (
        <SelectField
          label={t('invitations.kind')}
          error={problems.kind}
          value={kind ?? line.kind.trim()}
          onChange={(one) => set({ kind: one })}
          options={[
            ...(kind === undefined ? [notFound(line.kind)] : []),
            ...KINDS.map((one) => ({ value: one, name: t(`invitations.kinds.${one}`) })),
          ]}
        />
      )}
      <Checks
        legend={t('invitations.roles')}
        hint={t('invitations.rolesHint')}
        error={problems.roles}
        options={OFFERED_ROLES.map((role) => ({ value: role, name: t(`partnerships.roles.${role}`) }))}
        chosen={readRoles(line.roles).roles.filter((role) => OFFERED_ROLES.includes(role))}
        onChange={(roles) => set({ roles: roles.join(', ') })}
      />
      <LinesField
        label={`${t('invitations.note')} ${t('invitations.optional')}`}
        hint={t('invitations.noteHint')}
        error={problems.note}
        rows={3}
        value={line.note}
        onChange={(event) => set({ note: event.target.value })}
      />
    </>
  );
}

function notFound(written: string) {
  return { value: written.trim(), name: t('invitations.notFound', { written: written.trim() }) };
}

function heldBy(holder: string): string {
  return t('invitations.seatHeldBy', { holder });
}

/** A seat of the partnership as the rule about seats' names takes it. */
export function asAtTable({ id, code, name, holders }: PartnershipAnswer['seats'][number]): SeatAtTable {
  const holder = holders.find(({ kind }) => kind === 'holder')?.name;
  return { id, code, name, holder, holderInvited: false };
}
