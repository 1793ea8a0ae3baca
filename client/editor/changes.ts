import { $createHorizontalRuleNode } from '@lexical/extension';
import { $forEachSelectedTextNode } from '@lexical/selection';
import { $createTableNodeWithDimensions } from '@lexical/table';
import { $findMatchingParent, $insertNodeToNearestRoot } from '@lexical/utils';
import { $createTextNode, $getSelection, $insertNodes, $isRangeSelection, $isTextNode } from 'lexical';
import type { BlockKind, Mention } from '../../shared/documents/blocks.ts';
import { $isBlockNode, type BlockNode } from './nodes/BlockNode.ts';
import { $createMentionNode, $getLink, $isMentionNode, $setLink } from './nodes/runStates.ts';

/** The blocks that the selection touches, in order. Like everything here, call it inside `editor.update` or `editor.read`. */
export function $selectedBlocks(): BlockNode[] {
  const selection = $getSelection();
  const blocks = new Set<BlockNode>();
  for (const node of selection?.getNodes() ?? []) {
    const block = $findMatchingParent(node, $isBlockNode);
    if ($isBlockNode(block)) blocks.add(block);
  }
  return [...blocks];
}

/** Makes every selected block this kind; makes them paragraphs when they all were this kind already. */
export function $toggleKind(kind: BlockKind): void {
  const blocks = $selectedBlocks();
  const next = blocks.every((block) => block.getKind() === kind) ? 'paragraph' : kind;
  for (const block of blocks) block.setKind(next);
}

/** Moves the selected list blocks in (1) or out (-1). Answers whether any block could move. */
export function $indentBy(step: 1 | -1): boolean {
  const blocks = $selectedBlocks().filter((block) => block.canIndent());
  for (const block of blocks) block.setIndent(block.getIndent() + step);
  return blocks.length > 0;
}

/** Ticks the selected check blocks, or unticks them when they all are ticked. Answers whether there were any. */
export function $toggleTicks(): boolean {
  const blocks = $selectedBlocks().filter((block) => block.getKind() === 'check');
  const tick = !blocks.every((block) => block.getChecked());
  for (const block of blocks) block.setChecked(tick);
  return blocks.length > 0;
}

/**
 * Links the selected words; with a bare caret inside a link, changes that link; `undefined` unlinks.
 * Words of a mention are left alone. An address that is not allowed unlinks.
 */
export function $linkSelection(url: string | undefined): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  if (selection.isCollapsed()) {
    const node = selection.anchor.getNode();
    if ($isTextNode(node) && $getLink(node) !== undefined) $setLink(node, url);
    return;
  }
  $forEachSelectedTextNode((node) => {
    if (!$isMentionNode(node)) $setLink(node, url);
  });
}

/** The link at the caret or at the start of the selection, if any. */
export function $selectedLink(): string | undefined {
  const selection = $getSelection();
  const first = selection?.getNodes()[0];
  return first && $getLink(first);
}

/** Puts a mention, shown as `text`, in place of the selection, with a space after it. */
export function $insertMention(text: string, mention: Mention): void {
  $insertNodes([$createMentionNode(text, mention), $createTextNode(' ')]);
}

export function $insertRule(): void {
  $insertNodeToNearestRoot($createHorizontalRuleNode());
}

/** Inserts a table whose first row is headers. */
export function $insertTable(rows: number, columns: number): void {
  const table = $createTableNodeWithDimensions(rows, columns, { rows: true, columns: false });
  $insertNodeToNearestRoot(table);
  table.getFirstDescendant()?.selectStart();
}
