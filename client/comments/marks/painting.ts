import type { Thread } from '../../../shared/comments/api.ts';

/** The words of one thread on the page. */
export interface Painted {
  readonly id: string;
  readonly kind: Thread['kind'];
  readonly ranges: readonly Range[];
}

/** How words are marked: by a line below them, and the ones of the open card and those chosen to comment on by their ground too. */
type Paint = 'comment' | 'suggestion' | 'chosen' | 'asking';

/** Marks words by the browser's own highlights, which are no part of the text. Where it has none, the numbers must do. */
export function paint(how: Paint, ranges: readonly Range[]): void {
  if (!('highlights' in CSS)) return;
  if (ranges.length === 0) CSS.highlights.delete(`thread-${how}`);
  else CSS.highlights.set(`thread-${how}`, new Highlight(...ranges));
}

/** The editor drew the words anew: the ranges point at what is no longer on the page. */
export function isStale({ ranges }: Painted): boolean {
  return ranges.some((range) => range.collapsed || !range.startContainer.isConnected);
}
