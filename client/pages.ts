import { useEffect } from 'react';
import { late } from './ui/late.tsx';
import { whenIdle } from './ui/whenIdle.ts';
import { Waiting } from './Waiting.tsx';

export const NamePage = late(async () => (await import('./people/NamePage.tsx')).NamePage, Waiting);

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
  notes: () => import('./notes/NotesPage.tsx'),
  invite: () => import('./invitations/InvitePage.tsx'),
  access: () => import('./documents/AccessPage.tsx'),
  versions: () => import('./versions/VersionsPage.tsx'),
  version: () => import('./versions/VersionPage.tsx'),
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
  calendar: () => import('./calendar/CalendarSection.tsx'),
  ownSettings: () => import('./notifications/OwnSettings.tsx'),
  mailTroubles: () => import('./notifications/MailTroubles.tsx'),
  values: () => import('./values/ValuesPage.tsx'),
  ledger: () => import('./records/LedgerPage.tsx'),
};
export const DocumentsPage = late(async () => (await load.documents()).DocumentsPage, Waiting);
export const NewDocumentPage = late(async () => (await load.newDocument()).NewDocumentPage, Waiting);
export const PeoplePage = late(async () => (await load.people()).PeoplePage, Waiting);
export const GuidePage = late(async () => (await load.guide()).GuidePage, Waiting);
export const DeparturePage = late(async () => (await load.departure()).DeparturePage, Waiting);
export const JournalPage = late(async () => (await load.journal()).JournalPage, Waiting);
export const RegisterPage = late(async () => (await load.register()).RegisterPage, Waiting);
export const NeedsYou = late(async () => (await load.needsYou()).NeedsYou);
export const DecisionWithAskings = late(async () => (await load.decision()).DecisionWithAskings, Waiting);
export const PaperPage = late(async () => (await load.paper()).PaperPage, Waiting);
export const AskingsHere = late(async () => (await load.askings()).AskingsHere);
export const DocumentWithDecisions = late(async () => (await load.document()).DocumentWithDecisions, Waiting);
export const NotesPage = late(async () => (await load.notes()).NotesPage, Waiting);
export const OwnNames = late(async () => (await load.ownNames()).OwnNames);
export const ProfileSection = late(async () => (await load.profile()).ProfileSection);
export const AsSeatPage = late(async () => (await load.asSeat()).AsSeatPage, Waiting);
export const ChosenNamePage = late(async () => (await load.chosenName()).ChosenNamePage, Waiting);
export const MemberPage = late(async () => (await load.member()).MemberPage, Waiting);
export const NoticesPage = late(async () => (await load.notices()).NoticesPage, Waiting);
export const CalendarSection = late(async () => (await load.calendar()).CalendarSection);
export const NoticeSettingsPage = late(async () => (await load.noticeSettings()).SettingsPage, Waiting);
export const OwnSettings = late(async () => (await load.ownSettings()).OwnSettings);
export const MailTroubles = late(async () => (await load.mailTroubles()).MailTroubles);
export const ValuesPage = late(async () => (await load.values()).ValuesPage, Waiting);
export const AccessPage = late(async () => (await load.access()).AccessPage, Waiting);
export const VersionsPage = late(async () => (await load.versions()).VersionsPage, Waiting);
export const VersionPage = late(async () => (await load.version()).VersionPage, Waiting);
export const AdministrationPage = late(async () => (await load.administration()).AdministrationPage, Waiting);
export const MePage = late(async () => (await load.me()).MePage, Waiting);
export const CatchUpPage = late(async () => (await load.catchUp()).CatchUpPage, Waiting);
export const SigningPage = late(async () => (await load.signing()).SigningPage, Waiting);
export const LinksPage = late(async () => (await load.links()).LinksPage, Waiting);
export const InvitePage = late(async () => (await load.invite()).InvitePage, Waiting);
export const RightsPage = late(async () => (await load.rights()).RightsPage, Waiting);
export const WithDraft = late(async () => (await load.withDraft()).WithDraft, Waiting);
export const NewDecisionPage = late(async () => (await load.newDecision()).NewDecisionPage, Waiting);
export const RulesPage = late(async () => (await load.rules()).RulesPage, Waiting);
export const NewRulePage = late(async () => (await load.newRule()).NewRulePage, Waiting);
export const LedgerPage = late(async () => (await load.ledger()).LedgerPage, Waiting);
export const TryPage = late(async () => (await load.tryRule()).TryPage, Waiting);

/** Whoever has come to a page reads it for a while before they go on. */
const AHEAD_AFTER_MS = 3_000;

/**
 * Fetches the pages that one may go to next, so that they are there if the connection goes: one after the other, each
 * when this page has nothing else to do. Who wants to be spared data is spared it.
 */
export function usePagesAhead() {
  useEffect(() => {
    const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
    if (connection?.saveData) return;
    const waiting = Object.values(load);
    const next = () => {
      const page = waiting.shift();
      // What can't be had now is asked for again by whoever goes there.
      page?.().then(goOn, goOn);
    };
    let stopped = false;
    const goOn = () => {
      if (!stopped) later = whenIdle(0, next);
    };
    let later = whenIdle(AHEAD_AFTER_MS, next);
    return () => {
      stopped = true;
      later.stop();
    };
  }, []);
}
