import { Link } from 'wouter';
import { t } from '../words.ts';
import { useValuesInUse } from './queries.ts';
import './values.css';

/** The values that count now, in few words, for someone who meets them for the first time. */
export function ValuesNow({ partnershipId }: { readonly partnershipId: string }) {
  const values = useValuesInUse(partnershipId).data?.values ?? [];
  if (values.length === 0) return null;
  return (
    <>
      <ul className="values-now">
        {values.map(({ id, words, practice }) => (
          <li key={id} className="value-now">
            <b dir="auto">{words}</b>
            <span dir="auto">{practice}</span>
          </li>
        ))}
      </ul>
      <p>
        {values.some(({ adopted }) => adopted) ? t('values.nowAdopted') : t('values.nowProposed')}{' '}
        <Link href={`/partnerships/${partnershipId}/values`}>{t('values.nowMore')}</Link>
      </p>
    </>
  );
}
