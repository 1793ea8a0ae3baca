import {
  $createTextNode,
  $getRoot,
  $isElementNode,
  type ElementNode,
  type LexicalEditor,
  type RangeSelection,
  type TextNode,
} from 'lexical';
import * as Y from 'yjs';
import {
  bindEditor,
  type EditorBinding,
  type EditorProblem,
} from '../../../../client/editor/binding/bindEditor.ts';
import { createBareEditor } from '../../../../client/editor/headless.ts';
import { $createBlockNode } from '../../../../client/editor/nodes/BlockNode.ts';

/** One person's editor on one person's copy of the document. */
export interface Desk {
  readonly editor: LexicalEditor;
  readonly doc: Y.Doc;
  readonly tie: EditorBinding;
  readonly problems: EditorProblem[];
}

export function desk(clientID: number, update?: Uint8Array): Desk {
  const doc = new Y.Doc();
  doc.clientID = clientID;
  if (update) Y.applyUpdate(doc, update, 'remote');
  const problems: EditorProblem[] = [];
  const editor = createBareEditor((error) => {
    throw error;
  });
  const tie = bindEditor(editor, doc, { onProblem: (problem) => problems.push(problem) });
  return { editor, doc, tie, problems };
}

/** Everyone hears everything, until nobody has more to say. */
export function meet(...desks: readonly Desk[]): void {
  for (let round = 0; round < 6; round++)
    for (const from of desks)
      for (const to of desks)
        if (from !== to)
          Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), 'remote');
}

export function edit(at: Desk, work: () => void): void {
  at.editor.update(work, { discrete: true });
}

/** Each block's words, in order. */
export function words(at: Desk): string[] {
  return at.editor.read(() =>
    $getRoot()
      .getChildren()
      .map((node) => node.getTextContent()),
  );
}

export function write(at: Desk, ...lines: string[]): void {
  edit(at, () => {
    $getRoot()
      .clear()
      .append(...lines.map((line) => $createBlockNode().append($createTextNode(line))));
  });
}

export function $block(index: number): ElementNode {
  const node = $getRoot().getChildAtIndex(index);
  if (!$isElementNode(node)) throw new Error(`no block ${index}`);
  return node;
}

function $place(block: ElementNode, offset: number): [TextNode | ElementNode, number] {
  let left = offset;
  let last: TextNode | undefined;
  for (const text of block.getAllTextNodes()) {
    last = text;
    if (left <= text.getTextContentSize()) return [text, left];
    left -= text.getTextContentSize();
  }
  return last ? [last, last.getTextContentSize()] : [block, 0];
}

export function $select(block: number, from: number, to = from, endBlock = block): RangeSelection {
  const [anchor, anchorOffset] = $place($block(block), from);
  const [focus, focusOffset] = $place($block(endBlock), to);
  const selection = anchor.select(anchorOffset, anchorOffset);
  selection.focus.set(focus.getKey(), focusOffset, $isElementNode(focus) ? 'element' : 'text');
  return selection;
}
