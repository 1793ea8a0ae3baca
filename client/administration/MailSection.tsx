import { sayWhen, t } from '../words.ts';
import { useMailState } from './queries.ts';

/** Whether mails get through, and what the mail server said where they did not. */
export function MailSection() {
  const state = useMailState().data;
  if (!state) return null;
  return (
    <section aria-labelledby="mails">
      <h2 id="mails">{t('administration.mail')}</h2>
      <p>
        {state.sent
          ? t('administration.mailWaiting', { count: state.waiting })
          : t('administration.mailOutbox')}
      </p>
      {state.failed.length > 0 && (
        <>
          <p>{t('administration.mailFailed')}</p>
          <ul>
            {state.failed.map(({ id, at, problem }) => (
              <li key={id}>{t('administration.mailFailedAt', { when: sayWhen(at, Date.now()), problem })}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
