import { type ReactNode, useDeferredValue, useState } from 'react';
import { Link } from 'wouter';
import { refusalOf } from '../api.ts';
import { usePartnership } from '../partnerships/queries.ts';
import { Table } from '../partnerships/Table.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Switch } from '../ui/Switch.tsx';
import { t } from '../words.ts';
import { DocumentLine } from './DocumentLine.tsx';
import { useDocuments, useTemplates } from './queries.ts';

export interface DocumentsPageProps {
  readonly partnershipId: string;
  readonly mayStart: boolean;
  /** What comes before the documents: what waits for whoever looks. */
  readonly children?: ReactNode;
}

/** A partnership's documents: what we write together, and who sits at the table. */
export function DocumentsPage({ partnershipId, mayStart, children }: DocumentsPageProps) {
  const partnership = usePartnership(partnershipId);
  const [search, setSearch] = useState('');
  const [archived, setArchived] = useState(false);
  return (
    <main id="main" className="page documents-page" tabIndex={-1}>
      <div className="documents-main">
        <PageHeading title={t('documents.heading')} />
        <p className="lead">{partnership.data?.purpose}</p>
        <p className="small">
          <Link href={`/partnerships/${partnershipId}/welcome`}>{t('documents.newHere')}</Link>
        </p>
        {children}
        {mayStart && (
          <p>
            <Link className="button main" href={`/partnerships/${partnershipId}/new`}>
              {t('documents.start')}
            </Link>
          </p>
        )}
        <div className="documents-tools">
          <SearchField label={t('documents.search')} value={search} onChange={setSearch} />
          <Switch label={t('documents.showArchived')} on={archived} onChange={setArchived} />
        </div>
        <DocumentList {...{ partnershipId, mayStart, search, archived }} />
      </div>
      {partnership.data && <Table partnership={partnership.data} />}
    </main>
  );
}

interface DocumentListProps extends Omit<DocumentsPageProps, 'children'> {
  readonly search: string;
  readonly archived: boolean;
}

function DocumentList({ partnershipId, mayStart, search, archived }: DocumentListProps) {
  const wanted = useDeferredValue(search.trim());
  const documents = useDocuments(partnershipId, wanted, archived);
  const templates = useTemplates();
  const found = documents.data;
  if (!found && documents.isError)
    return (
      <ErrorMessage message={refusalOf(documents.error).message} onRetry={() => void documents.refetch()} />
    );
  if (!found) return <Loading what={t('documents.loadingList')} />;
  return (
    <>
      <p className="small" role="status">
        {found.length > 0 &&
          t(archived ? 'documents.countArchived' : 'documents.count', { count: found.length })}
      </p>
      {found.length === 0 && <NothingHere {...{ archived, mayStart }} search={wanted} />}
      <ul className="rows">
        {found.map((document) => (
          <DocumentLine key={document.id} document={document} templates={templates.data} />
        ))}
      </ul>
    </>
  );
}

interface NothingHereProps {
  readonly search: string;
  readonly archived: boolean;
  readonly mayStart: boolean;
}

function NothingHere({ search, archived, mayStart }: NothingHereProps) {
  if (search !== '')
    return (
      <EmptyState title={t('documents.notFoundTitle', { search })}>
        <p>{t('documents.notFoundHow')}</p>
      </EmptyState>
    );
  if (archived)
    return (
      <EmptyState title={t('documents.noneArchived')}>
        <p>{t('documents.noneArchivedHow')}</p>
      </EmptyState>
    );
  return (
    <EmptyState title={t('documents.none')}>
      <p>{t(mayStart ? 'documents.noneHow' : 'documents.noneWait')}</p>
    </EmptyState>
  );
}
