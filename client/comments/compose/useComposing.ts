import { useCallback, useState } from 'react';
import type { Stretch } from '../../../shared/documents/layout.ts';
import { useAnswering } from '../../editor/passages/asked.ts';
import { stretchOf } from '../../editor/passages/domPlaces.ts';
import { type EditorParts, rootOf } from '../../editor/passages/EditorParts.ts';

/** What a new comment begins with: these words, the whole document, or nothing that is chosen yet. */
export type ComposeAt =
  | { readonly kind: 'words'; readonly stretch: Stretch }
  | { readonly kind: 'whole' }
  | { readonly kind: 'nothing' };

export interface Composing {
  readonly at: ComposeAt | null;
  start(at: ComposeAt): void;
  /** On what is selected; with a bare caret, on its paragraph. */
  startSelected(): void;
  startWhole(): void;
  stop(): void;
}

/** Whether somebody is writing a new comment, and on what. */
export function useComposing(parts: EditorParts, mayStart: boolean): Composing {
  const [at, start] = useState<ComposeAt | null>(null);
  const startSelected = useCallback(() => {
    if (mayStart) start(composeAt(parts));
  }, [parts, mayStart]);
  const startWhole = useCallback(() => start({ kind: 'whole' }), []);
  const stop = useCallback(() => start(null), []);
  useAnswering(parts.askedComment, mayStart, startSelected);
  return { at, start, startSelected, startWhole, stop };
}

function composeAt(parts: EditorParts): ComposeAt {
  const root = rootOf(parts);
  const selected = parts.selection();
  if (!root) return { kind: 'nothing' };
  const caret = document.getSelection();
  const range = selected ?? (caret && caret.rangeCount > 0 ? caret.getRangeAt(0) : null);
  const inWords = range && root.contains(range.startContainer) && range.startContainer !== root;
  const stretch = inWords ? stretchOf(root, range) : null;
  if (!stretch) return { kind: 'nothing' };
  return { kind: 'words', stretch: selected ? stretch : blockOf(root, stretch) };
}

/** The whole block around a caret. */
function blockOf(root: HTMLElement, { cell, from }: Stretch): Stretch {
  const table = cell && root.children[cell.table];
  const blocks = table
    ? table.querySelectorAll('tr')[cell.row]?.children[cell.column]?.children
    : root.children;
  const length = blocks?.[from.block]?.textContent?.length ?? 0;
  return { cell, from: { block: from.block, offset: 0 }, to: { block: from.block, offset: length } };
}
