import { useEffect, useRef } from 'react';
import { selectionIn } from './domPlaces.ts';
import { type EditorParts, rootOf } from './EditorParts.ts';

/** What was last selected in the words, also once the focus has gone to a menu or a button. */
export function useKeptSelection(parts: EditorParts): () => Range | null {
  const kept = useRef<Range | null>(null);
  const latest = useRef(parts);
  latest.current = parts;
  useEffect(() => {
    const note = () => {
      const root = rootOf(latest.current);
      const selected = root ? selectionIn(root) : undefined;
      if (selected !== undefined) kept.current = selected;
    };
    document.addEventListener('selectionchange', note);
    return () => document.removeEventListener('selectionchange', note);
  }, []);
  return () => kept.current;
}
