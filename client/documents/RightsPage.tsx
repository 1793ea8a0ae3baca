import { Link } from 'wouter';
import type { DocumentAnswer } from '../../shared/documents/api.ts';
import { refusalOf } from '../api.ts';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { t } from '../words.ts';
import { useRights } from './queries.ts';
import { RightsForm } from './RightsForm.tsx';
import { RightsList } from './RightsList.tsx';

/** Who can do what with one document, and why. Those who manage it can change it; everyone else reads. */
export function RightsPage({ document }: { readonly document: DocumentAnswer }) {
  const rights = useRights(document.id);
  return (
    <main id="main" className="page rights-page" tabIndex={-1}>
      <p className="small">
        <Link className="back-link" href={`/documents/${document.id}`}>
          {t('documents.backTo', { title: document.title })}
        </Link>
      </p>
      <PageHeading title={t('documents.rightsHeading')} />
      <p>{t('documents.rightsAbout')}</p>
      {!document.mayManage && <p>{t('documents.rightsOnlyRead')}</p>}
      {rights.isPending && <Loading what={t('documents.loadingRights')} />}
      {rights.isError && (
        <ErrorMessage message={refusalOf(rights.error).message} onRetry={() => void rights.refetch()} />
      )}
      {rights.data &&
        (document.mayManage ? (
          <RightsForm documentId={document.id} lines={rights.data.lines} />
        ) : (
          <RightsList lines={rights.data.lines}>
            {(line) => <span className="right-held">{t(`documents.rights.${line.right}`)}</span>}
          </RightsList>
        ))}
    </main>
  );
}
