import { type ReactNode, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { OwnMember, PartnershipAnswer } from '../../../shared/partnerships/api.ts';
import { mayRemove } from '../../../shared/partnerships/running.ts';
import { Dots } from '../../ui/Dots.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { t } from '../../words.ts';
import { HandOverDialog, RolesDialog } from './PersonDialogs.tsx';
import type { Member } from './SeatPeopleDialog.tsx';

export interface PersonLineProps {
  readonly partnership: PartnershipAnswer;
  readonly person: Member;
  /** The one who looks. */
  readonly me: OwnMember;
  /** What they are in the seat that the line stands in. */
  readonly children?: ReactNode;
}

/** Someone, what they do here, and what the one who looks may do about it. */
export function PersonLine({ partnership, person, me, children }: PersonLineProps) {
  const [open, setOpen] = useState<'roles' | 'handOver'>();
  const [, go] = useLocation();
  const isMe = person.id === me.id;
  const runs = me.roles.includes('facilitator');
  const leave = `/partnerships/${partnership.id}/people/${person.id}/leave`;
  const entries: MenuEntry[] = [
    ...(runs ? [{ words: t('running.personRoles'), act: () => setOpen('roles') }] : []),
    ...(isMe && runs ? [{ words: t('running.personHandOver'), act: () => setOpen('handOver') }] : []),
    ...(isMe || mayRemove(me.roles)
      ? [{ words: t(isMe ? 'running.personLeave' : 'running.personRemove'), act: () => go(leave) }]
      : []),
  ];
  const close = () => setOpen(undefined);
  return (
    <li className="person-line">
      <div>
        <Link className="person-name" href={`/partnerships/${partnership.id}/people/${person.id}`} dir="auto">
          {person.name}
        </Link>
        {isMe && <span className="you-mark"> ({t('running.you')})</span>}
        <span className="held-by">{aboutPerson(person, children)}</span>
      </div>
      {entries.length > 0 && (
        <Menu
          label={t('running.moreAboutPerson', { person: person.name })}
          button={<Dots />}
          entries={entries}
        />
      )}
      {open === 'roles' && <RolesDialog {...{ partnership, person }} onClose={close} />}
      {open === 'handOver' && <HandOverDialog {...{ partnership, person }} onClose={close} />}
    </li>
  );
}

function aboutPerson(person: Member, inSeat: ReactNode): ReactNode {
  const roles = person.roles.map((role) => t(`partnerships.roles.${role}`));
  const said = [...roles, person.note, person.isPseudonym && t('partnerships.pseudonym')].filter(Boolean);
  const rest = said.join(' · ');
  if (inSeat)
    return rest === '' ? (
      inSeat
    ) : (
      <>
        {inSeat} · {rest}
      </>
    );
  return rest === '' ? t('running.withoutPart') : rest;
}
