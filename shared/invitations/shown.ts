import { toHexString } from 'lib0/buffer';
import { digest } from 'lib0/hash/sha256';
import { encodeUtf8 } from 'lib0/string';
import type { HoldingKind } from '../partnerships/api.ts';
import type { Role } from '../partnerships/roles.ts';
import type { Side } from '../partnerships/sides.ts';

/** Everything that an invited person is shown about the place they are offered, and that accepting means. */
export interface Offer {
  readonly partnership: { readonly name: string; readonly place: string; readonly purpose: string };
  /** Undefined once whoever invited has left. */
  readonly invitedBy: string | undefined;
  readonly seat: OfferedSeat | undefined;
  readonly roles: readonly Role[];
  readonly note: string;
  readonly expiresAt: number;
}

export interface OfferedSeat {
  readonly id: string;
  readonly name: string;
  readonly side: Side;
  /** As what they would sit there now: someone invited to hold a seat that is held becomes a substitute. */
  readonly kind: HoldingKind;
  readonly invitedAs: HoldingKind;
}

/** SHA-256 of an offer, as 64 hex digits: equal exactly when the same place is offered in the same words. */
export function hashOffer({ partnership, invitedBy, seat, roles, note, expiresAt }: Offer): string {
  const form = [
    [partnership.name, partnership.place, partnership.purpose],
    invitedBy ?? null,
    seat ? [seat.id, seat.name, seat.side, seat.kind, seat.invitedAs] : null,
    [...roles].sort(),
    note,
    expiresAt,
  ];
  return toHexString(digest(encodeUtf8(JSON.stringify(form))));
}
