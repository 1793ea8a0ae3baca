import { useState } from 'react';
import { emptyDraft, type GuideDraft, guideDraft } from '../../../shared/partnerships/guide.ts';

/**
 * The answers so far, kept in this browser for this account with every change, so that a reload, a closed tab or
 * a flat battery loses nothing. Where the browser keeps nothing, they live as long as the page.
 */
export function useDraft(accountId: string, ownName: string) {
  const place = `trialogue-guide-${accountId}`;
  const [kept] = useState(() => read(place));
  const [draft, setDraft] = useState<GuideDraft>(kept ?? emptyDraft(ownName));
  return {
    draft,
    /** Whether something was typed on an earlier visit. */
    wasKept: kept !== undefined,
    change(more: Partial<GuideDraft>) {
      const next = { ...draft, ...more };
      setDraft(next);
      attempt(() => localStorage.setItem(place, JSON.stringify(next)));
    },
    forget() {
      setDraft(emptyDraft(ownName));
      attempt(() => localStorage.removeItem(place));
    },
  };
}

function read(place: string): GuideDraft | undefined {
  return attempt(() => guideDraft.safeParse(JSON.parse(localStorage.getItem(place) ?? 'null')).data);
}

/** Browsers may forbid keeping anything; then there is nothing to do about it. */
function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
