import { invitationsWords as words } from '../messages/en/invitations.ts';
import type { HoldingKind } from '../partnerships/api.ts';
import type { Role } from '../partnerships/roles.ts';
import type { Side } from '../partnerships/sides.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { hashOffer, type Offer, type OfferedSeat } from './shown.ts';
import { type Ending, stateOf } from './states.ts';

/** An invitation with everything around it that matters at one moment. */
export interface Standing {
  readonly ended: Ending | null;
  readonly expiresAt: number;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly note: string;
  readonly partnership: Offer['partnership'];
  readonly invitedBy: string | undefined;
  /** The seat that it is for, as it is now; undefined when it is for roles alone. */
  readonly seat: SeatNow | undefined;
}

export interface SeatNow {
  readonly id: string;
  readonly name: string;
  readonly side: Side;
  readonly invitedAs: HoldingKind;
  readonly isHeld: boolean;
  readonly isRetired: boolean;
}

/** What the invited person would get now: what they are shown, and what accepting gives. */
export function offerOf(standing: Standing): Offer {
  const { partnership, invitedBy, roles, note, expiresAt, seat } = standing;
  return { partnership, invitedBy, roles, note, expiresAt, seat: seat && offeredSeat(seat) };
}

/** A seat has one holder: whoever comes to a seat that is held meanwhile is a substitute. */
function offeredSeat({ id, name, side, invitedAs, isHeld }: SeatNow): OfferedSeat {
  return { id, name, side, invitedAs, kind: isHeld ? 'substitute' : invitedAs };
}

export interface Accepting {
  /** The address of the account that accepts; null for an account without one. */
  readonly email: string | null;
  /** The hash of what they were shown. */
  readonly shown: string;
  readonly isMember: boolean;
}

/**
 * Whether this account may accept now. An invitation that has ended answers as one that never was; one that
 * ran out says so. Nobody gets another place than the one that they were shown.
 */
export function mayAccept(standing: Standing, by: Accepting, now: number): Refusal | undefined {
  const state = stateOf(standing, now);
  if (state === 'expired') return hasRunOut();
  if (state !== 'open') return noInvitation();
  if (by.email !== standing.email) return refuse('not_allowed', words.otherAddress);
  if (by.isMember) return refuse('conflict', words.alreadyIn);
  if (standing.seat?.isRetired) return refuse('conflict', words.seatGone);
  if (hashOffer(offerOf(standing)) !== by.shown) return refuse('conflict', words.changed);
  return undefined;
}

/** The one answer to a link that is wrong, foreign, used or taken back. */
export function noInvitation(): Refusal {
  return refuse('not_found', words.noInvitation);
}

/** Whoever holds the link got the mail: they may know that it was good, and whom to ask. */
export function hasRunOut(): Refusal {
  return refuse('conflict', words.expired);
}
