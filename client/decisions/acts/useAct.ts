import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonAction } from '../../../shared/decisions/actions.ts';
import { answerOf, api } from '../../api.ts';

/**
 * Does an act. Sent again after a lost connection it is done once: it keeps its request's id until it came through.
 * The page then shows the decision as the server answered it.
 */
export function useAct(decisionId: string) {
  const client = useQueryClient();
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: (action: PersonAction) =>
      answerOf(
        api.decisions[':decisionId'].acts.$post({ param: { decisionId }, json: { requestId, action } }),
      ),
    onSuccess: () => {
      setRequestId(crypto.randomUUID());
      void client.invalidateQueries({ queryKey: ['decisions'] });
      return client.invalidateQueries({ queryKey: ['decision', decisionId] });
    },
  });
}
