import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { RegisterQuery } from '../../shared/decisions/changeApi.ts';
import type { DecisionAnswer } from '../../shared/decisions/recordApi.ts';
import { answerOf, api } from '../api.ts';

const inPartnership = api.partnerships[':partnershipId'];

/** The decisions that I may read, newest first; `fetchNextPage` goes further back. */
export function useRegister(partnershipId: string, show: NonNullable<RegisterQuery['show']>) {
  return useInfiniteQuery({
    queryKey: ['decisions', partnershipId, show],
    queryFn: ({ pageParam }) =>
      answerOf(
        inPartnership.decisions.$get({
          param: { partnershipId },
          query: { show, ...(pageParam !== null && { before: String(pageParam) }) },
        }),
      ),
    initialPageParam: null as number | null,
    getNextPageParam: ({ before }) => before,
    meta: { follows: [{ kind: 'decision' }] },
    staleTime: 0,
  });
}

/** The shared values and the leaders' behaviours that count now. */
export function useValuesInUse(partnershipId: string) {
  return useQuery({
    queryKey: ['values-in-use', partnershipId],
    queryFn: () => answerOf(inPartnership['values-in-use'].$get({ param: { partnershipId } })),
    meta: { follows: [{ kind: 'value' }, { kind: 'behaviour' }] },
  });
}

/** What JSON makes of the type is the same, but the compiler can't see it through so many optional parts. */
export function asDecision(answer: object): DecisionAnswer {
  return answer as DecisionAnswer;
}
