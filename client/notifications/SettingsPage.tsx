import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { inboxWords } from '../../shared/messages/en/inbox.ts';
import { fill } from '../../shared/messages/fill.ts';
import { refusalOf } from '../api.ts';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { t } from '../words.ts';
import { useNoticeSettings } from './queries.ts';
import { SettingsForm } from './SettingsForm.tsx';
import './notifications.css';

const words = inboxWords.settings;

interface SettingsPageProps {
  readonly partnershipId: string;
  /** Other ways in which I am told. */
  readonly children?: ReactNode;
}

/** Which mails I get from one partnership, and when. */
export function SettingsPage({ partnershipId, children }: SettingsPageProps) {
  const chosen = useNoticeSettings(partnershipId);
  return (
    <main id="main" className="page narrow" tabIndex={-1}>
      <p className="small">
        <Link className="back-link" href="/me">
          {fill(words.backTo, { title: t('people.me.heading') })}
        </Link>
      </p>
      <PageHeading title={words.heading} />
      <p className="lead">{words.about}</p>
      {chosen.isPending && <Loading what={words.loading} />}
      {chosen.isError && !chosen.data && (
        <ErrorMessage message={refusalOf(chosen.error).message} onRetry={() => void chosen.refetch()} />
      )}
      {chosen.data?.held && <p className="notice">{words.held}</p>}
      {chosen.data && <SettingsForm {...{ partnershipId, chosen: chosen.data }} />}
      {children}
    </main>
  );
}
