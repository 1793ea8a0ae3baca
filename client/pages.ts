import { lazy, useEffect } from 'react';

export const NamePage = lazy(async () => ({ default: (await import('./people/NamePage.tsx')).NamePage }));

const load = {
  documents: () => import('./documents/DocumentsPage.tsx'),
  newDocument: () => import('./documents/NewDocumentPage.tsx'),
  people: () => import('./partnerships/people/PeoplePage.tsx'),
  guide: () => import('./partnerships/guide/GuidePage.tsx'),
  departure: () => import('./departures/DeparturePage.tsx'),
  journal: () => import('./history/JournalPage.tsx'),
  register: () => import('./decisions/register/RegisterPage.tsx'),
  needsYou: () => import('./decisions/register/NeedsYou.tsx'),
  paper: () => import('./paper/PaperPage.tsx'),
  askings: () => import('./asking/AskingsHere.tsx'),
  decision: () => import('./DecisionWithAskings.tsx'),
  document: () => import('./DocumentWithDecisions.tsx'),
  rights: () => import('./documents/RightsPage.tsx'),
  me: () => import('./people/MePage.tsx'),
  administration: () => import('./administration/AdministrationPage.tsx'),
  catchUp: () => import('./newcomers/CatchUpPage.tsx'),
  signing: () => import('./newcomers/SigningPage.tsx'),
  links: () => import('./takePart/LinksPage.tsx'),
  invite: () => import('./invitations/InvitePage.tsx'),
  access: () => import('./documents/AccessPage.tsx'),
  ownNames: () => import('./partnerships/OwnNames.tsx'),
  profile: () => import('./people/ProfileSection.tsx'),
  asSeat: () => import('./documents/AsSeatPage.tsx'),
  chosenName: () => import('./partnerships/ChosenNamePage.tsx'),
  member: () => import('./partnerships/MemberPage.tsx'),
  withDraft: () => import('./decisions/draft/WithDraft.tsx'),
  newDecision: () => import('./decisions/draft/NewDecisionPage.tsx'),
  rules: () => import('./decisions/rules/RulesPage.tsx'),
  newRule: () => import('./decisions/rules/NewRulePage.tsx'),
  tryRule: () => import('./decisions/rehearse/TryPage.tsx'),
  notices: () => import('./notifications/NoticesPage.tsx'),
  noticeSettings: () => import('./notifications/SettingsPage.tsx'),
  ownSettings: () => import('./notifications/OwnSettings.tsx'),
  mailTroubles: () => import('./notifications/MailTroubles.tsx'),
  values: () => import('./values/ValuesPage.tsx'),
  ledger: () => import('./records/LedgerPage.tsx'),
};
export const DocumentsPage = lazy(async () => ({ default: (await load.documents()).DocumentsPage }));
export const NewDocumentPage = lazy(async () => ({ default: (await load.newDocument()).NewDocumentPage }));
export const PeoplePage = lazy(async () => ({ default: (await load.people()).PeoplePage }));
export const GuidePage = lazy(async () => ({ default: (await load.guide()).GuidePage }));
export const DeparturePage = lazy(async () => ({ default: (await load.departure()).DeparturePage }));
export const JournalPage = lazy(async () => ({ default: (await load.journal()).JournalPage }));
export const RegisterPage = lazy(async () => ({ default: (await load.register()).RegisterPage }));
export const NeedsYou = lazy(async () => ({ default: (await load.needsYou()).NeedsYou }));
export const DecisionWithAskings = lazy(async () => ({
  default: (await load.decision()).DecisionWithAskings,
}));
export const PaperPage = lazy(async () => ({ default: (await load.paper()).PaperPage }));
export const AskingsHere = lazy(async () => ({ default: (await load.askings()).AskingsHere }));
export const DocumentWithDecisions = lazy(async () => ({
  default: (await load.document()).DocumentWithDecisions,
}));
export const OwnNames = lazy(async () => ({ default: (await load.ownNames()).OwnNames }));
export const ProfileSection = lazy(async () => ({ default: (await load.profile()).ProfileSection }));
export const AsSeatPage = lazy(async () => ({ default: (await load.asSeat()).AsSeatPage }));
export const ChosenNamePage = lazy(async () => ({ default: (await load.chosenName()).ChosenNamePage }));
export const MemberPage = lazy(async () => ({ default: (await load.member()).MemberPage }));
export const NoticesPage = lazy(async () => ({ default: (await load.notices()).NoticesPage }));
export const NoticeSettingsPage = lazy(async () => ({ default: (await load.noticeSettings()).SettingsPage }));
export const OwnSettings = lazy(async () => ({ default: (await load.ownSettings()).OwnSettings }));
export const MailTroubles = lazy(async () => ({ default: (await load.mailTroubles()).MailTroubles }));
export const ValuesPage = lazy(async () => ({ default: (await load.values()).ValuesPage }));
export const AccessPage = lazy(async () => ({ default: (await load.access()).AccessPage }));
export const AdministrationPage = lazy(async () => ({
  default: (await load.administration()).AdministrationPage,
}));
export const MePage = lazy(async () => ({ default: (await load.me()).MePage }));
export const CatchUpPage = lazy(async () => ({ default: (await load.catchUp()).CatchUpPage }));
export const SigningPage = lazy(async () => ({ default: (await load.signing()).SigningPage }));
export const LinksPage = lazy(async () => ({ default: (await load.links()).LinksPage }));
export const InvitePage = lazy(async () => ({ default: (await load.invite()).InvitePage }));
export const RightsPage = lazy(async () => ({ default: (await load.rights()).RightsPage }));
export const WithDraft = lazy(async () => ({ default: (await load.withDraft()).WithDraft }));
export const NewDecisionPage = lazy(async () => ({ default: (await load.newDecision()).NewDecisionPage }));
export const RulesPage = lazy(async () => ({ default: (await load.rules()).RulesPage }));
export const NewRulePage = lazy(async () => ({ default: (await load.newRule()).NewRulePage }));
export const LedgerPage = lazy(async () => ({ default: (await load.ledger()).LedgerPage }));
export const TryPage = lazy(async () => ({ default: (await load.tryRule()).TryPage }));

/** Fetches the pages that one may go to next, so that they are there if the connection goes. */
export function usePagesAhead() {
  useEffect(() => {
    void Promise.allSettled(Object.values(load).map((page) => page()));
  }, []);
}
