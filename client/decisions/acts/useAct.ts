import { useState } from 'react';
import type { PersonAction } from '../../../shared/decisions/actions.ts';
import { useAct as useActWith } from '../queries.ts';

/**
 * Does an act. Sent again after a lost connection it is done once: it keeps its request's id until it came through.
 * The page then shows the decision as the server answered it.
 */
export function useAct(decisionId: string) {
  const act = useActWith(decisionId);
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  return {
    isPending: act.isPending,
    isError: act.isError,
    error: act.error,
    mutate: (
      action: PersonAction,
      then: { readonly onSuccess?: () => void; readonly onError?: (failed: Error) => void } = {},
    ) =>
      act.mutate(
        { requestId, action },
        {
          ...then,
          onSuccess: () => {
            setRequestId(crypto.randomUUID());
            then.onSuccess?.();
          },
        },
      ),
  };
}
