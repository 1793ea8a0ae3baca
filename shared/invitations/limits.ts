import { invitationsWords as words } from '../messages/en/invitations.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** How many people can be invited at once: more than any table, and fewer than fit in one request. */
export const MOST_AT_ONCE = 100;

/** Invitations go to people who did not ask for them, so that one partnership can't mail the whole country. */
const MOST_A_DAY = 300;
/** And so that nobody is mailed again and again. */
export const MOST_A_DAY_TO_ONE = 5;

/** Whether `more` invitations may go out, when the last day saw `sent` of the partnership's. */
export function tooManyToday(sent: number, more: number): Refusal | undefined {
  return sent + more > MOST_A_DAY ? refuse('too_many', words.tooManyToday) : undefined;
}
