import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  DecisionPassage,
  DocumentPassages,
  PutToDecision,
} from '../../../shared/decisions/passageApi.ts';
import { answerOf, api } from '../../api.ts';

const key = (documentId: string) => ['document', documentId, 'passages'];

/** The decisions that are bound to a document, as the server finds their words there. */
export function usePassages(documentId: string) {
  return useQuery({
    queryKey: key(documentId),
    queryFn: async () => {
      const sent = api.documents[':documentId'].passages.$get({ param: { documentId } });
      return (await answerOf(sent)) as DocumentPassages;
    },
    meta: { follows: [{ kind: 'decision' }] },
    staleTime: 0,
  });
}

/** The words of one decision against its document, asked again each time that the page is looked at. */
export function usePassage(decisionId: string) {
  return useQuery({
    queryKey: ['decision', decisionId, 'passage'],
    queryFn: async () => {
      const sent = api.decisions[':decisionId'].passage.$get({ param: { decisionId } });
      return (await answerOf(sent)) as DecisionPassage;
    },
    meta: { follows: [{ kind: 'decision', id: decisionId }] },
    staleTime: 0,
  });
}

export function usePutToDecision(documentId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: PutToDecision) =>
      answerOf(api.documents[':documentId'].decisions.$post({ param: { documentId }, json })),
    onSuccess: () => client.invalidateQueries({ queryKey: key(documentId) }),
  });
}
