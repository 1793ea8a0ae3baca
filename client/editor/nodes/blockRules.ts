import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { $atStart, $isBlockNode } from './BlockNode.ts';

/**
 * Deleting backwards from the start of an item, quote or heading first takes that away and only then
 * joins it to the block above. Lexical asks the block itself only when nothing stands before it.
 */
export function registerBlockRules(editor: LexicalEditor): () => void {
  const $stepBack = (isBackward: boolean) => isBackward && $stepBackAtStart();
  return mergeRegister(
    editor.registerCommand(DELETE_CHARACTER_COMMAND, $stepBack, COMMAND_PRIORITY_LOW),
    editor.registerCommand(DELETE_WORD_COMMAND, $stepBack, COMMAND_PRIORITY_LOW),
    editor.registerCommand(DELETE_LINE_COMMAND, $stepBack, COMMAND_PRIORITY_LOW),
  );
}

function $stepBackAtStart(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const block = $findMatchingParent(selection.anchor.getNode(), $isBlockNode);
  return $isBlockNode(block) && $atStart(block, selection) && block.stepBack();
}
