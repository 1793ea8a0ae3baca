import type { JournalLine } from '../../shared/history/api.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { sayWhen, t } from '../words.ts';
import { useJournal } from './queries.ts';
import './history.css';

/** What happened in a partnership, who did it and why, the newest first. */
export function JournalPage({ partnershipId }: { readonly partnershipId: string }) {
  const journal = useJournal(partnershipId);
  const lines = journal.data?.pages.flatMap((page) => page.lines) ?? [];
  return (
    <main id="main" className="page narrow" tabIndex={-1}>
      <PageHeading title={t('history.heading')} />
      <p className="lead">{t('history.about')}</p>
      <p className="small">{t('history.hiddenAbout')}</p>
      {journal.isPending && <Loading what={t('history.loading')} />}
      {journal.isError && (
        <ErrorMessage message={refusalOf(journal.error).message} onRetry={() => void journal.refetch()} />
      )}
      {journal.data && lines.length === 0 && (
        <EmptyState title={t('history.none')}>
          <p>{t('history.noneHow')}</p>
        </EmptyState>
      )}
      <ol className="journal">
        {lines.map((line) => (
          <Line key={line.seq} line={line} />
        ))}
      </ol>
      <p className="small" role="status">
        {lines.length > 0 && t('history.shown', { count: lines.length })}
        {lines.length > 0 && !journal.hasNextPage && ` ${t('history.theStart')}`}
      </p>
      {journal.hasNextPage && (
        <Button look="plain" busy={journal.isFetchingNextPage} onClick={() => void journal.fetchNextPage()}>
          {t('history.earlier')}
        </Button>
      )}
    </main>
  );
}

function Line({ line }: { readonly line: JournalLine }) {
  return (
    <li>
      <time dateTime={new Date(line.at).toISOString()}>{sayWhen(line.at, Date.now())}</time>
      <div>
        <p className="journal-words" dir="auto">
          {line.words}
        </p>
        {line.reason !== '' && (
          <p className="journal-reason" dir="auto">
            {t('history.reason', { reason: line.reason })}
          </p>
        )}
        {line.details.length > 0 && (
          <ul>
            {line.details.map((detail) => (
              <li key={detail} dir="auto">
                {detail}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
