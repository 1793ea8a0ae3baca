import {
  $createTextNode,
  $getEditor,
  $getState,
  $isTextNode,
  type LexicalEditor,
  mergeRegister,
  NODE_STATE_DIRECT,
  type NodeKey,
  TabNode,
  TextNode,
} from 'lexical';
import { $getLink, $setLink, linkState } from './runStates.ts';

interface LinkedWords {
  readonly text: string;
  readonly link: string;
}

/**
 * The rules that words keep while they are edited here: what is typed at either end of a link is not
 * part of it, and a tab is a plain character. Call the answer to stop.
 */
export function registerRunRules(editor: LexicalEditor): () => void {
  const beforeComposing = new Map<NodeKey, LinkedWords>();
  return mergeRegister(
    editor.registerNodeTransform(TabNode, (tab) => {
      tab.replace($createTextNode('\t').setFormat(tab.getFormat()));
    }),
    editor.registerNodeTransform(TextNode, (node) => {
      const before = beforeComposing.get(node.getKey()) ?? linkedWordsBefore(node);
      if (before === undefined || $getLink(node) !== before.link) return;
      // Splitting a node that an input method is writing into would break its work: wait for its end.
      if (node.isComposing()) {
        beforeComposing.set(node.getKey(), before);
        return;
      }
      beforeComposing.delete(node.getKey());
      $unlinkWhatWasAdded(node, before.text);
    }),
  );
}

function linkedWordsBefore(node: TextNode): LinkedWords | undefined {
  const before = $getEditor().getEditorState()._nodeMap.get(node.getKey());
  if (!$isTextNode(before)) return undefined;
  const link = $getState(before, linkState, NODE_STATE_DIRECT);
  return link === null ? undefined : { text: before.__text, link };
}

function $unlinkWhatWasAdded(node: TextNode, before: string): void {
  const now = node.getTextContent();
  const added = now.length - before.length;
  if (added <= 0 || before === '') return;
  if (now.startsWith(before)) $unlink(node.splitText(before.length)[1]);
  else if (now.endsWith(before)) $unlink(node.splitText(added)[0]);
}

function $unlink(node: TextNode | undefined): void {
  if (node) $setLink(node, undefined);
}
