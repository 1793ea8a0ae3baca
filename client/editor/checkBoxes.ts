import { $getNearestNodeFromDOMNode, CLICK_COMMAND, COMMAND_PRIORITY_LOW, type LexicalEditor } from 'lexical';
import { $isBlockNode } from './nodes/BlockNode.ts';

/** A tap or click on the box of a check item ticks it or unticks it. By keyboard there is a shortcut. */
export function registerCheckBoxes(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    CLICK_COMMAND,
    (event) => {
      const element = event.target;
      if (!editor.isEditable() || !(element instanceof HTMLElement) || !isOnBox(element, event.clientX))
        return false;
      const block = $getNearestNodeFromDOMNode(element);
      if (!$isBlockNode(block)) return false;
      block.setChecked(!block.getChecked());
      event.preventDefault();
      return true;
    },
    COMMAND_PRIORITY_LOW,
  );
}

/** The box is drawn in the space before the words, which belongs to the block itself. */
function isOnBox(element: HTMLElement, x: number): boolean {
  if (element.dataset.kind !== 'check') return false;
  const { left } = element.getBoundingClientRect();
  return x < left + Number.parseFloat(getComputedStyle(element).paddingLeft);
}
