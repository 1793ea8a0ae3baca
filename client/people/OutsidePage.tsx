import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { refusalOf } from '../api.ts';
import { Brand } from '../ui/Brand.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeading } from '../ui/PageHeading.tsx';
import { t } from '../words.ts';
import { useComeBack } from './queries.ts';

let held = '';

/**
 * The query that the service sent along. It is taken off the address at once, so that it stays in no history, and
 * kept here, because a page may be begun more than once before it is shown.
 */
function takenQuery(): string {
  if (location.search) {
    held = location.search;
    history.replaceState(history.state, '', location.pathname);
  }
  return held;
}

/** Where the outside service sends people back to. */
export function OutsidePage() {
  const [query] = useState(takenQuery);
  const { mutate, error } = useComeBack();
  useEffect(() => mutate(query), [mutate, query]);
  return (
    <>
      <header className="top-bar">
        <Brand />
      </header>
      <main id="main" className="sign-in-page" tabIndex={-1}>
        <PageHeading title={t('people.signIn.outsideHeading')} />
        {error ? (
          <ErrorMessage message={refusalOf(error).message}>
            <Link className="button plain" href="/sign-in">
              {t('people.signIn.toSignIn')}
            </Link>
          </ErrorMessage>
        ) : (
          <Loading what={t('people.signIn.outsideWait')} />
        )}
      </main>
    </>
  );
}
