import { useCallback, useState } from 'react';
import { type Draft, forgetDraft, keepDraft, keptDraft } from './drafts.ts';

export interface Typing {
  readonly words: string;
  readonly requestId: string;
  type(words: string): void;
  /** It was sent: nothing is kept any more, and what comes next is another. */
  done(): void;
}

/** What is being typed under a name. It is kept until it was sent, and is there again when the page is. */
export function useDraft(name: string, start = ''): Typing {
  const [draft, setDraft] = useState<Draft>(
    () => keptDraft(name) ?? { words: start, requestId: newRequest() },
  );
  const type = useCallback(
    (words: string) => {
      setDraft(({ requestId }) => ({ words, requestId }));
      keepDraft(name, { words, requestId: draft.requestId });
    },
    [name, draft.requestId],
  );
  const done = useCallback(() => {
    forgetDraft(name);
    setDraft({ words: '', requestId: newRequest() });
  }, [name]);
  return { ...draft, type, done };
}

function newRequest(): string {
  return crypto.randomUUID();
}
