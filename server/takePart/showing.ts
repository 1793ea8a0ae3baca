import type { Conversation } from '../comments/conversations.ts';
import type { LinkAccess } from './access.ts';
import type { Filled } from './Fields.tsx';
import type { Look } from './linkPage.tsx';

/** What a page is shown with besides what it is about. */
export interface Showing {
  readonly access: LinkAccess;
  readonly look: Look;
  /** A new name for what is sent from this page: sent twice under it, it is done once. */
  readonly request: string;
  /** What was said where they took part, or were mentioned. */
  readonly said: readonly Conversation[];
  /** Why the form that was just sent was not taken, with everything that was typed into it. */
  readonly again?: Again | undefined;
}

/** A form that was sent and not taken. */
export interface Again extends Filled {
  readonly form: 'answer' | 'comment';
  readonly message: string;
}
