import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PersonAction } from '../../shared/decisions/actions.ts';
import type { RegisterQuery } from '../../shared/decisions/changeApi.ts';
import type { ActAnswer, DecisionAnswer } from '../../shared/decisions/recordApi.ts';
import { answerOf, api } from '../api.ts';

const inPartnership = api.partnerships[':partnershipId'];
const one = api.decisions[':decisionId'];

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
function asDecision(answer: object): DecisionAnswer {
  return answer as DecisionAnswer;
}

export interface Act {
  /** The same for each try of one act, so that it is done once. */
  readonly requestId: string;
  readonly action: PersonAction;
}

/** Does something with a decision, and shows it as it then is. */
export function useAct(decisionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (json: Act): Promise<ActAnswer> => {
      const { receipt, decision } = await answerOf(one.acts.$post({ param: { decisionId }, json }));
      return { receipt, decision: asDecision(decision) };
    },
    onSuccess: ({ decision }) => {
      client.setQueryData(['decision', decisionId], decision);
      void client.invalidateQueries({ queryKey: ['decisions', decision.partnershipId] });
    },
    // It may have been refused because something has changed meanwhile: then the page must show that.
    onError: () => client.invalidateQueries({ queryKey: ['decision', decisionId] }),
  });
}
