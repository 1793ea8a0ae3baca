import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api.ts';

/** A partnership with its seats and members. */
export function usePartnership(partnershipId: string) {
  return useQuery({
    queryKey: ['partnership', partnershipId],
    queryFn: () => answerOf(api.partnerships[':partnershipId'].$get({ param: { partnershipId } })),
  });
}
