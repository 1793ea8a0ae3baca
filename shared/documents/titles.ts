import { z } from 'zod';
import { documentsWords as words } from '../messages/en/documents.ts';

export const LONGEST_TITLE = 120;

/** Line breaks and other control characters, and the marks that make text run backwards. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu;

/** One line, with single spaces and nothing unseen in it. */
export function tidyTitle(typed: string): string {
  return typed.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
}

export const documentTitle = z
  .string({ error: words.titleMissing })
  .overwrite(tidyTitle)
  .min(1, words.titleMissing)
  .max(LONGEST_TITLE, words.titleTooLong);

/** Whether a title has the words of a search somewhere in it, in any mix of capitals. */
export function titleMatches(title: string, search: string): boolean {
  return folded(title).includes(folded(search.trim()));
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
