import { Redirect } from 'wouter';
import type { MeAnswer } from '../../shared/partnerships/api.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { t } from '../words.ts';
import { MyPartnerships } from './MyPartnerships.tsx';
import { TopBar } from './TopBar.tsx';

/** Where one lands at the start: straight in the partnership for those in one, a choice for those in more. */
export function HomePage({ me }: { readonly me: MeAnswer }) {
  const [only, ...others] = me.partnerships;
  if (only && others.length === 0) return <Redirect to={`/partnerships/${only.id}`} replace />;
  return (
    <>
      <TopBar partnership={undefined} />
      <main id="main" className="page" tabIndex={-1}>
        <PageHeading title={t('partnerships.yours')} />
        {!only && (
          <EmptyState title={t('partnerships.none')}>
            <p>{t(me.mayFound ? 'partnerships.noneOrOwn' : 'partnerships.noneHow')}</p>
          </EmptyState>
        )}
        <MyPartnerships me={me} />
      </main>
    </>
  );
}
