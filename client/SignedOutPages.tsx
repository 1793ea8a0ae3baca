import { Redirect, Route, Switch, useSearchParams } from 'wouter';
import { OutboxPage, OutsidePage, SignInPage } from './outsidePages.ts';
import { WelcomePage } from './partnerships/WelcomePage.tsx';
import { InvitationPage } from './people/InvitationPage.tsx';

/** The pages of whoever has not come in. */
export function SignedOutPages({ example }: { readonly example: boolean }) {
  const [search] = useSearchParams();
  const then = search.get('then');
  const signIn = then === null ? '/sign-in' : `/sign-in?then=${encodeURIComponent(then)}`;
  return (
    <Switch>
      <Route path="/">{example ? <WelcomePage signIn={signIn} /> : <InvitationPage signIn={signIn} />}</Route>
      <Route path="/sign-in">
        <SignInPage />
      </Route>
      <Route path="/sign-in/outside">
        <OutsidePage />
      </Route>
      {example && (
        <Route path="/outbox">
          <OutboxPage />
        </Route>
      )}
      <Route>
        <Redirect to={`/?then=${encodeURIComponent(location.pathname)}`} replace />
      </Route>
    </Switch>
  );
}
