import {
  $generateJSONFromSelectedNodes,
  $generateNodesFromSerializedNodes,
  $getLexicalContent,
  setLexicalClipboardDataTransfer,
} from '@lexical/clipboard';
import { $isTableCellNode } from '@lexical/table';
import {
  $findMatchingParent,
  $getSelection,
  $insertNodes,
  $isRangeSelection,
  COMMAND_PRIORITY_NORMAL,
  COPY_COMMAND,
  CUT_COMMAND,
  type LexicalEditor,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
  type RangeSelection,
} from 'lexical';
import type { Block, TextBlock } from '../../../shared/documents/blocks.ts';
import { renderHtml } from '../../../shared/documents/renderHtml.ts';
import { renderText } from '../../../shared/documents/renderText.ts';
import { textBlocksIn } from '../../../shared/documents/tidyBlocks.ts';
import { $blocksToNodes, $nodesToBlocks } from '../blocks.ts';
import { $isBlockNode } from '../nodes/BlockNode.ts';
import { htmlToBlocks } from './htmlToBlocks.ts';

/** More than about a hundred pages at once does not fit into one message to the server. */
export const MOST_PASTED = 300_000;

export interface ClipboardOptions {
  readonly words: { readonly done: string; readonly notDone: string };
  /** Somebody pasted more than fits; nothing was put in. */
  readonly onTooMuch: () => void;
}

/**
 * Paste from Word and the web made clean, and copies that are clean for others to paste. Within our own
 * pages the editor's own form travels along, so that mentions stay mentions; plain text keeps its lines.
 */
export function registerClipboard(editor: LexicalEditor, options: ClipboardOptions): () => void {
  const copy = (event: ClipboardEvent | KeyboardEvent | null) =>
    event instanceof ClipboardEvent && $copy(editor, event, options);
  return mergeRegister(
    editor.registerCommand(PASTE_COMMAND, (event) => $paste(editor, event, options), COMMAND_PRIORITY_NORMAL),
    editor.registerCommand(COPY_COMMAND, copy, COMMAND_PRIORITY_NORMAL),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        if (!copy(event)) return false;
        const selection = $getSelection();
        if ($isRangeSelection(selection)) selection.removeText();
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
  );
}

function $paste(editor: LexicalEditor, event: unknown, { onTooMuch }: ClipboardOptions): boolean {
  const data = event instanceof ClipboardEvent ? event.clipboardData : null;
  const selection = $getSelection();
  if (!(event instanceof ClipboardEvent) || !data || !$isRangeSelection(selection)) return false;
  const html = data.getData('text/html');
  if (data.getData('text/plain').length > MOST_PASTED || html.length > 20 * MOST_PASTED) {
    event.preventDefault();
    onTooMuch();
    return true;
  }
  if (html === '' || data.types.includes('application/x-lexical-editor')) return false;
  const blocks = htmlToBlocks(new DOMParser().parseFromString(html, 'text/html'));
  if (blocks.length === 0) return false;
  event.preventDefault();
  editor.update(() => $insertBlocks(blocks), { tag: PASTE_TAG });
  return true;
}

/** Puts the blocks in place of the selection. A single line of words goes into the block that is there. */
export function $insertBlocks(blocks: readonly Block[]): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const fitting = $isInTable(selection) ? textBlocksIn(blocks) : blocks;
  const [only, ...more] = $blocksToNodes(fitting);
  if (!only) return;
  const isOneLine = more.length === 0 && $isBlockNode(only) && only.getKind() === 'paragraph';
  if (isOneLine) {
    $insertNodes(only.getChildren());
    return;
  }
  const here = $findMatchingParent(selection.anchor.getNode(), $isBlockNode);
  // The first pasted block would take the kind of an empty block that it lands in.
  const first = fitting[0] as TextBlock | undefined;
  if ($isBlockNode(here) && here.isEmpty() && $isBlockNode(only) && first)
    here.setKind(first.kind).setIndent(first.indent ?? 0);
  $insertNodes([only, ...more]);
}

function $isInTable(selection: RangeSelection): boolean {
  return $findMatchingParent(selection.anchor.getNode(), $isTableCellNode) !== null;
}

function $copy(editor: LexicalEditor, event: ClipboardEvent, { words }: ClipboardOptions): boolean {
  const selection = $getSelection();
  if (!event.clipboardData || !$isRangeSelection(selection) || selection.isCollapsed()) return false;
  const { nodes } = $generateJSONFromSelectedNodes(editor, selection);
  const blocks = $nodesToBlocks($generateNodesFromSerializedNodes(nodes));
  event.preventDefault();
  setLexicalClipboardDataTransfer(event.clipboardData, {
    'text/plain': renderText(blocks).replace(/\n$/, ''),
    'text/html': renderHtml(blocks, { headingsFrom: 2, words }),
    'application/x-lexical-editor': $getLexicalContent(editor, selection) ?? undefined,
  });
  return true;
}
