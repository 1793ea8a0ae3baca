import { RIGHTS, type Right } from '../../shared/access.ts';
import type { AccessPerson } from '../../shared/documents/accessApi.ts';
import { SideMark } from '../partnerships/SideMark.tsx';
import { t } from '../words.ts';

export interface AccessPeopleProps {
  readonly people: readonly AccessPerson[];
  /** The member who is looking. */
  readonly me: string;
}

/** Everyone in the partnership by what they can do, from most to least, each with the reason. */
export function AccessPeople({ people, me }: AccessPeopleProps) {
  const groups = [...RIGHTS]
    .reverse()
    .map((right) => [right, people.filter((person) => person.right === right)] as const)
    .filter(([, found]) => found.length > 0);
  return groups.map(([right, found]) => <Group key={right} right={right} people={found} me={me} />);
}

function Group({ right, people, me }: AccessPeopleProps & { readonly right: Right }) {
  return (
    <section className="access-group">
      <h2>{t(`access.counts.${right}`, { count: people.length })}</h2>
      <ul className="access-people">
        {people.map((person) => (
          <li key={person.memberId}>
            <span className="access-name">
              {person.side ? <SideMark side={person.side}>{person.name}</SideMark> : person.name}
              {person.memberId === me && ` ${t('access.you')}`}
            </span>
            <span className="access-why">{whyWords(person)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The reasons in one line, such as "by the seat Larchmere Care Ltd · can also say who does what with it". */
function whyWords({ because, mayManage, startedIt }: AccessPerson): string {
  const reasons = because.map(({ holderKind, name, effect }) =>
    t(`access.because.${holderKind}.${effect}`, { name }),
  );
  const manages = mayManage && t(startedIt ? 'access.managesAsStarter' : 'access.manages');
  const said = reasons.length > 0 ? reasons : [t('access.nothingNamed')];
  return [...said, manages].filter(Boolean).join(' · ');
}
