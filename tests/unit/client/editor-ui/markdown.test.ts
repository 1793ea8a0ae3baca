import {
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type LexicalEditor,
  type RangeSelection,
} from 'lexical';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createBareEditor } from '../../../../client/editor/headless.ts';
import { registerMarkdown } from '../../../../client/editor/markdown.ts';
import { $createBlockNode, $isBlockNode } from '../../../../client/editor/nodes/BlockNode.ts';

let editor: LexicalEditor;
let stop: () => void;

beforeEach(() => {
  editor = createBareEditor((error) => {
    throw error;
  });
  stop = registerMarkdown(editor);
});
afterEach(() => stop());

/** Types letter by letter into an empty document that ends with `after`, as fingers do. */
async function type(words: string, after = ''): Promise<void> {
  editor.update(
    () => {
      const text = $createTextNode(after);
      const block = $createBlockNode();
      if (after) block.append(text);
      $getRoot().clear().append(block);
      block.selectStart();
    },
    { discrete: true },
  );
  for (const letter of words) {
    editor.update(() => $selection().insertText(letter), { discrete: true });
    await Promise.resolve();
  }
}

function $selection(): RangeSelection {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) throw new Error('nothing is selected');
  return selection;
}

function first() {
  return editor.read(() => {
    const block = $getRoot().getFirstChild();
    return {
      type: block?.getType(),
      kind: $isBlockNode(block) ? block.getKind() : undefined,
      checked: $isBlockNode(block) && block.getChecked(),
      words: $isElementNode(block) ? block.getTextContent() : undefined,
    };
  });
}

it.each([
  ['# ', 'heading1'],
  ['## ', 'heading2'],
  ['### ', 'heading3'],
  ['- ', 'bullet'],
  ['* ', 'bullet'],
  ['1. ', 'number'],
  ['2) ', 'number'],
  ['> ', 'quote'],
  ['[] ', 'check'],
  ['[ ] ', 'check'],
] as const)(
  '[ED3] typing %j at the start of a line makes it a %s and leaves its words alone',
  async (typed, kind) => {
    await type(typed, 'the words');
    expect(first()).toEqual({ type: 'block', kind, checked: false, words: 'the words' });
  },
);

it('[ED3] [x] makes a ticked item, and three dashes a dividing line above', async () => {
  await type('[x] ', 'done');
  expect(first()).toMatchObject({ kind: 'check', checked: true, words: 'done' });
  await type('--- ', 'after');
  expect(first()).toMatchObject({ type: 'horizontalrule' });
  expect(editor.read(() => $getRoot().getTextContent())).toContain('after');
});

it('[ED3] what only looks like it, or stands inside a line, changes nothing', async () => {
  await type('#no ', '');
  expect(first()).toMatchObject({ kind: 'paragraph', words: '#no ' });
  await type('see # ', '');
  expect(first()).toMatchObject({ kind: 'paragraph', words: 'see # ' });
});

it('[ED3] stars round words make them bold or italic', async () => {
  await type('so **very** ');
  const formats = editor.read(() =>
    $getRoot()
      .getAllTextNodes()
      .map((node) => [node.getTextContent(), node.hasFormat('bold')]),
  );
  expect(formats).toContainEqual(['very', true]);
  expect(first().words).toBe('so very ');
});
