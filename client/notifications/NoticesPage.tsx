import { Link } from 'wouter';
import { inboxWords as words } from '../../shared/messages/en/inbox.ts';
import type { NoticesAnswer, ShownNotice } from '../../shared/notifications/api.ts';
import type { OwnPartnership } from '../../shared/partnerships/api.ts';
import { refusalOf } from '../api.ts';
import { useChanges } from '../live/useChanges.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { toast } from '../ui/toast.ts';
import { sayDay } from '../words.ts';
import { NoticeRow } from './NoticeRow.tsx';
import { useNotices, useRead } from './queries.ts';
import './notifications.css';

/** What happened in my partnerships, what needs me first. */
export function NoticesPage({ partnerships }: { readonly partnerships: readonly OwnPartnership[] }) {
  const notices = useNotices();
  return (
    <main id="main" className="page narrow" tabIndex={-1}>
      {partnerships.map(({ id }) => (
        <Followed key={id} partnershipId={id} />
      ))}
      <PageHeading title={words.heading} />
      <p className="lead">{words.about}</p>
      {notices.isPending && <Loading what={words.loading} />}
      {notices.isError && !notices.data && (
        <ErrorMessage message={refusalOf(notices.error).message} onRetry={() => void notices.refetch()} />
      )}
      {notices.data && <Notices told={notices.data} />}
      {partnerships[0] && (
        <p>
          <Link href="/me">{words.howTold}</Link>
        </p>
      )}
    </main>
  );
}

/** Each partnership has a stream of its own. */
function Followed({ partnershipId }: { readonly partnershipId: string }) {
  useChanges(partnershipId);
  return null;
}

function Notices({ told: { notices, unread } }: { readonly told: NoticesAnswer }) {
  const read = useRead();
  if (notices.length === 0)
    return (
      <EmptyState title={words.empty}>
        <p>{words.emptyHow}</p>
      </EmptyState>
    );
  const needing = notices.filter(({ needsMe }) => needsMe);
  const news = notices.filter(({ needsMe }) => !needsMe);
  return (
    <>
      {unread > 0 && (
        <Button
          look="plain"
          busy={read.isPending}
          onClick={() => read.mutate('all', { onSuccess: () => toast(words.allRead, { takesFocus: true }) })}
        >
          {words.readAll}
        </Button>
      )}
      {read.isError && <ErrorMessage message={refusalOf(read.error).message} />}
      <section aria-labelledby="notices-needs">
        <h2 id="notices-needs">{words.needsYou}</h2>
        {needing.length === 0 ? <p>{words.nothingNeedsYou}</p> : <Rows notices={needing} named />}
      </section>
      {byPartnership(news).map(([id, name, days]) => (
        <section key={id} aria-labelledby={`notices-${id}`}>
          <h2 id={`notices-${id}`} dir="auto">
            {name}
          </h2>
          {days.map(([day, some]) => (
            <div key={day}>
              <h3 className="notices-day">{day}</h3>
              <Rows notices={some} />
            </div>
          ))}
        </section>
      ))}
    </>
  );
}

interface RowsProps {
  readonly notices: readonly ShownNotice[];
  /** Whether each says which partnership it is of. */
  readonly named?: boolean;
}

function Rows({ notices, named = false }: RowsProps) {
  return (
    <ul className="rows">
      {notices.map((notice) => (
        <NoticeRow key={notice.ids.join()} notice={notice} named={named} />
      ))}
    </ul>
  );
}

type Day = [string, ShownNotice[]];

/** By partnership, then by day, as they come: the newest first. */
function byPartnership(notices: readonly ShownNotice[]): [string, string, Day[]][] {
  const now = Date.now();
  const places = [...new Set(notices.map(({ partnershipId }) => partnershipId))];
  return places.map((id) => {
    const here = notices.filter(({ partnershipId }) => partnershipId === id);
    const days = new Map<string, ShownNotice[]>();
    for (const notice of here) {
      const day = sayDay(notice.at, now);
      days.set(day, [...(days.get(day) ?? []), notice]);
    }
    return [id, here[0]?.partnership ?? '', [...days]];
  });
}
