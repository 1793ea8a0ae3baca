import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api.ts';

const mine = api.partnerships[':partnershipId'].me.calendar;

/** What changes something is sent as JSON, also where there is nothing to say. */
const AS_JSON = { headers: { 'Content-Type': 'application/json' } };

/** Whether I have a calendar address in a partnership, and what my calendar holds. */
export function useCalendar(partnershipId: string) {
  return useQuery({
    queryKey: ['calendar', partnershipId],
    queryFn: () => answerOf(mine.$get({ param: { partnershipId } })),
    staleTime: 0,
  });
}

/** Makes my address, or makes it anew. It is kept nowhere but in the answer. */
export function useMakeCalendar(partnershipId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answerOf(mine.$post({ param: { partnershipId }, json: {} })),
    onSuccess: ({ calendar }) => client.setQueryData(['calendar', partnershipId], calendar),
    gcTime: 0,
  });
}

export function useTakeCalendarBack(partnershipId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answerOf(mine.$delete({ param: { partnershipId } }, AS_JSON)),
    onSuccess: (calendar) => client.setQueryData(['calendar', partnershipId], calendar),
  });
}
