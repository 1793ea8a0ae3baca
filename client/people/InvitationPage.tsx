import { Link } from 'wouter';
import { Brand } from '../ui/Brand.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { t } from '../words.ts';

/** The first page where people come in by invitation: what this is, and what to do without one. */
export function InvitationPage({ signIn }: { readonly signIn: string }) {
  return (
    <>
      <header className="top-bar">
        <Brand />
      </header>
      <main id="main" className="welcome" tabIndex={-1}>
        <div className="welcome-words">
          <PageHeading title={t('ui.name')}>{t('people.welcome.heading')}</PageHeading>
          <p className="lead">{t('people.welcome.what')}</p>
          <p className="lead">{t('people.welcome.promise')}</p>
          <h2>{t('people.invitation.heading')}</h2>
          <p>{t('people.invitation.how')}</p>
          <p>{t('people.invitation.without')}</p>
          <p>{t('people.invitation.already')}</p>
          <Link className="button main" href={signIn}>
            {t('people.signIn.heading')}
          </Link>
        </div>
      </main>
    </>
  );
}
