import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api.ts';

/** A partnership with its seats and members. */
export function usePartnership(partnershipId: string) {
  return useQuery({
    queryKey: ['partnership', partnershipId],
    queryFn: () => answerOf(api.partnerships[':partnershipId'].$get({ param: { partnershipId } })),
  });
}

/** One person in a partnership, as I may see them. */
export function useMember(partnershipId: string, memberId: string) {
  return useQuery({
    queryKey: ['partnership', partnershipId, 'member', memberId],
    queryFn: () =>
      answerOf(
        api.partnerships[':partnershipId'].members[':memberId'].$get({ param: { partnershipId, memberId } }),
      ),
    staleTime: 0,
  });
}

/** Opens the name behind a chosen one. It is kept nowhere but in the answer. */
export function useOpenName(partnershipId: string, memberId: string) {
  return useMutation({
    mutationFn: (reason: string) =>
      answerOf(
        api.partnerships[':partnershipId'].members[':memberId'].name.$post({
          param: { partnershipId, memberId },
          json: { reason },
        }),
      ),
    gcTime: 0,
  });
}

const ownName = api.partnerships[':partnershipId'].me.pseudonym;

/** The name I go by in a partnership. */
export function useOwnName(partnershipId: string) {
  return useQuery({
    queryKey: ['partnership', partnershipId, 'own-name'],
    queryFn: () => answerOf(ownName.$get({ param: { partnershipId } })),
    staleTime: 0,
  });
}

/** Takes a chosen name, or (`chosen` false) goes back to one's own. Everything on the page is asked for anew. */
export function useChangeName(partnershipId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name, chosen }: { readonly name: string; readonly chosen: boolean }) => {
      const request = { param: { partnershipId }, json: { name } };
      return chosen ? answerOf(ownName.$put(request)) : answerOf(ownName.$delete(request));
    },
    onSuccess: () => client.invalidateQueries(),
  });
}

/** The documents that name me, as I am called now. */
export function useNamedIn(partnershipId: string) {
  return useQuery({
    queryKey: ['partnership', partnershipId, 'named-in'],
    queryFn: async () =>
      (await answerOf(api.partnerships[':partnershipId'].me['named-in'].$get({ param: { partnershipId } })))
        .documents,
    staleTime: 0,
  });
}
