import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, type Example, type Me } from '../api.ts';

/** Who I am, and in which partnerships. Signed out is an answer too: `account` is null. */
export function useMe() {
  return useQuery({ queryKey: ['me'], queryFn: () => ask<Me>('GET', '/api/me') });
}

/** The example's people, from whom one chooses who to be. */
export function useExample() {
  return useQuery({ queryKey: ['example'], queryFn: () => ask<Example>('GET', '/api/example/people') });
}

/** Signs in as one of the example's people, by name. Everything known before belonged to someone else, and is let go. */
export function useExampleSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (person: string) => {
      await ask('POST', '/api/example/sign-in', { person });
      client.clear();
      return client.fetchQuery({ queryKey: ['me'], queryFn: () => ask<Me>('GET', '/api/me') });
    },
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await ask('POST', '/api/sign-out', {});
      client.clear();
    },
  });
}
