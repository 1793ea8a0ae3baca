import type { ReactNode } from 'react';
import { Redirect, Route, Switch, useSearchParams } from 'wouter';
import type { MeAnswer } from '../shared/partnerships/api.ts';
import { isOwnPage } from '../shared/people/then.ts';
import { WithDocument } from './documents/WithDocument.tsx';
import { NoticesLink } from './notifications/NoticesLink.tsx';
import { OutboxPage, OutsidePage, SignInPage } from './outsidePages.ts';
import {
  AccessPage,
  AdministrationPage,
  DecisionWithAskings,
  DocumentWithDecisions,
  GuidePage,
  MePage,
  NamePage,
  NoticesPage,
  OwnNames,
  OwnSettings,
  ProfileSection,
  RightsPage,
  SigningPage,
  usePagesAhead,
  VersionPage,
  VersionsPage,
  WithDraft,
} from './pages.ts';
import { partnershipPages } from './partnershipPages.tsx';
import { HomePage } from './partnerships/HomePage.tsx';
import { InPartnership } from './partnerships/InPartnership.tsx';
import { MyPartnerships } from './partnerships/MyPartnerships.tsx';
import { TopBar } from './partnerships/TopBar.tsx';
import { TopBarExtra } from './partnerships/topBarExtra.ts';
import { mailedLink } from './people/mailedLink.ts';
import { NotFound } from './ui/NotFound.tsx';
import { t } from './words.ts';

const EXTRA = <NoticesLink />;

/** The pages of whoever is signed in. */
export function SignedInPages({ me }: { readonly me: MeAnswer }): ReactNode {
  usePagesAhead();
  // An invitation asks by what name one wants to be known: whoever has answered one, or is on the way to it,
  // is asked for no other.
  const [search] = useSearchParams();
  const toInvitation = search.get('then') === '/invitation';
  const named = me.account?.name !== '' || me.partnerships.length > 0 || toInvitation;
  return (
    <TopBarExtra value={EXTRA}>
      <Switch>
        {!named && (
          <Route>
            <NamePage />
          </Route>
        )}
        <Route path="/">
          <Start me={me} />
        </Route>
        <Route path="/sign-in">{mailedLink() ? <SignInPage /> : <Start me={me} />}</Route>
        <Route path="/sign-in/outside">
          <OutsidePage />
        </Route>
        <Route path="/me">
          <TopBar partnership={me.partnerships[0]} />
          <MePage administrator={me.administrator}>
            <h2>{t('partnerships.yours')}</h2>
            <MyPartnerships me={me} />
            <OwnNames partnerships={me.partnerships} />
            <OwnSettings partnerships={me.partnerships} />
            <ProfileSection chosenName={me.partnerships.some(({ member }) => member.isPseudonym)} />
          </MePage>
        </Route>
        <Route path="/notices">
          <TopBar partnership={me.partnerships[0]} />
          <NoticesPage partnerships={me.partnerships} />
        </Route>
        {me.administrator && (
          <Route path="/administration">
            <TopBar partnership={undefined} />
            <AdministrationPage />
          </Route>
        )}
        {me.example && (
          <Route path="/outbox">
            <OutboxPage />
          </Route>
        )}
        <Route path="/new-partnership">
          <TopBar partnership={undefined} />
          {me.mayFound && me.account ? (
            <GuidePage accountId={me.account.id} name={me.account.name} />
          ) : (
            <NotFound title={t('guide.mayNot')}>{t('guide.mayNotHow')}</NotFound>
          )}
        </Route>
        {Object.entries(partnershipPages).map(([path, page]) => (
          <Route key={path} path={`/partnerships/:partnershipId${path}`}>
            {({ partnershipId = '', ...rest }) => (
              <InPartnership me={me} id={partnershipId}>
                {(member) =>
                  page({ partnershipId, member, named: (name) => rest[name as keyof typeof rest] ?? '' })
                }
              </InPartnership>
            )}
          </Route>
        ))}
        <Route path="/decisions/:decisionId/draft">
          {({ decisionId }) => <WithDraft key={decisionId} me={me} decisionId={decisionId} />}
        </Route>
        <Route path="/decisions/:decisionId">
          {({ decisionId }) => <DecisionWithAskings key={decisionId} me={me} decisionId={decisionId} />}
        </Route>
        <Route path="/documents/:documentId/sign">
          {({ documentId }) => (
            <WithDocument me={me} documentId={documentId}>
              {(document) => <SigningPage document={document} />}
            </WithDocument>
          )}
        </Route>
        <Route path="/documents/:documentId">
          {({ documentId }) => (
            <WithDocument key={documentId} me={me} documentId={documentId}>
              {(document) => <DocumentWithDecisions document={document} me={me} />}
            </WithDocument>
          )}
        </Route>
        <Route path="/documents/:documentId/rights">
          {({ documentId }) => (
            <WithDocument me={me} documentId={documentId}>
              {(document) => <RightsPage document={document} />}
            </WithDocument>
          )}
        </Route>
        <Route path="/documents/:documentId/access">
          {({ documentId }) => (
            <WithDocument me={me} documentId={documentId}>
              {(document) => <AccessPage document={document} />}
            </WithDocument>
          )}
        </Route>
        <Route path="/documents/:documentId/versions">
          {({ documentId }) => (
            <WithDocument me={me} documentId={documentId}>
              {(document) => <VersionsPage document={document} />}
            </WithDocument>
          )}
        </Route>
        <Route path="/documents/:documentId/versions/:seq">
          {({ documentId, seq }) => (
            <WithDocument me={me} documentId={documentId}>
              {(document) => <VersionPage key={seq} document={document} seq={seq} />}
            </WithDocument>
          )}
        </Route>
        <Route>
          <TopBar partnership={me.partnerships[0]} />
          <NotFound />
        </Route>
      </Switch>
    </TopBarExtra>
  );
}

/** Where the start leads: to the page that one was on the way to before coming in, or home. */
function Start({ me }: { readonly me: MeAnswer }) {
  const [search] = useSearchParams();
  const then = search.get('then') ?? '';
  return isOwnPage(then) ? <Redirect to={then} replace /> : <HomePage me={me} />;
}
