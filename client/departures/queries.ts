import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DepartureAnswer } from '../../shared/departures/api.ts';
import { answerOf, api } from '../api.ts';

const ofMember = api.partnerships[':partnershipId'].members[':memberId'].departure;

/** What someone would leave behind. */
export function useDeparture(partnershipId: string, memberId: string) {
  return useQuery({
    queryKey: ['partnership', partnershipId, 'departure', memberId],
    queryFn: () => answerOf(ofMember.$get({ param: { partnershipId, memberId } })),
    staleTime: 0,
  });
}

/**
 * Ends someone's time in the partnership: one's own, or another's. After one's own the first page is loaded
 * anew, so that nothing of the partnership stays in the page's memory.
 */
export function useDepart(partnershipId: string, { memberId, isYou }: DepartureAnswer) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      answerOf(ofMember.$post({ param: { partnershipId, memberId }, json: { reason } })),
    onSuccess: async () => {
      if (isYou) return location.assign('/');
      await Promise.all([
        // The page that comes next shows who is there now, not who was there a moment ago.
        client.invalidateQueries({
          queryKey: ['partnership', partnershipId],
          exact: true,
          refetchType: 'all',
        }),
        client.invalidateQueries({ queryKey: ['journal', partnershipId] }),
      ]);
    },
  });
}
