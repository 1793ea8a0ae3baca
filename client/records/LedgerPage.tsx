import { ledgerPageWords as words } from '../../shared/messages/en/ledgerPage.ts';
import { refusalOf } from '../api.ts';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { ForgetPart } from './ForgetPart.tsx';
import { HeadsTable } from './HeadsTable.tsx';
import { useHeads } from './queries.ts';
import './ledger.css';

export interface LedgerPageProps {
  readonly partnershipId: string;
  /** Looks after the records, and may have someone forgotten who has left. */
  readonly mayForget: boolean;
}

/** A partnership's whole ledger: taking it, what it proves, its signed heads; and for some, forgetting who somebody was. */
export function LedgerPage({ partnershipId, mayForget }: LedgerPageProps) {
  const heads = useHeads(partnershipId);
  const { take, proves } = words;
  return (
    <main id="main" className="page narrow ledger-page" tabIndex={-1}>
      <PageHeading title={words.heading} />
      <p className="lead">{words.about}</p>
      <section aria-labelledby="take">
        <h2 id="take">{take.heading}</h2>
        <p>{take.about}</p>
        <p className="small">{heads.data?.endsEarly ? take.early : take.as}</p>
        <div className="button-row no-print">
          <a className="button main" href={`/api/partnerships/${partnershipId}/ledger`} download>
            {take.file}
          </a>
          <a className="button plain" href="/verify">
            {take.check}
          </a>
        </div>
      </section>
      <section aria-labelledby="proves">
        <h2 id="proves">{proves.heading}</h2>
        <ul className="ledger-proves" data-holds="yes">
          {proves.yes.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <h3>{proves.noHeading}</h3>
        <ul className="ledger-proves" data-holds="no">
          {proves.no.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="heads">
        <h2 id="heads">{words.heads.heading}</h2>
        <p>{words.heads.about}</p>
        {heads.isPending && <Loading what={words.loading} />}
        {heads.isError && (
          <ErrorMessage message={refusalOf(heads.error).message} onRetry={() => void heads.refetch()} />
        )}
        {heads.data && <HeadsTable partnershipId={partnershipId} heads={heads.data.heads} />}
      </section>
      {mayForget && <ForgetPart partnershipId={partnershipId} />}
    </main>
  );
}
