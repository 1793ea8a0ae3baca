import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
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

/** Signs in as one of the example's people, by name. Everything known before belonged to someone else, and is let go. */
export function useExampleSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (person: string) => {
      await answerOf(api.example['sign-in'].$post({ json: { person } }));
      client.clear();
      return client.fetchQuery({ queryKey: ['me'], queryFn: () => answerOf(api.me.$get()) });
    },
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await answerOf(api['sign-out'].$post({ json: {} }));
      client.clear();
    },
  });
}
