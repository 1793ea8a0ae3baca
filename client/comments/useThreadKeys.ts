import { useLayoutEffect, useRef } from 'react';
import { isMac, shortcutFor } from '../editor/keys/shortcuts.ts';
import { type EditorParts, rootOf } from '../editor/passages/EditorParts.ts';

export interface ThreadKeys {
  readonly parts: EditorParts;
  readonly chosen: string | null;
  readonly step: (by: 1 | -1) => void;
  readonly start: () => void;
  readonly choose: (threadId: string | null) => void;
}

/** The keys that begin a comment, and go from one to the next and from the words to the card and back. */
export function useThreadKeys(keys: ThreadKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  // Before anything is painted: whoever sees the list of comments can use its keys.
  useLayoutEffect(() => {
    const mac = isMac();
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const { parts, step, start } = latest.current;
      switch (shortcutFor(event, mac)?.id) {
        case 'comment':
          start();
          break;
        case 'nextComment':
          step(1);
          break;
        case 'previousComment':
          step(-1);
          break;
        case 'goToComment':
          goAcross(parts);
          break;
        default:
          return;
      }
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** From the words into the open card, or from anywhere in it to the words. */
function goAcross(parts: EditorParts): void {
  const card = document.querySelector<HTMLElement>('.thread-card');
  if (card && !card.contains(document.activeElement))
    (card.querySelector('textarea') ?? card.querySelector('h2'))?.focus();
  else rootOf(parts)?.focus({ preventScroll: true });
}
