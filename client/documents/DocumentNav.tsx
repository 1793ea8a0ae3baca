import { Link } from 'wouter';
import { useMedia } from '../ui/useMedia.ts';
import { t } from '../words.ts';
import { useDocuments } from './queries.ts';

export interface DocumentNavProps {
  readonly partnershipId: string;
  /** The document that is open. */
  readonly current: string;
}

/** The partnership's other documents, beside the one that is open; on a narrow screen folded behind a button. */
export function DocumentNav({ partnershipId, current }: DocumentNavProps) {
  const documents = useDocuments(partnershipId, '', false);
  const wide = useMedia('(min-width: 1100px)');
  return (
    <nav className="document-nav no-print" aria-label={t('documents.navLabel')}>
      <details open={wide}>
        <summary>{t('documents.navHeading')}</summary>
        <ul>
          {documents.data?.map(({ id, title }) => (
            <li key={id}>
              <Link href={`/documents/${id}`} aria-current={id === current ? 'page' : undefined}>
                {title}
              </Link>
            </li>
          ))}
          <li>
            <Link className="nav-all" href={`/partnerships/${partnershipId}`}>
              {t('documents.allDocuments')}
            </Link>
          </li>
        </ul>
      </details>
    </nav>
  );
}
