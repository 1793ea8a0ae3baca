import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Redirect, Route, Switch, useSearchParams } from 'wouter';
import { createQueryClient, type Me, refusalOf } from './api.ts';
import { HomePage } from './partnerships/HomePage.tsx';
import { WelcomePage } from './partnerships/WelcomePage.tsx';
import { InvitationPage } from './people/InvitationPage.tsx';
import { useMe } from './people/queries.ts';
import { Crash } from './ui/Crash.tsx';
import { ErrorMessage } from './ui/ErrorMessage.tsx';
import { Loading } from './ui/Loading.tsx';
import { SkipLink } from './ui/SkipLink.tsx';
import { ToastRegion } from './ui/ToastRegion.tsx';
import { t } from './words.ts';

/** The whole client: who is here decides between coming in and the pages. */
export function App() {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <SkipLink />
      <Crash>
        <Pages />
      </Crash>
      <ToastRegion />
    </QueryClientProvider>
  );
}

function Pages() {
  const me = useMe();
  if (me.isPending) return <Waiting />;
  if (me.isError)
    return (
      <main id="main" className="page">
        <ErrorMessage message={refusalOf(me.error).message} onRetry={() => void me.refetch()} />
      </main>
    );
  return me.data.account ? <SignedInPages me={me.data} /> : <SignedOutPages example={me.data.example} />;
}

function Waiting() {
  return (
    <main id="main" className="page">
      <Loading what={t('people.loadingMe')} />
    </main>
  );
}

function SignedOutPages({ example }: { readonly example: boolean }) {
  return (
    <Switch>
      <Route path="/">{example ? <Welcome /> : <InvitationPage />}</Route>
      <Route>
        <Redirect to={`/?then=${encodeURIComponent(location.pathname)}`} replace />
      </Route>
    </Switch>
  );
}

const OWN_PAGE = /^\/(partnerships|documents)\//;

function Welcome() {
  const [search] = useSearchParams();
  const then = search.get('then') ?? '';
  return <WelcomePage then={OWN_PAGE.test(then) ? then : undefined} />;
}

function SignedInPages({ me }: { readonly me: Me }): ReactNode {
  return (
    <Switch>
      <Route path="/">
        <HomePage me={me} />
      </Route>
    </Switch>
  );
}
