import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { PersonAction } from '../../shared/decisions/actions.ts';
import type { ActAnswer } from '../../shared/decisions/recordApi.ts';
import { answerOf, api } from '../api.ts';
import { asDecision } from './queries.ts';

export interface Then {
  readonly onSuccess?: (answer: ActAnswer) => void;
  readonly onError?: (failed: Error) => void;
}

/**
 * Does something with a decision, and shows it as it then is. The same act that is sent again after a lost connection
 * is done once; as soon as anything in it differs, it is another act.
 */
export function useAct(decisionId: string) {
  const client = useQueryClient();
  const request = useRef({ id: '', said: '' });
  const act = useMutation({
    mutationFn: async (action: PersonAction): Promise<ActAnswer> => {
      const said = JSON.stringify(action);
      if (request.current.said !== said) request.current = { id: crypto.randomUUID(), said };
      const json = { requestId: request.current.id, action };
      const { receipt, decision } = await answerOf(
        api.decisions[':decisionId'].acts.$post({ param: { decisionId }, json }),
      );
      return { receipt, decision: asDecision(decision) };
    },
    onSuccess: ({ decision }) => {
      request.current = { id: '', said: '' };
      client.setQueryData(['decision', decisionId], decision);
      void client.invalidateQueries({ queryKey: ['decisions', decision.partnershipId] });
    },
    // It may have been refused because something has changed meanwhile: then the page must show that.
    onError: () => client.invalidateQueries({ queryKey: ['decision', decisionId] }),
  });
  return {
    isPending: act.isPending,
    isError: act.isError,
    error: act.error,
    mutate: (action: PersonAction, { onSuccess, onError }: Then = {}) =>
      act.mutate(action, {
        onSuccess: (answer) => onSuccess?.(answer),
        onError: (failed) => onError?.(failed),
      }),
  };
}
