import type { Stretch } from '../../../shared/documents/layout.ts';
import { rangesOf } from './domPlaces.ts';
import { type EditorParts, rootOf } from './EditorParts.ts';

/** Brings words into view and puts the focus on them, gently unless the person wants no motion. Says whether they are there. */
export function showWords(parts: EditorParts, stretch: Stretch): boolean {
  const root = rootOf(parts);
  const [range] = root ? rangesOf(root, stretch) : [];
  if (!root || !range) return false;
  root.focus({ preventScroll: true });
  document.getSelection()?.collapse(range.startContainer, range.startOffset);
  scrollToWords(range);
  return true;
}

/** Brings words into view where they are not in its middle already; on a small screen into its upper part, above what comes from below. */
export function scrollToWords(range: Range): void {
  const { top } = range.getBoundingClientRect();
  const small = innerWidth < 1180;
  if (top > innerHeight * 0.1 && top < innerHeight * (small ? 0.25 : 0.55)) return;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  scrollBy({ top: top - innerHeight * (small ? 0.15 : 0.3), behavior: still ? 'auto' : 'smooth' });
}
