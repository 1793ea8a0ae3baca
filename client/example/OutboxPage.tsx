import { useQuery } from '@tanstack/react-query';
import type { OutboxLine } from '../../shared/example/api.ts';
import { answerOf, api, refusalOf } from '../api.ts';
import { Brand } from '../ui/Brand.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { sayWhen, t } from '../words.ts';

const LOOK_AGAIN_MS = 3000;

/** The mails of an example, which would have been sent. New ones come by themselves. */
export function OutboxPage() {
  const found = useQuery({
    queryKey: ['outbox'],
    queryFn: () => answerOf(api.example.mails.$get()),
    refetchInterval: LOOK_AGAIN_MS,
  });
  return (
    <>
      <header className="top-bar">
        <Brand />
      </header>
      <main id="main" className="page narrow" tabIndex={-1}>
        <PageHeading title={t('example.outbox.heading')} />
        <p className="lead">{t(found.data?.sent ? 'example.outbox.sent' : 'example.outbox.about')}</p>
        {found.isPending && <Loading what={t('example.outbox.loading')} />}
        {found.isError && <ErrorMessage message={refusalOf(found.error).message} />}
        {found.data?.sent === false && found.data.mails.length === 0 && (
          <EmptyState title={t('example.outbox.empty')}>
            <p>{t('example.outbox.emptyHow')}</p>
          </EmptyState>
        )}
        {found.data?.mails.map((mail) => (
          <OneMail key={mail.id} mail={mail} />
        ))}
      </main>
    </>
  );
}

function OneMail({ mail: { to, subject, at, text } }: { readonly mail: OutboxLine }) {
  return (
    <article className="sheet outbox-mail">
      <h2>{subject}</h2>
      <p className="small">{t('example.outbox.to', { to, when: sayWhen(at, Date.now()) })}</p>
      <div className="mail-words">
        {text.split(/(https?:\/\/\S*[^\s.,])/).map((part) =>
          part.startsWith('http') ? (
            <a key={part} href={part}>
              {part}
            </a>
          ) : (
            part
          ),
        )}
      </div>
    </article>
  );
}
