import type { BehaviourLine } from '../../shared/values/api.ts';
import { signedOf } from '../../shared/values/inUse.ts';
import { t } from '../words.ts';

/** The promises whose day has come to be looked at again, each with the way to it. */
export function DueList({ behaviours }: { readonly behaviours: readonly BehaviourLine[] }) {
  const due = behaviours.filter(({ isDue }) => isDue);
  if (due.length === 0) return null;
  return (
    <section className="due-list" aria-labelledby="due-heading">
      <h2 id="due-heading">{t('values.dueHeading')}</h2>
      <p>{t('values.dueAbout')}</p>
      <ul>
        {due.map(({ id, leader, versions }) => (
          <li key={id}>
            <a href={`#behaviour-${id}`} dir="auto">
              {t('values.dueOf', { name: leader.name, will: signedOf(versions).at(-1)?.will ?? '' })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
