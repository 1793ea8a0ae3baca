import type { ReactNode } from 'react';
import { PageHeading } from '../ui/PageHeading.tsx';
import { t } from '../words.ts';
import { SignInsSection } from './SignInsSection.tsx';

/** One's own account, in sections: what the page is given, then where one is signed in. */
export function MePage({ children }: { readonly children?: ReactNode }) {
  return (
    <main id="main" className="page narrow" tabIndex={-1}>
      <PageHeading title={t('people.me.heading')} />
      {children}
      <SignInsSection />
    </main>
  );
}
