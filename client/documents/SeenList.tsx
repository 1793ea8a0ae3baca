import type { Sensitivity } from '../../shared/access.ts';
import type { SeenBy } from '../../shared/documents/accessApi.ts';
import { sayWhen, t } from '../words.ts';

export interface SeenListProps {
  readonly sensitivity: Sensitivity;
  readonly seen: readonly SeenBy[];
}

/** Who opened a document of which that is noted, and when. Nothing where it never was. */
export function SeenList({ sensitivity, seen }: SeenListProps) {
  const noted = sensitivity === 'procurement';
  if (!noted && seen.length === 0) return null;
  const now = Date.now();
  return (
    <section aria-labelledby="seen-heading">
      <h2 id="seen-heading">{t('access.seen')}</h2>
      <p>{t(noted ? 'access.seenAbout' : 'access.seenAboutPast')}</p>
      {seen.length === 0 ? (
        <p>{t('access.seenNobody')}</p>
      ) : (
        <ul className="access-people">
          {seen.map(({ memberId, name, firstAt, lastAt, times }) => (
            <li key={memberId}>
              <span className="access-name">{name}</span>
              <span className="access-why">
                {t('access.seenTimes', { count: times })} ·{' '}
                {t('access.seenPerson', { first: sayWhen(firstAt, now), last: sayWhen(lastAt, now) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
