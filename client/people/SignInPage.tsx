import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import { isOwnPage } from '../../shared/people/then.ts';
import { Brand } from '../ui/Brand.tsx';
import { AddressForm } from './AddressForm.tsx';
import { askedFor, rememberAsked } from './asked.ts';
import { CodeForm } from './CodeForm.tsx';
import { LinkStep } from './LinkStep.tsx';
import { mailedLink, putLinkAside } from './mailedLink.ts';

/** Signing in by mail: the address, then the code; or, for whoever opened the mail's link, one button. */
export function SignInPage() {
  const [token, setToken] = useState(mailedLink);
  const [asked, setAsked] = useState(askedFor);
  const [search] = useSearchParams();
  const then = search.get('then') ?? '';
  const goingTo = isOwnPage(then) ? then : undefined;
  useEffect(() => rememberAsked(asked), [asked]);
  useEffect(() => {
    // A second link, opened in the place of the first, loads no page.
    const look = () => setToken(mailedLink());
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  const askNew = () => {
    putLinkAside();
    setToken(undefined);
  };
  return (
    <>
      <header className="top-bar">
        <Brand />
      </header>
      <main id="main" className="sign-in-page" tabIndex={-1}>
        {token ? (
          <LinkStep token={token} onAskNew={askNew} />
        ) : asked ? (
          <CodeForm {...{ asked, goingTo }} onOtherAddress={() => setAsked(undefined)} />
        ) : (
          <AddressForm goingTo={goingTo} onAsked={setAsked} />
        )}
      </main>
    </>
  );
}
