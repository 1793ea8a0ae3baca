import { $isTableCellNode } from '@lexical/table';
import { $findMatchingParent, $getSelection, $isRangeSelection } from 'lexical';
import type { BlockKind, Mark } from '../../shared/documents/blocks.ts';
import { $selectedBlocks, $selectedLink } from './changes.ts';

/** What the writing tools show about the selection: equal values mean nothing to redraw. */
export interface SelectionState {
  /** The kind that every selected block has; `mixed` when they differ; null with nothing selected. */
  readonly kind: BlockKind | 'mixed' | null;
  readonly marks: readonly Mark[];
  readonly link: string | null;
  readonly inTable: boolean;
  readonly inList: boolean;
}

export const NOTHING_SELECTED: SelectionState = {
  kind: null,
  marks: [],
  link: null,
  inTable: false,
  inList: false,
};

const FORMATS = [
  ['bold', 'bold'],
  ['italic', 'italic'],
  ['underline', 'underline'],
  ['strikethrough', 'strike'],
  ['code', 'code'],
] as const;

/** Call it inside `editor.read`. */
export function $selectionState(): SelectionState {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return NOTHING_SELECTED;
  const blocks = $selectedBlocks();
  const kinds = new Set(blocks.map((block) => block.getKind()));
  const [first = null] = kinds;
  return {
    kind: kinds.size > 1 ? 'mixed' : first,
    marks: FORMATS.filter(([format]) => selection.hasFormat(format)).map(([, mark]) => mark),
    link: $selectedLink() ?? null,
    inTable: $findMatchingParent(selection.anchor.getNode(), $isTableCellNode) !== null,
    inList: blocks.some((block) => block.canIndent()),
  };
}
