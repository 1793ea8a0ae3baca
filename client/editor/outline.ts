import { $getRoot, $isElementNode, type LexicalEditor } from 'lexical';
import { $isBlockNode } from './nodes/BlockNode.ts';

export interface OutlineEntry {
  readonly key: string;
  readonly level: 1 | 2 | 3;
  readonly words: string;
}

const LEVELS = { heading1: 1, heading2: 2, heading3: 3 } as const;

/** The headings with words in them, in order. Call it inside `editor.read`. */
export function $outline(): OutlineEntry[] {
  return $getRoot()
    .getChildren()
    .flatMap((node) => {
      const kind = $isBlockNode(node) ? node.getKind() : undefined;
      if (kind !== 'heading1' && kind !== 'heading2' && kind !== 'heading3') return [];
      const words = node.getTextContent().trim();
      return words ? [{ key: node.getKey(), level: LEVELS[kind], words }] : [];
    });
}

/** Puts the caret at the start of a heading and brings it into view, gently unless the person wants no motion. */
export function goToHeading(editor: LexicalEditor, key: string): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  editor.getElementByKey(key)?.scrollIntoView({ block: 'start', behavior: still ? 'auto' : 'smooth' });
  editor.update(
    () => {
      const heading = $getRoot()
        .getChildren()
        .find((node) => node.getKey() === key);
      if ($isElementNode(heading)) heading.selectStart();
    },
    { tag: 'skip-scroll-into-view', onUpdate: () => editor.getRootElement()?.focus({ preventScroll: true }) },
  );
}
