import { Link } from 'wouter';
import { t } from '../words.ts';

/** The mark, three rings that meet, and the name: the way back to the start. */
export function Brand() {
  return (
    <Link className="brand" href="/">
      <svg width="28" height="28" viewBox="0 0 32 32" fill="none" strokeWidth="3" aria-hidden="true">
        <circle cx="11" cy="12" r="8" stroke="var(--accent)" />
        <circle cx="21" cy="12" r="8" stroke="var(--contracted)" />
        <circle cx="16" cy="21" r="8" stroke="var(--service)" />
      </svg>
      <span className="brand-name">{t('ui.name')}</span>
    </Link>
  );
}
