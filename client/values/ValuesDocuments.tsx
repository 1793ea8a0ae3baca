import { Link } from 'wouter';
import { isSigned } from '../../shared/documents/agreements.ts';
import { useDocuments } from '../documents/queries.ts';
import { t } from '../words.ts';

/** The way to the documents of values, which everyone who joins reads and signs, and what they are beside this record. */
export function ValuesDocuments({ partnershipId }: { readonly partnershipId: string }) {
  const documents = useDocuments(partnershipId, '', false).data ?? [];
  const signed = documents.filter(({ template }) => isSigned(template));
  if (signed.length === 0) return null;
  return (
    <section className="values-documents" aria-labelledby="values-documents-heading">
      <h2 id="values-documents-heading">{t('values.documentHeading')}</h2>
      <p>{t('values.documentAbout')}</p>
      {signed.map(({ id, title }) => (
        <p key={id}>
          <Link className="button plain" href={`/documents/${id}/sign`}>
            {t('values.documentSign', { title })}
          </Link>
        </p>
      ))}
    </section>
  );
}
