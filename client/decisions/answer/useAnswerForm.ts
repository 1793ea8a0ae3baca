import { useState } from 'react';
import { type AnswerForm, answerForm, EMPTY } from '../../../shared/decisions/answerForm.ts';

/**
 * An answer while it is written, kept in this browser with every change under the account that writes it, so that a
 * closed tab or a flat battery loses nothing. Where the browser keeps nothing, it lives as long as the page.
 */
export function useAnswerForm(place: string, start: AnswerForm = EMPTY) {
  const [kept] = useState(() => read(place));
  const [form, setForm] = useState<AnswerForm>(kept ?? start);
  return {
    form,
    /** Whether something was typed on an earlier visit. */
    wasKept: kept !== undefined,
    change(more: Partial<AnswerForm>) {
      const next = { ...form, ...more };
      setForm(next);
      attempt(() => localStorage.setItem(place, JSON.stringify(next)));
    },
    /** Begins anew with this, and forgets what was typed. */
    begin(next: AnswerForm) {
      setForm(next);
      attempt(() => localStorage.removeItem(place));
    },
  };
}

function read(place: string): AnswerForm | undefined {
  return attempt(() => answerForm.safeParse(JSON.parse(localStorage.getItem(place) ?? 'null')).data);
}

/** Browsers may forbid keeping anything; then there is nothing to do about it. */
function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
