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

/** Brings words into view where they are not in its middle already. */
export function scrollToWords(range: Range): void {
  const { top } = range.getBoundingClientRect();
  if (top > innerHeight * 0.15 && top < innerHeight * 0.55) return;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  scrollBy({ top: top - innerHeight * 0.3, behavior: still ? 'auto' : 'smooth' });
}
