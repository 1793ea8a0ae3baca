import { useLayoutEffect, useRef } from 'react';
import { Layout } from '../../../shared/documents/layout.ts';
import { rangesOf } from '../../editor/passages/domPlaces.ts';
import { type EditorParts, rootOf } from '../../editor/passages/EditorParts.ts';
import { scrollToWords } from '../../editor/passages/showWords.ts';
import { paint } from '../marks/painting.ts';
import { short } from '../said.ts';
import { t } from '../words.ts';
import { type Paragraphs, paragraphBeside, paragraphsIn, paragraphsLonger, wholeOf } from './choosing.ts';
import type { ComposeAt } from './useComposing.ts';

/**
 * In a text that one may comment on and not write in there is no caret. So the arrow keys choose a paragraph, with Shift
 * more of them, Enter comments on what is chosen, and Escape lets go of it.
 */
export function useParagraphKeys(
  parts: EditorParts,
  mayStart: boolean,
  start: (at: ComposeAt) => void,
  say: (words: string) => void,
): void {
  const { editor, opened } = parts;
  const chosen = useRef<Paragraphs | null>(null);
  // Before anything is painted: whoever sees the list of comments can use its keys.
  useLayoutEffect(() => {
    if (!mayStart) return;
    const choose = (root: HTMLElement, layout: Layout, next: Paragraphs | null) => {
      chosen.current = next;
      const ranges = next ? rangesOf(root, wholeOf(layout, next)) : [];
      paint('asking', ranges);
      const [range] = ranges;
      if (!next || !range) return;
      document.getSelection()?.removeAllRanges();
      scrollToWords(range);
      say(spokenOf(layout, next));
    };
    const press = (event: KeyboardEvent) => {
      const root = rootOf(parts);
      if (!root || editor.isEditable() || event.target !== root || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
      const now = chosen.current;
      if (step && !hasSelected()) {
        const layout = new Layout(opened.doc);
        const all = paragraphsIn(layout);
        const longer = event.shiftKey && now;
        choose(root, layout, longer ? paragraphsLonger(all, now, step) : paragraphBeside(all, now, step));
      } else if (event.key === 'Enter' && now) {
        start({ kind: 'words', stretch: wholeOf(new Layout(opened.doc), now) });
      } else if (event.key === 'Escape' && now) {
        choose(root, new Layout(opened.doc), null);
      } else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('keydown', press);
      paint('asking', []);
    };
  }, [parts, editor, opened, mayStart, start, say]);
}

function hasSelected(): boolean {
  const selection = document.getSelection();
  return selection !== null && !selection.isCollapsed;
}

function spokenOf(layout: Layout, { first, last }: Paragraphs): string {
  const [number, count] = [first + 1, layout.root.children.length];
  const words = short(layout.textOf(layout.root, last), 300) || t('threads.pick.empty');
  if (first === last) return t('threads.pick.paragraph', { number, count, words });
  return t('threads.pick.paragraphs', { number, last: last + 1, count, words });
}
