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

/** Signs out, and loads the first page anew, so that nothing of this person's stays in the page's memory. */
export function useSignOut() {
  return useMutation({
    mutationFn: () => answerOf(api['sign-out'].$post({ json: {} })),
    onSuccess: () => location.assign('/'),
  });
}
