import { useDeferredValue, useState } from 'react';
import { refusalOf } from '../api.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { t } from '../words.ts';
import { AccountRow } from './AccountRow.tsx';
import { MailSection } from './MailSection.tsx';
import { useAccounts } from './queries.ts';

/** Everyone who can sign in to this server, and whether its mails get through. */
export function AdministrationPage() {
  const [search, setSearch] = useState('');
  return (
    <main id="main" className="page narrow" tabIndex={-1}>
      <PageHeading title={t('administration.heading')} />
      <p className="lead">{t('administration.about')}</p>
      <SearchField label={t('administration.search')} value={search} onChange={setSearch} />
      <AccountList search={search} />
      <MailSection />
    </main>
  );
}

function AccountList({ search }: { readonly search: string }) {
  const wanted = useDeferredValue(search.trim());
  const found = useAccounts(wanted);
  if (!found.data && found.isError)
    return <ErrorMessage message={refusalOf(found.error).message} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Loading what={t('administration.loading')} />;
  const { accounts, more } = found.data;
  return (
    <>
      <p className="small" role="status">
        {accounts.length > 0 &&
          t(more ? 'administration.more' : 'administration.count', { count: accounts.length })}
      </p>
      {accounts.length === 0 && (
        <EmptyState title={t('administration.none', { search: wanted })}>
          <p>{t('administration.noneHow')}</p>
        </EmptyState>
      )}
      <ul className="rows">
        {accounts.map((account) => (
          <AccountRow key={account.id} account={account} />
        ))}
      </ul>
    </>
  );
}
