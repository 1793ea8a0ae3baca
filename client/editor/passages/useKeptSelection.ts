import type { LexicalEditor } from 'lexical';
import { useCallback, useEffect, useRef } from 'react';
import { selectionIn } from './domPlaces.ts';

/** What was last selected in the words, also once the focus has gone to a menu or a button. */
export function useKeptSelection(editor: LexicalEditor): () => Range | null {
  const kept = useRef<Range | null>(null);
  useEffect(() => {
    const note = () => {
      const root = editor.getRootElement();
      const selected = root ? selectionIn(root) : undefined;
      if (selected !== undefined) kept.current = selected;
    };
    document.addEventListener('selectionchange', note);
    return () => document.removeEventListener('selectionchange', note);
  }, [editor]);
  return useCallback(() => kept.current, []);
}
