import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { OwnProfile } from '../../shared/people/profileApi.ts';
import { answerOf, api } from '../api.ts';

/** Who I am, and in which partnerships. Signed out is an answer too: `account` is null. */
export function useMe() {
  return useQuery({ queryKey: ['me'], queryFn: () => answerOf(api.me.$get()) });
}

/** The example's people, from whom one chooses who to be. */
export function useExample() {
  return useQuery({ queryKey: ['example'], queryFn: () => answerOf(api.example.people.$get()) });
}

/** One of them, with what they do at the table. */
export type ExamplePerson = NonNullable<ReturnType<typeof useExample>['data']>['people'][number];

/** Signs in as one of the example's people, by name. The pages follow from who one then is. */
export function useExampleSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (person: string) => {
      await answerOf(api.example['sign-in'].$post({ json: { person } }));
      return answerOf(api.me.$get());
    },
    onSuccess: (me) => client.setQueryData(['me'], me),
  });
}

/** Signs out, and loads the first page (or `to`) anew, so that nothing of this person's stays in the page's memory. */
export function useSignOut(to = '/') {
  return useMutation({
    mutationFn: () => answerOf(api['sign-out'].$post({ json: {} })),
    onSuccess: () => location.assign(to),
  });
}

/** How people can sign in here. It comes with the server, so it is asked for once. */
export function useSignInWays() {
  return useQuery({
    queryKey: ['sign-in-ways'],
    queryFn: () => answerOf(api['sign-in'].ways.$get()),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Has a code and a link mailed to an address. */
export function useAskForMail() {
  return useMutation({
    mutationFn: (json: { readonly email: string; readonly goingTo?: string }) =>
      answerOf(api['sign-in'].ask.$post({ json })),
  });
}

/** Signs in with what was mailed. The pages follow from who one then is. */
export function useMailedSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (
      mailed: { readonly token: string } | { readonly code: string; readonly email: string },
    ) => {
      if ('token' in mailed) await answerOf(api['sign-in'].link.$post({ json: mailed }));
      else await answerOf(api['sign-in'].code.$post({ json: mailed }));
      return answerOf(api.me.$get());
    },
    onSuccess: (me) => {
      // Whoever was signed in here before left answers behind that are not this person's.
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
      client.setQueryData(['me'], me);
    },
  });
}

/** Goes to the outside service, which sends the browser back. */
export function useGoOutside() {
  return useMutation({
    mutationFn: (goingTo: string | undefined) =>
      answerOf(api['sign-in'].outside.begin.$post({ json: goingTo ? { goingTo } : {} })),
    onSuccess: ({ url }) => location.assign(url),
  });
}

/** Signs in with what the outside service sent the browser back with, and goes on to where one was going. */
export function useComeBack() {
  const client = useQueryClient();
  const [, go] = useLocation();
  return useMutation({
    mutationFn: async (query: string) => {
      const { goingTo } = await answerOf(api['sign-in'].outside.finish.$post({ json: { query } }));
      return { goingTo, me: await answerOf(api.me.$get()) };
    },
    onSuccess: ({ goingTo, me }) => {
      // First away from here: the pages of whoever is signed in would open this one anew, and come back twice.
      go(goingTo ?? '/', { replace: true });
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
      client.setQueryData(['me'], me);
    },
  });
}

export function useNameMyself() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => answerOf(api.me.name.$put({ json: { name } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['me'] }),
  });
}

/** The browsers where I am signed in. */
export function useSignIns() {
  return useQuery({
    queryKey: ['sign-ins'],
    queryFn: () => answerOf(api.me['sign-ins'].$get()),
    staleTime: 0,
  });
}

export function useEndSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (signInId: string) =>
      answerOf(api.me['sign-ins'][':signInId'].end.$post({ param: { signInId }, json: {} })),
    onSettled: () => client.invalidateQueries({ queryKey: ['sign-ins'] }),
  });
}

export function useEndOtherSignIns() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answerOf(api.me['sign-ins']['end-others'].$post({ json: {} })),
    onSettled: () => client.invalidateQueries({ queryKey: ['sign-ins'] }),
  });
}

/** What I say of myself. */
export function useProfile() {
  return useQuery({ queryKey: ['profile'], queryFn: () => answerOf(api.me.profile.$get()), staleTime: 0 });
}

export function useSaveProfile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: OwnProfile) => answerOf(api.me.profile.$put({ json })),
    onSuccess: (said) => client.setQueryData(['profile'], said),
  });
}
