import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { Route, Switch } from 'wouter';
import { createQueryClient, refusalOf } from './api.ts';
import { InvitedPage } from './outsidePages.ts';
import { useMe } from './people/queries.ts';
import { SignedOutPages } from './SignedOutPages.tsx';
import { Crash } from './ui/Crash.tsx';
import { ErrorMessage } from './ui/ErrorMessage.tsx';
import { late } from './ui/late.tsx';
import { SkipLink } from './ui/SkipLink.tsx';
import { ToastRegion } from './ui/ToastRegion.tsx';
import { Waiting } from './Waiting.tsx';

/** The whole client: who is here decides between coming in and the pages. */
export function App() {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <SkipLink />
      <Crash>
        <Switch>
          <Route path="/invitation">
            <InvitedPage />
          </Route>
          <Route>
            <Pages />
          </Route>
        </Switch>
      </Crash>
      <ToastRegion />
    </QueryClientProvider>
  );
}

/** Nobody who is still outside needs it. */
const SignedInPages = late(async () => (await import('./SignedInPages.tsx')).SignedInPages, Waiting);

function Pages() {
  const me = useMe();
  // What is known stays on the page when the connection goes.
  if (me.data)
    return me.data.account ? <SignedInPages me={me.data} /> : <SignedOutPages example={me.data.example} />;
  if (me.isError)
    return (
      <main id="main" className="page">
        <ErrorMessage message={refusalOf(me.error).message} onRetry={() => void me.refetch()} />
      </main>
    );
  return <Waiting />;
}
