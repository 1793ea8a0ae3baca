import { useState } from 'react';
import { Link } from 'wouter';
import type { DocumentAnswer } from '../../shared/documents/api.ts';
import { versionsWords as words } from '../../shared/messages/en/versions.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Moment } from '../../shared/versions/api.ts';
import { refusalOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { sayDay } from '../words.ts';
import { MomentLine } from './MomentLine.tsx';
import { NameDialog } from './NameDialog.tsx';
import { useMoments } from './queries.ts';
import './versions.css';

/** When a document was written in and by whom, by day; each leads to the document as it was then. */
export function VersionsPage({ document }: { readonly document: DocumentAnswer }) {
  const { id, title, right, archivedAt } = document;
  const found = useMoments(id);
  const [naming, setNaming] = useState(false);
  const mayEdit = right === 'edit' && archivedAt === null;
  const moments = found.data?.pages.flatMap((page) => page.moments) ?? [];
  const newest = found.data?.pages[0]?.newest ?? 0;
  return (
    <main id="main" className="page narrow versions-page" tabIndex={-1}>
      <p className="small">
        <Link className="back-link" href={`/documents/${id}`}>
          {fill(words.backTo, { title })}
        </Link>
      </p>
      <PageHeading title={words.heading} />
      <p className="lead" dir="auto">
        {title}
      </p>
      <p>
        {words.about} {mayEdit && words.aboutEdit}
      </p>
      {mayEdit && moments.length > 0 && (
        <p>
          <Button look="plain" onClick={() => setNaming(true)}>
            {words.nameIt}
          </Button>
        </p>
      )}
      {found.isPending && <Loading what={words.loading} />}
      {found.isError && (
        <ErrorMessage message={refusalOf(found.error).message} onRetry={() => void found.refetch()} />
      )}
      {found.data && moments.length === 0 && (
        <EmptyState title={words.none}>
          <p>{words.noneHow}</p>
        </EmptyState>
      )}
      {daysOf(moments).map(({ day, moments: ofDay }) => (
        <section key={day} aria-label={day}>
          <h2 className="versions-day">{day}</h2>
          <ol className="versions-list">
            {ofDay.map((moment) => (
              <MomentLine key={moment.seq} documentId={id} moment={moment} isNow={moment.seq === newest} />
            ))}
          </ol>
        </section>
      ))}
      {found.hasNextPage && (
        <Button look="plain" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {words.earlier}
        </Button>
      )}
      {naming && <NameDialog documentId={id} onClose={() => setNaming(false)} />}
    </main>
  );
}

function daysOf(moments: readonly Moment[]): { readonly day: string; readonly moments: Moment[] }[] {
  const days: { day: string; moments: Moment[] }[] = [];
  for (const moment of moments) {
    const day = sayDay(moment.endedAt, Date.now());
    const last = days.at(-1);
    if (last?.day === day) last.moments.push(moment);
    else days.push({ day, moments: [moment] });
  }
  return days;
}
