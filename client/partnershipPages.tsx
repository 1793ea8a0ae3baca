import type { ReactNode } from 'react';
import { mayCreate } from '../shared/documents/managing.ts';
import type { OwnMember } from '../shared/partnerships/api.ts';
import {
  AskingsHere,
  AsSeatPage,
  CalendarSection,
  CatchUpPage,
  ChosenNamePage,
  DeparturePage,
  DocumentsPage,
  InvitePage,
  JournalPage,
  LedgerPage,
  LinksPage,
  MailTroubles,
  MemberPage,
  NeedsYou,
  NewDecisionPage,
  NewDocumentPage,
  NewRulePage,
  NotesPage,
  NoticeSettingsPage,
  PaperPage,
  PeoplePage,
  RegisterPage,
  RulesPage,
  TryPage,
  ValuesPage,
} from './pages.ts';

/** Where a page of a partnership is shown: whose it is, who I am in it, and what else its address names. */
export interface Place {
  readonly partnershipId: string;
  readonly member: OwnMember;
  /** A part of the address by its name. */
  readonly named: (name: string) => string;
}

/** Every page of a partnership, by what its address has after the partnership's. */
export const partnershipPages: Readonly<Record<string, (place: Place) => ReactNode>> = {
  '': ({ partnershipId, member }) => (
    <DocumentsPage partnershipId={partnershipId} mayStart={mayStart(member)}>
      <NeedsYou partnershipId={partnershipId} />
      <AskingsHere partnershipId={partnershipId} />
    </DocumentsPage>
  ),
  '/decisions': ({ partnershipId, member }) => (
    <RegisterPage partnershipId={partnershipId} mayStart={mayDraft(member)} />
  ),
  '/new': ({ partnershipId }) => <NewDocumentPage partnershipId={partnershipId} />,
  '/people': ({ partnershipId, member }) => (
    <PeoplePage partnershipId={partnershipId} me={member}>
      {member.roles.includes('facilitator') && <MailTroubles partnershipId={partnershipId} />}
    </PeoplePage>
  ),
  '/people/:memberId/leave': ({ partnershipId, named }) => (
    <DeparturePage partnershipId={partnershipId} memberId={named('memberId')} />
  ),
  '/people/:memberId': ({ partnershipId, named }) => (
    <MemberPage partnershipId={partnershipId} memberId={named('memberId')} />
  ),
  '/values': ({ partnershipId, member: { seats, roles } }) => (
    <ValuesPage
      partnershipId={partnershipId}
      mayPut={seats.length > 0 || roles.includes('facilitator') || roles.includes('recorder')}
    />
  ),
  '/decisions/new': ({ partnershipId, member }) => (
    <NewDecisionPage partnershipId={partnershipId} me={member} />
  ),
  '/rules': ({ partnershipId, member }) => <RulesPage partnershipId={partnershipId} me={member} />,
  '/rules/new': ({ partnershipId }) => <NewRulePage partnershipId={partnershipId} />,
  '/rules/try': ({ partnershipId }) => <TryPage partnershipId={partnershipId} />,
  '/ledger': ({ partnershipId, member: { roles } }) => (
    <LedgerPage partnershipId={partnershipId} mayForget={roles.includes('records_officer')} />
  ),
  '/paper': ({ partnershipId, member }) => <PaperPage partnershipId={partnershipId} me={member} />,
  '/journal': ({ partnershipId }) => <JournalPage partnershipId={partnershipId} />,
  '/as/:seatId': ({ partnershipId, named }) => (
    <AsSeatPage partnershipId={partnershipId} seatId={named('seatId')} />
  ),
  '/my-notices': ({ partnershipId }) => (
    <NoticeSettingsPage partnershipId={partnershipId}>
      <CalendarSection partnershipId={partnershipId} />
    </NoticeSettingsPage>
  ),
  '/my-name': ({ partnershipId }) => <ChosenNamePage partnershipId={partnershipId} />,
  '/welcome': ({ partnershipId }) => <CatchUpPage partnershipId={partnershipId} />,
  '/links': ({ partnershipId, member }) => <LinksPage partnershipId={partnershipId} me={member} />,
  '/private-notes': ({ partnershipId, member }) => <NotesPage partnershipId={partnershipId} me={member} />,
  '/invite': ({ partnershipId, member: { roles } }) => (
    <InvitePage partnershipId={partnershipId} mayInvite={roles.includes('facilitator')} />
  ),
};

function mayStart({ seats, roles }: OwnMember): boolean {
  return mayCreate({ seatIds: seats.map(({ id }) => id), roles }) === undefined;
}

function mayDraft({ seats, roles }: OwnMember): boolean {
  return seats.length > 0 || roles.includes('facilitator') || roles.includes('recorder');
}
