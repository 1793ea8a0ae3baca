import { createContext, useContext, useMemo } from 'react';
import type { MentionOf } from '../../../shared/comments/mentions.ts';
import { SIDES } from '../../../shared/partnerships/sides.ts';
import { mentionables } from '../../documents/mentionables.ts';
import type { Mentionable } from '../../editor/mentions/matching.ts';
import { usePartnership } from '../../partnerships/queries.ts';
import { t } from '../words.ts';

export type Nameable = Mentionable<MentionOf>;

const Whom = createContext<readonly Nameable[]>([]);

/** Gives every field for a comment below it those whom one can name there. */
export const WhomProvider = Whom.Provider;

/** Whom one can name in a comment, by the name that the partnership knows them by. */
export function useWhom(): readonly Nameable[] {
  return useContext(Whom);
}

/** People, seats, and everyone of a side. */
export function useNameables(partnershipId: string): readonly Nameable[] {
  const { data } = usePartnership(partnershipId);
  return useMemo(() => {
    if (!data) return [];
    const sides = SIDES.filter((side) => data.seats.some((seat) => seat.side === side));
    return [
      ...mentionables(data),
      ...sides.map((side) => ({
        mention: { kind: 'side' as const, id: side },
        name: t(`partnerships.sides.${side}`),
        note: t('threads.naming.everyone'),
        side,
      })),
    ];
  }, [data]);
}
