import { Link } from 'wouter';
import type { DocumentAnswer } from '../../shared/documents/api.ts';
import { refusalOf } from '../api.ts';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { t } from '../words.ts';
import { AccessPeople } from './AccessPeople.tsx';
import { PublicationSection } from './PublicationSection.tsx';
import { useAccess } from './queries.ts';
import { SeenList } from './SeenList.tsx';
import { SensitivitySection } from './SensitivitySection.tsx';

/** Who can see one document and do what in it, why, and how widely it may be known. */
export function AccessPage({ document }: { readonly document: DocumentAnswer }) {
  const { id, title, mayManage, actsFor } = document;
  const access = useAccess(id);
  return (
    <main id="main" className="page narrow access-page" tabIndex={-1}>
      <p className="small">
        <Link className="back-link" href={`/documents/${id}`}>
          {t('access.backTo', { title })}
        </Link>
      </p>
      <PageHeading title={t('access.heading')} />
      <p className="lead" dir="auto">
        {title}
      </p>
      {access.isPending && <Loading what={t('access.loading')} />}
      {access.isError && (
        <ErrorMessage message={refusalOf(access.error).message} onRetry={() => void access.refetch()} />
      )}
      {access.data && (
        <>
          <AccessPeople people={access.data.people} me={actsFor.memberId} />
          <p>{t('access.everyoneElse')}</p>
          <p>
            <Link href={`/documents/${id}/rights`}>
              {t(mayManage ? 'access.changeRights' : 'access.seeRights')}
            </Link>
          </p>
          <PublicationSection document={document} access={access.data} />
          <SensitivitySection document={document} />
          <SeenList sensitivity={access.data.sensitivity} seen={access.data.seen} />
        </>
      )}
    </main>
  );
}
