import { late } from './ui/late.tsx';
import { Waiting } from './Waiting.tsx';

/** Pages that are there before one has come in. */
export const SignInPage = late(async () => (await import('./people/SignInPage.tsx')).SignInPage, Waiting);
export const OutsidePage = late(async () => (await import('./people/OutsidePage.tsx')).OutsidePage, Waiting);
export const OutboxPage = late(async () => (await import('./example/OutboxPage.tsx')).OutboxPage, Waiting);
/** For whoever holds an invitation's link, signed in or not. */
export const InvitedPage = late(
  async () => (await import('./invitations/InvitedPage.tsx')).InvitedPage,
  Waiting,
);
