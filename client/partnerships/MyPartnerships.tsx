import { Link } from 'wouter';
import type { MeAnswer } from '../../shared/partnerships/api.ts';
import { t } from '../words.ts';

/** One's partnerships, each a way into it, and the way to set up another for those who may. */
export function MyPartnerships({ me }: { readonly me: MeAnswer }) {
  return (
    <>
      <ul className="rows">
        {me.partnerships.map(({ id, name, place }) => (
          <li key={id} className="row">
            <div className="row-words">
              <Link className="row-title" href={`/partnerships/${id}`} dir="auto">
                {name}
              </Link>
              <p className="row-facts" dir="auto">
                {place}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {me.mayFound && (
        <p className="after-rows">
          <Link
            className={me.partnerships.length > 0 ? 'button plain' : 'button main'}
            href="/new-partnership"
          >
            {t('guide.setUp')}
          </Link>
        </p>
      )}
    </>
  );
}
