import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Acceptance, CheckedAnswer } from '../../shared/invitations/api.ts';
import type { InviteLine } from '../../shared/invitations/lines.ts';
import { answerOf, api } from '../api.ts';

/** The lines of a list, each good or with what is wrong. */
export type CheckedLines = CheckedAnswer['lines'];

const inPartnership = api.partnerships[':partnershipId'].invitations;

/** Who is invited to a partnership, and what became of it. */
export function useInvitations(partnershipId: string) {
  return useQuery({
    queryKey: ['invitations', partnershipId],
    queryFn: async () => (await answerOf(inPartnership.$get({ param: { partnershipId } }))).invitations,
    staleTime: 0,
  });
}

/** Reads a pasted list and says of each line whether it is good. */
export function useReadList(partnershipId: string) {
  return useMutation({
    mutationFn: (text: string) =>
      answerOf(inPartnership.read.$post({ param: { partnershipId }, json: { text } })),
  });
}

/** Says of each line whether it is good, after some were changed. */
export function useCheckLines(partnershipId: string) {
  return useMutation({
    mutationFn: (lines: readonly InviteLine[]) =>
      answerOf(inPartnership.check.$post({ param: { partnershipId }, json: { lines: [...lines] } })),
  });
}

/** Invites those whose lines are good; the answer holds the others. */
export function useInvite(partnershipId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (lines: readonly InviteLine[]) =>
      answerOf(inPartnership.$post({ param: { partnershipId }, json: { lines: [...lines] } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['invitations', partnershipId] }),
  });
}

/** Sends a new link, or takes an invitation back. */
export function useInvitationAct(partnershipId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, act }: { readonly id: string; readonly act: 'again' | 'revoke' }) => {
      const request = { param: { partnershipId, invitationId: id }, json: {} };
      const one = inPartnership[':invitationId'];
      return act === 'again' ? answerOf(one.again.$post(request)) : answerOf(one.revoke.$post(request));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['invitations', partnershipId] }),
  });
}

/** What the invitation behind a link offers. Who looks matters, so that it is asked again after signing in or out. */
export function useLook(token: string, accountId: string | undefined) {
  return useQuery({
    queryKey: ['invitation', token, accountId],
    queryFn: () => answerOf(api.invitations.look.$post({ json: { token } })),
    // What is being read stays on the page while it is asked again.
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
}

/** Has a code to sign in mailed to the invited address. */
export function useAskForCode() {
  return useMutation({
    mutationFn: (token: string) => answerOf(api.invitations.code.$post({ json: { token } })),
  });
}

/** Signs in with that code. */
export function useSignInByCode() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (code: string) => {
      await answerOf(api['sign-in'].code.$post({ json: { code } }));
      client.setQueryData(['me'], await answerOf(api.me.$get()));
    },
  });
}

export function useAccept() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (json: Acceptance) => {
      const answer = await answerOf(api.invitations.accept.$post({ json }));
      client.setQueryData(['me'], await answerOf(api.me.$get()));
      return answer;
    },
  });
}

export function useDecline() {
  return useMutation({
    mutationFn: (token: string) => answerOf(api.invitations.decline.$post({ json: { token } })),
  });
}
