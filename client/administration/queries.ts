import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../api.ts';

const oneAccount = api.administration.accounts[':accountId'];

/** The server's accounts; `search` narrows by name or address. */
export function useAccounts(search: string) {
  return useQuery({
    queryKey: ['accounts', search],
    queryFn: () => answerOf(api.administration.accounts.$get({ query: { search } })),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** Whether mails get through. */
export function useMailState() {
  return useQuery({
    queryKey: ['mail-state'],
    queryFn: () => answerOf(api.administration.mail.$get()),
    staleTime: 0,
  });
}

export type AccountAct = 'close' | 'open' | 'end-sign-ins';

/** Closes an account, opens it again, or signs it out everywhere. */
export function useAccountAct() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ accountId, act }: { readonly accountId: string; readonly act: AccountAct }) => {
      const request = { param: { accountId }, json: {} };
      switch (act) {
        case 'close':
          return answerOf(oneAccount.disabled.$put(request));
        case 'open':
          return answerOf(oneAccount.disabled.$delete(request));
        case 'end-sign-ins':
          return answerOf(oneAccount['end-sign-ins'].$post(request));
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['accounts'] }),
  });
}
