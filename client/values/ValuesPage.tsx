import type { ValuesAnswer } from '../../shared/values/api.ts';
import { refusalOf } from '../api.ts';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { t } from '../words.ts';
import { BehaviourList } from './BehaviourList.tsx';
import { DueList } from './DueList.tsx';
import { PutSection } from './PutSection.tsx';
import { useValues } from './queries.ts';
import { ValueList } from './ValueList.tsx';
import { ValuesDocuments } from './ValuesDocuments.tsx';
import './values.css';

export interface ValuesPageProps {
  readonly partnershipId: string;
  /** Whether I may draft a decision. */
  readonly mayPut: boolean;
}

/** The partners' values, and what leaders promised: to read, to propose, to write and to sign. */
export function ValuesPage({ partnershipId, mayPut }: ValuesPageProps) {
  const values = useValues(partnershipId);
  return (
    <main id="main" className="page values-page" tabIndex={-1}>
      <PageHeading title={t('values.heading')} />
      <p className="lead">{t('values.about')}</p>
      {values.isPending && <Loading what={t('values.loading')} />}
      {values.isError && !values.data && (
        <ErrorMessage message={refusalOf(values.error).message} onRetry={() => void values.refetch()} />
      )}
      {values.data && <All {...{ partnershipId, mayPut }} all={values.data} />}
    </main>
  );
}

interface AllProps extends ValuesPageProps {
  readonly all: ValuesAnswer;
}

function All({ partnershipId, mayPut, all }: AllProps) {
  return (
    <>
      <DueList behaviours={all.behaviours} />
      <ValueList {...{ partnershipId, all }} />
      <BehaviourList {...{ partnershipId, all }} />
      {mayPut && <PutSection {...{ partnershipId, all }} />}
      <ValuesDocuments partnershipId={partnershipId} />
    </>
  );
}
