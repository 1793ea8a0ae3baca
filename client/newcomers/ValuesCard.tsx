import { Link } from 'wouter';
import type { WelcomeAnswer } from '../../shared/newcomers/api.ts';
import { sayWhen, t } from '../words.ts';

/** A document of values: whether I have signed it, and how many have. */
export function ValuesCard({ values }: { readonly values: WelcomeAnswer['values'][number] }) {
  const { id, title, signed, people, mine } = values;
  const when = sayWhen(mine?.at ?? 0, Date.now());
  return (
    <section className="values-card" data-signed={mine?.isCurrent === true}>
      <h3 dir="auto">{title}</h3>
      {mine && <p>{t(mine.isCurrent ? 'newcomers.signedWhen' : 'newcomers.changedSince', { when })}</p>}
      <p className="small">{t('newcomers.signedBy', { signed, all: people })}</p>
      <p>
        <Link className={`button ${mine?.isCurrent ? 'plain' : 'main'}`} href={`/documents/${id}/sign`}>
          {t(mine?.isCurrent ? 'newcomers.lookAgain' : 'newcomers.readAndSign')}
        </Link>
      </p>
    </section>
  );
}
