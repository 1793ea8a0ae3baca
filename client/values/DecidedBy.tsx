import { Link } from 'wouter';
import { t } from '../words.ts';

/** Whether words are adopted, and by which decision: a mark, a word, and the way to the decision. */
export function DecidedBy({
  decision,
}: {
  readonly decision: { readonly id: string | null; readonly number: number | null } | null;
}) {
  if (!decision)
    return (
      <p className="value-state" data-adopted="false">
        <Mark adopted={false} /> {t('values.proposed')}
      </p>
    );
  const { id, number } = decision;
  return (
    <p className="value-state" data-adopted="true">
      <Mark adopted />{' '}
      {id === null || number === null ? (
        t('values.adoptedBySome')
      ) : (
        <Link href={`/decisions/${id}`}>{t('values.adoptedBy', { number })}</Link>
      )}
    </p>
  );
}

function Mark({ adopted }: { readonly adopted: boolean }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {adopted ? (
        <path d="m2.5 8.5 3.6 3.6 7.4-8" fill="none" stroke="currentColor" strokeWidth="2.4" />
      ) : (
        <circle
          cx="8"
          cy="8"
          r="6"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeDasharray="3 2"
        />
      )}
    </svg>
  );
}
