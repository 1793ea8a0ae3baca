import type { PartnershipAnswer } from './api.ts';
import { mayAnswer } from './running.ts';
import { SIDES, type Side } from './sides.ts';

/** What a table lacks: a side without a seat, a seat without people, a seat whose people all have no vote. */
export type Missing =
  | { readonly what: 'side'; readonly side: Side }
  | { readonly what: 'holder' | 'voice'; readonly seat: PartnershipAnswer['seats'][number] };

/** Who is missing from the table: sides in their order, then seats in theirs. */
export function missingFrom({
  seats,
  members,
}: Pick<PartnershipAnswer, 'seats' | 'members'>): readonly Missing[] {
  const sides = SIDES.filter((side) => !seats.some((seat) => seat.side === side));
  const rolesOf = (memberId: string) => members.find(({ id }) => id === memberId)?.roles ?? [];
  return [
    ...sides.map((side) => ({ what: 'side' as const, side })),
    ...seats.flatMap((seat): Missing[] => {
      if (seat.holders.length === 0) return [{ what: 'holder', seat }];
      const heard = seat.holders.some(({ memberId }) => mayAnswer(rolesOf(memberId)));
      return heard ? [] : [{ what: 'voice', seat }];
    }),
  ];
}
