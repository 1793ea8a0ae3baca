import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { Redirect, Route, Switch, useSearchParams } from 'wouter';
import { mayCreate } from '../shared/documents/managing.ts';
import type { MeAnswer, OwnMember } from '../shared/partnerships/api.ts';
import { isOwnPage } from '../shared/people/then.ts';
import { createQueryClient, refusalOf } from './api.ts';
import { WithDocument } from './documents/WithDocument.tsx';
import { HomePage } from './partnerships/HomePage.tsx';
import { MyPartnerships } from './partnerships/MyPartnerships.tsx';
import { TopBar } from './partnerships/TopBar.tsx';
import { WelcomePage } from './partnerships/WelcomePage.tsx';
import { InvitationPage } from './people/InvitationPage.tsx';
import { mailedLink } from './people/mailedLink.ts';
import { useMe } from './people/queries.ts';
import { Crash } from './ui/Crash.tsx';
import { ErrorMessage } from './ui/ErrorMessage.tsx';
import { Loading } from './ui/Loading.tsx';
import { NotFound } from './ui/NotFound.tsx';
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
        <Switch>
          <Route path="/invitation">
            <Suspense fallback={<Waiting />}>
              <InvitedPage />
            </Suspense>
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

function Waiting() {
  return (
    <main id="main" className="page">
      <Loading what={t('people.loadingMe')} />
    </main>
  );
}

function SignedOutPages({ example }: { readonly example: boolean }) {
  const [search] = useSearchParams();
  const then = search.get('then');
  const signIn = then === null ? '/sign-in' : `/sign-in?then=${encodeURIComponent(then)}`;
  return (
    <Suspense fallback={<Waiting />}>
      <Switch>
        <Route path="/">
          {example ? <WelcomePage signIn={signIn} /> : <InvitationPage signIn={signIn} />}
        </Route>
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
    </Suspense>
  );
}

/** Where the start leads: to the page that one was on the way to before coming in, or home. */
function Start({ me }: { readonly me: MeAnswer }) {
  const [search] = useSearchParams();
  const then = search.get('then') ?? '';
  return isOwnPage(then) ? <Redirect to={then} replace /> : <HomePage me={me} />;
}

const SignInPage = lazy(async () => ({ default: (await import('./people/SignInPage.tsx')).SignInPage }));
const OutsidePage = lazy(async () => ({ default: (await import('./people/OutsidePage.tsx')).OutsidePage }));
const OutboxPage = lazy(async () => ({ default: (await import('./example/OutboxPage.tsx')).OutboxPage }));
const NamePage = lazy(async () => ({ default: (await import('./people/NamePage.tsx')).NamePage }));
/** For whoever holds an invitation's link, signed in or not. */
const InvitedPage = lazy(async () => ({
  default: (await import('./invitations/InvitedPage.tsx')).InvitedPage,
}));

const load = {
  documents: () => import('./documents/DocumentsPage.tsx'),
  newDocument: () => import('./documents/NewDocumentPage.tsx'),
  people: () => import('./partnerships/people/PeoplePage.tsx'),
  guide: () => import('./partnerships/guide/GuidePage.tsx'),
  departure: () => import('./departures/DeparturePage.tsx'),
  journal: () => import('./history/JournalPage.tsx'),
  document: () => import('./documents/DocumentPage.tsx'),
  rights: () => import('./documents/RightsPage.tsx'),
  me: () => import('./people/MePage.tsx'),
  administration: () => import('./administration/AdministrationPage.tsx'),
  catchUp: () => import('./newcomers/CatchUpPage.tsx'),
  signing: () => import('./newcomers/SigningPage.tsx'),
  invite: () => import('./invitations/InvitePage.tsx'),
  access: () => import('./documents/AccessPage.tsx'),
  ownNames: () => import('./partnerships/OwnNames.tsx'),
  profile: () => import('./people/ProfileSection.tsx'),
  asSeat: () => import('./documents/AsSeatPage.tsx'),
  chosenName: () => import('./partnerships/ChosenNamePage.tsx'),
  member: () => import('./partnerships/MemberPage.tsx'),
};
const DocumentsPage = lazy(async () => ({ default: (await load.documents()).DocumentsPage }));
const NewDocumentPage = lazy(async () => ({ default: (await load.newDocument()).NewDocumentPage }));
const PeoplePage = lazy(async () => ({ default: (await load.people()).PeoplePage }));
const GuidePage = lazy(async () => ({ default: (await load.guide()).GuidePage }));
const DeparturePage = lazy(async () => ({ default: (await load.departure()).DeparturePage }));
const JournalPage = lazy(async () => ({ default: (await load.journal()).JournalPage }));
const DocumentPage = lazy(async () => ({ default: (await load.document()).DocumentPage }));
const OwnNames = lazy(async () => ({ default: (await load.ownNames()).OwnNames }));
const ProfileSection = lazy(async () => ({ default: (await load.profile()).ProfileSection }));
const AsSeatPage = lazy(async () => ({ default: (await load.asSeat()).AsSeatPage }));
const ChosenNamePage = lazy(async () => ({ default: (await load.chosenName()).ChosenNamePage }));
const MemberPage = lazy(async () => ({ default: (await load.member()).MemberPage }));
const AccessPage = lazy(async () => ({ default: (await load.access()).AccessPage }));
const AdministrationPage = lazy(async () => ({ default: (await load.administration()).AdministrationPage }));
const MePage = lazy(async () => ({ default: (await load.me()).MePage }));
const CatchUpPage = lazy(async () => ({ default: (await load.catchUp()).CatchUpPage }));
const SigningPage = lazy(async () => ({ default: (await load.signing()).SigningPage }));
const InvitePage = lazy(async () => ({ default: (await load.invite()).InvitePage }));
const RightsPage = lazy(async () => ({ default: (await load.rights()).RightsPage }));

/** Fetches the pages that one may go to next, so that they are there if the connection goes. */
function usePagesAhead() {
  useEffect(() => {
    void Promise.allSettled(Object.values(load).map((page) => page()));
  }, []);
}

function SignedInPages({ me }: { readonly me: MeAnswer }): ReactNode {
  usePagesAhead();
  // An invitation asks by what name one wants to be known: whoever has answered one, or is on the way to it,
  // is asked for no other.
  const [search] = useSearchParams();
  const toInvitation = search.get('then') === '/invitation';
  const named = me.account?.name !== '' || me.partnerships.length > 0 || toInvitation;
  return (
    <Suspense fallback={<Waiting />}>
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
            <ProfileSection chosenName={me.partnerships.some(({ member }) => member.isPseudonym)} />
          </MePage>
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
        <Route path="/partnerships/:partnershipId">
          {({ partnershipId }) => (
            <InPartnership me={me} id={partnershipId}>
              {(member) => <DocumentsPage partnershipId={partnershipId} mayStart={mayStart(member)} />}
            </InPartnership>
          )}
        </Route>
        <Route path="/partnerships/:partnershipId/new">
          {({ partnershipId }) => (
            <InPartnership me={me} id={partnershipId}>
              {() => <NewDocumentPage partnershipId={partnershipId} />}
            </InPartnership>
          )}
        </Route>
        <Route path="/partnerships/:partnershipId/people">
          {({ partnershipId }) => (
            <InPartnership me={me} id={partnershipId}>
              {(member) => <PeoplePage partnershipId={partnershipId} me={member} />}
            </InPartnership>
          )}
        </Route>
        <Route path="/partnerships/:partnershipId/people/:memberId/leave">
          {({ partnershipId, memberId }) => (
            <InPartnership me={me} id={partnershipId}>
              {() => <DeparturePage partnershipId={partnershipId} memberId={memberId} />}
            </InPartnership>
          )}
        </Route>
        <Route path="/partnerships/:partnershipId/journal">
          {({ partnershipId }) => (
            <InPartnership me={me} id={partnershipId}>
              {() => <JournalPage partnershipId={partnershipId} />}
            </InPartnership>
          )}
        </Route>
        <Route path="/partnerships/:partnershipId/as/:seatId">
          {({ partnershipId, seatId }) => (
            <InPartnership me={me} id={partnershipId}>
              {() => <AsSeatPage partnershipId={partnershipId} seatId={seatId} />}
            </InPartnership>
          )}
        </Route>
        <Route path="/partnerships/:partnershipId/my-name">
          {({ partnershipId }) => (
            <InPartnership me={me} id={partnershipId}>
              {() => <ChosenNamePage partnershipId={partnershipId} />}
            </InPartnership>
          )}
        </Route>
        <Route path="/partnerships/:partnershipId/people/:memberId">
          {({ partnershipId, memberId }) => (
            <InPartnership me={me} id={partnershipId}>
              {() => <MemberPage partnershipId={partnershipId} memberId={memberId} />}
            </InPartnership>
          )}
        </Route>
        <Route path="/partnerships/:partnershipId/welcome">
          {({ partnershipId }) => (
            <InPartnership me={me} id={partnershipId}>
              {() => <CatchUpPage partnershipId={partnershipId} />}
            </InPartnership>
          )}
        </Route>
        <Route path="/documents/:documentId/sign">
          {({ documentId }) => (
            <WithDocument me={me} documentId={documentId}>
              {(document) => <SigningPage document={document} />}
            </WithDocument>
          )}
        </Route>
        <Route path="/partnerships/:partnershipId/invite">
          {({ partnershipId }) => (
            <InPartnership me={me} id={partnershipId}>
              {({ roles }) => (
                <InvitePage partnershipId={partnershipId} mayInvite={roles.includes('facilitator')} />
              )}
            </InPartnership>
          )}
        </Route>
        <Route path="/documents/:documentId">
          {({ documentId }) => (
            <WithDocument key={documentId} me={me} documentId={documentId}>
              {(document) => <DocumentPage document={document} accountId={me.account?.id ?? ''} />}
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
        <Route>
          <TopBar partnership={me.partnerships[0]} />
          <NotFound />
        </Route>
      </Switch>
    </Suspense>
  );
}

interface InPartnershipProps {
  readonly me: MeAnswer;
  readonly id: string;
  readonly children: (member: OwnMember) => ReactNode;
}

/** A page of a partnership that I am in, under its bar. */
function InPartnership({ me, id, children }: InPartnershipProps) {
  const partnership = me.partnerships.find((mine) => mine.id === id);
  return (
    <>
      <TopBar partnership={partnership ?? me.partnerships[0]} />
      {partnership ? (
        children(partnership.member)
      ) : (
        <NotFound title={t('partnerships.lost')}>{t('partnerships.lostHow')}</NotFound>
      )}
    </>
  );
}

function mayStart({ seats, roles }: OwnMember): boolean {
  return mayCreate({ seatIds: seats.map(({ id }) => id), roles }) === undefined;
}
