import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { PageHeading } from '../ui/PageHeading.tsx';
import { t } from '../words.ts';
import { SignInsSection } from './SignInsSection.tsx';

export interface MePageProps {
  readonly administrator: boolean;
  readonly children?: ReactNode;
}

/** One's own account, in sections: what the page is given, then where one is signed in. */
export function MePage({ administrator, children }: MePageProps) {
  return (
    <main id="main" className="page narrow" tabIndex={-1}>
      <PageHeading title={t('people.me.heading')} />
      {children}
      <SignInsSection />
      {administrator && (
        <section aria-labelledby="administration">
          <h2 id="administration">{t('people.me.administration')}</h2>
          <Link className="button plain" href="/administration">
            {t('people.me.toAdministration')}
          </Link>
        </section>
      )}
    </main>
  );
}
