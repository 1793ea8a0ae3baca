import type { LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';

/**
 * Something read from the editor, kept up to date: once a frame at most, and the same object for as long
 * as its value is the same, so that typing redraws only what typing changed.
 */
export function useEditorValue<T>(editor: LexicalEditor, $read: () => T, start: T): T {
  const [value, setValue] = useState(start);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const next = editor.read($read);
      setValue((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next));
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    soon();
    const stop = editor.registerUpdateListener(soon);
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [editor, $read]);
  return value;
}
