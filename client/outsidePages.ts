import { lazy } from 'react';

/** Pages that are there before one has come in. */
export const SignInPage = lazy(async () => ({
  default: (await import('./people/SignInPage.tsx')).SignInPage,
}));
export const OutsidePage = lazy(async () => ({
  default: (await import('./people/OutsidePage.tsx')).OutsidePage,
}));
export const OutboxPage = lazy(async () => ({
  default: (await import('./example/OutboxPage.tsx')).OutboxPage,
}));
/** For whoever holds an invitation's link, signed in or not. */
export const InvitedPage = lazy(async () => ({
  default: (await import('./invitations/InvitedPage.tsx')).InvitedPage,
}));
