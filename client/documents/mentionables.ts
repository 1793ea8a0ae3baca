import type { PartnershipAnswer } from '../../shared/partnerships/api.ts';
import type { Mentionable } from '../editor/mentions/matching.ts';

/** Whom one may name in a document: every seat, and every member with the seat they hold. */
export function mentionables(partnership: PartnershipAnswer | undefined): Mentionable[] {
  if (!partnership) return [];
  const { seats, members } = partnership;
  return [
    ...members.map(({ id, name, seatIds }) => {
      const seat = seats.find((one) => seatIds.includes(one.id));
      return {
        mention: { kind: 'member' as const, id },
        name,
        ...(seat && { note: seat.name, side: seat.side }),
      };
    }),
    ...seats.map(({ id, name, side }) => ({ mention: { kind: 'seat' as const, id }, name, side })),
  ];
}
