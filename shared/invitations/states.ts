/** How an invitation can end. Until then it is open, or has run out. */
export const ENDINGS = ['accepted', 'declined', 'revoked', 'replaced'] as const;
export type Ending = (typeof ENDINGS)[number];

export const INVITATION_STATES = ['open', 'expired', ...ENDINGS] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

const DAY_MS = 86_400_000;

/** How long an invitation can be accepted: long enough for a holiday weekend, short enough for a leaked link. */
export const INVITATION_LASTS_MS = 7 * DAY_MS;

/** How long after it ran out it is known whom an invitation was for: a season in which to ask again. */
export const INVITEE_KEPT_MS = 90 * DAY_MS;

/** What an invitation is at `now`. It can be accepted up to, and not at, the moment that it runs out. */
export function stateOf(
  invitation: { readonly ended: Ending | null; readonly expiresAt: number },
  now: number,
): InvitationState {
  return invitation.ended ?? (now < invitation.expiresAt ? 'open' : 'expired');
}
