import type { HoldingKind } from '../../shared/partnerships/api.ts';
import type { Role } from '../../shared/partnerships/roles.ts';
import { t } from '../words.ts';

/** The place that an invitation offers, in a few words: "holds Northvale Council · Leader". */
export function placeWords(
  place: {
    readonly seat?: { readonly id: string; readonly kind: HoldingKind } | null | undefined;
    readonly roles: readonly Role[];
  },
  seats: readonly { readonly id: string; readonly name: string }[],
): string {
  const { seat, roles } = place;
  const name = seat && seats.find(({ id }) => id === seat.id)?.name;
  return [
    name && t(seat.kind === 'holder' ? 'invitations.asHolder' : 'invitations.asSubstitute', { seat: name }),
    ...roles.map((role) => t(`partnerships.roles.${role}`)),
  ]
    .filter(Boolean)
    .join(' · ');
}
