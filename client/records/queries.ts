import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api.ts';

const ledger = api.partnerships[':partnershipId'].ledger;

/** The signed heads of a partnership's ledger, the newest first. */
export function useHeads(partnershipId: string) {
  return useQuery({
    queryKey: ['ledger', partnershipId, 'heads'],
    queryFn: () => answerOf(ledger.heads.$get({ param: { partnershipId } })),
    meta: { follows: [{ kind: 'decision' }] },
    staleTime: 0,
  });
}

/** Who has left and is still known in the ledger. */
export function useForgettable(partnershipId: string) {
  return useQuery({
    queryKey: ['ledger', partnershipId, 'forgettable'],
    queryFn: async () => (await answerOf(ledger.erasures.$get({ param: { partnershipId } }))).people,
    staleTime: 0,
  });
}

/** Forgets in the ledger who someone was. Everything on the page is asked for anew: their name may be anywhere. */
export function useForget(partnershipId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: { readonly memberId: string; readonly reason: string }) =>
      answerOf(ledger.erasures.$post({ param: { partnershipId }, json })),
    onSuccess: () => client.invalidateQueries(),
  });
}
