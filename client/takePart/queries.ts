import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NewPerson, NewPersonalLink } from '../../shared/takePart/api.ts';
import { answerOf, api } from '../api.ts';

const inPartnership = api.partnerships[':partnershipId'];

/** The personal links that I may see, newest first. */
export function useLinks(partnershipId: string) {
  return useQuery({
    queryKey: ['personal_links', partnershipId],
    queryFn: async () => (await answerOf(inPartnership.links.$get({ param: { partnershipId } }))).links,
    staleTime: 0,
  });
}

/** Makes a link. What comes back is to be shown at once: nobody can ask for it again. */
export function useMakeLink(partnershipId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: NewPersonalLink) =>
      answerOf(inPartnership.links.$post({ param: { partnershipId }, json })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['personal_links', partnershipId] }),
  });
}

/** Takes a link back. */
export function useTakeBack(partnershipId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (linkId: string) =>
      answerOf(
        inPartnership.links[':linkId'].revocation.$post({ param: { partnershipId, linkId }, json: {} }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['personal_links', partnershipId] }),
  });
}

/** Adds someone without a mail address to a seat. */
export function useAddPerson(partnershipId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: NewPerson) => answerOf(inPartnership.people.$post({ param: { partnershipId }, json })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['partnership', partnershipId] }),
  });
}
