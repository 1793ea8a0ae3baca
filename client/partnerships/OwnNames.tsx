import { Link } from 'wouter';
import type { OwnPartnership } from '../../shared/partnerships/api.ts';
import { t } from '../words.ts';

/** How each of my partnerships knows me, and the way to be known by another name there. */
export function OwnNames({ partnerships }: { readonly partnerships: readonly OwnPartnership[] }) {
  if (partnerships.length === 0) return null;
  return (
    <section>
      <h2>{t('profile.namesHeading')}</h2>
      <p>{t('profile.namesAbout')}</p>
      <ul className="rows">
        {partnerships.map(({ id, name, member }) => (
          <li key={id}>
            <Link className="row-title" href={`/partnerships/${id}/my-name`}>
              {t('profile.changeName', { partnership: name })}
            </Link>
            <p className="row-facts" dir="auto">
              {t(member.isPseudonym ? 'profile.knownAsChosen' : 'profile.knownAs', { name: member.name })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
