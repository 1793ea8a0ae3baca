import { documentsWords as words } from '../messages/en/documents.ts';
import { lineOf } from '../plainText.ts';

export const LONGEST_TITLE = 120;

export const documentTitle = lineOf(LONGEST_TITLE, {
  missing: words.titleMissing,
  tooLong: words.titleTooLong,
});

/** Whether a title has the words of a search somewhere in it, in any mix of capitals. */
export function titleMatches(title: string, search: string): boolean {
  return folded(title).includes(folded(search.trim()));
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
