import { useQuery } from '@tanstack/react-query';
import type { DecisionAnswer } from '../../shared/decisions/recordApi.ts';
import { answerOf, api } from '../api.ts';

/** One decision as this person may see it, asked for again whenever it changes. Without an id nothing is asked. */
export function useDecision(decisionId: string | undefined) {
  return useQuery({
    queryKey: ['decision', decisionId],
    queryFn: async () =>
      (await answerOf(
        api.decisions[':decisionId'].$get({ param: { decisionId: decisionId ?? '' } }),
      )) as DecisionAnswer,
    enabled: decisionId !== undefined,
    staleTime: 0,
    meta: { follows: [{ kind: 'decision', ...(decisionId === undefined ? {} : { id: decisionId }) }] },
  });
}
