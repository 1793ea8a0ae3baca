import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api.ts';

const oneDocument = api.documents[':documentId'];

/** What someone who is new in a partnership needs to know first. */
export function useWelcome(partnershipId: string) {
  return useQuery({
    queryKey: ['welcome', partnershipId],
    queryFn: () => answerOf(api.partnerships[':partnershipId'].welcome.$get({ param: { partnershipId } })),
    staleTime: 0,
  });
}

/** What a document says, with the hash that stands for exactly that. */
export function useWords(documentId: string) {
  return useQuery({
    queryKey: ['document', documentId, 'words'],
    queryFn: () => answerOf(oneDocument.text.$get({ param: { documentId } })),
    // What is being read and signed does not change under the reader's eyes: only when it is asked for anew.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
  });
}

/** Who has signed a document of values. */
export function useSignatures(documentId: string) {
  return useQuery({
    queryKey: ['document', documentId, 'signatures'],
    queryFn: () => answerOf(oneDocument['values-signatures'].$get({ param: { documentId } })),
    staleTime: 0,
  });
}

/** Signs the words with this hash. */
export function useSign(documentId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (contentHash: string) =>
      answerOf(oneDocument['values-signature'].$post({ param: { documentId }, json: { contentHash } })),
    // Refused because the words have changed: they are fetched anew, to be read again.
    onSettled: () => client.invalidateQueries({ queryKey: ['document', documentId] }),
  });
}
