import {
  $createTextNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  DELETE_CHARACTER_COMMAND,
} from 'lexical';
import { expect, it } from 'vitest';
import { $indentBy, $linkSelection, $toggleKind, $toggleTicks } from '../../../../client/editor/changes.ts';
import { $createBlockNode, $isBlockNode } from '../../../../client/editor/nodes/BlockNode.ts';
import { $getLink } from '../../../../client/editor/nodes/runStates.ts';
import type { BlockKind } from '../../../../shared/documents/blocks.ts';
import { $select, type Desk, desk, edit } from './pair.ts';

type Line = readonly [kind: BlockKind, text: string, indent?: number, checked?: boolean];

function lay(at: Desk, ...lines: readonly Line[]): void {
  edit(at, () => {
    $getRoot()
      .clear()
      .append(
        ...lines.map(([kind, text, indent = 0, checked = false]) => {
          const block = $createBlockNode(kind).setIndent(indent).setChecked(checked);
          return text === '' ? block : block.append($createTextNode(text));
        }),
      );
  });
}

function lines(at: Desk): Line[] {
  return at.editor.read(() =>
    $getRoot()
      .getChildren()
      .filter($isBlockNode)
      .map((block): Line => {
        const [kind, text, indent] = [block.getKind(), block.getTextContent(), block.getIndent()];
        if (block.getChecked()) return [kind, text, indent, true];
        return indent > 0 ? [kind, text, indent] : [kind, text];
      }),
  );
}

function enter(at: Desk, block: number, offset: number): void {
  edit(at, () => void $select(block, offset).insertParagraph());
}

function backspace(at: Desk, block: number): void {
  edit(at, () => {
    const selection = $select(block, 0);
    if (!at.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true)) selection.deleteCharacter(true);
  });
}

it.each<[string, Line, number, Line[]]>([
  [
    'splits a paragraph',
    ['paragraph', 'onetwo'],
    3,
    [
      ['paragraph', 'one'],
      ['paragraph', 'two'],
    ],
  ],
  [
    'after a heading starts a paragraph',
    ['heading1', 'one'],
    3,
    [
      ['heading1', 'one'],
      ['paragraph', ''],
    ],
  ],
  [
    'inside a heading makes two headings',
    ['heading2', 'onetwo'],
    3,
    [
      ['heading2', 'one'],
      ['heading2', 'two'],
    ],
  ],
  [
    'before a heading makes room above it',
    ['heading3', 'one'],
    0,
    [
      ['paragraph', ''],
      ['heading3', 'one'],
    ],
  ],
  [
    'goes on with a quote',
    ['quote', 'one'],
    3,
    [
      ['quote', 'one'],
      ['quote', ''],
    ],
  ],
  [
    'goes on with a list at its depth',
    ['bullet', 'one', 2],
    3,
    [
      ['bullet', 'one', 2],
      ['bullet', '', 2],
    ],
  ],
  [
    'gives a check list an unticked item',
    ['check', 'one', 0, true],
    3,
    [
      ['check', 'one', 0, true],
      ['check', ''],
    ],
  ],
  ['in an empty deep item steps out', ['number', '', 2], 0, [['number', '', 1]]],
  ['in an empty item ends the list', ['bullet', ''], 0, [['paragraph', '']]],
  ['in an empty quote ends it', ['quote', ''], 0, [['paragraph', '']]],
])('[EDIT1] Enter %s', (_title, line, offset, after) => {
  const ann = desk(1);
  lay(ann, line);
  enter(ann, 0, offset);
  expect(lines(ann)).toEqual(after);
});

it.each<[string, Line, Line[]]>([
  [
    'steps a deep item out',
    ['bullet', 'one', 2],
    [
      ['paragraph', 'zero'],
      ['bullet', 'one', 1],
    ],
  ],
  [
    'turns an item into a paragraph',
    ['check', 'one'],
    [
      ['paragraph', 'zero'],
      ['paragraph', 'one'],
    ],
  ],
  [
    'turns a heading into a paragraph',
    ['heading1', 'one'],
    [
      ['paragraph', 'zero'],
      ['paragraph', 'one'],
    ],
  ],
  ['joins a paragraph to the block above', ['paragraph', 'one'], [['paragraph', 'zeroone']]],
])('[EDIT1] Backspace at the start %s', (_title, line, after) => {
  const ann = desk(1);
  lay(ann, ['paragraph', 'zero'], line);
  backspace(ann, 1);
  expect(lines(ann)).toEqual(after);
});

it('[EDIT1] a change of kind keeps the words and drops what the new kind cannot have', () => {
  const ann = desk(1);
  lay(ann, ['check', 'one', 1, true], ['bullet', 'two', 3]);
  edit(ann, () => {
    $select(0, 0, 1, 1);
    $toggleKind('heading1');
  });
  expect(lines(ann)).toEqual([
    ['heading1', 'one'],
    ['heading1', 'two'],
  ]);
  edit(ann, () => {
    $select(0, 0, 1, 1);
    $toggleKind('heading1');
  });
  expect(lines(ann)).toEqual([
    ['paragraph', 'one'],
    ['paragraph', 'two'],
  ]);
});

it('[EDIT1] only lists have an indent and only check items a tick, and both have limits', () => {
  const ann = desk(1);
  lay(ann, ['paragraph', 'one'], ['bullet', 'two', 5], ['check', 'three']);
  edit(ann, () => {
    $select(0, 0, 1, 2);
    expect($indentBy(1)).toBe(true);
    $indentBy(1);
    $indentBy(1);
    expect($toggleTicks()).toBe(true);
  });
  expect(lines(ann)).toEqual([
    ['paragraph', 'one'],
    ['bullet', 'two', 6],
    ['check', 'three', 3, true],
  ]);
});

it('[EDIT2] what is typed at either end of a link is not part of it, what is typed inside is', () => {
  const ann = desk(1);
  lay(ann, ['paragraph', 'see here']);
  edit(ann, () => {
    $select(0, 4, 8);
    $linkSelection('https://example.org/');
  });
  const linked = () =>
    ann.editor.read(() =>
      $getRoot()
        .getAllTextNodes()
        .map((node) => [node.getTextContent(), $getLink(node) !== undefined]),
    );
  edit(ann, () => $select(0, 8).insertText(' now'));
  edit(ann, () => $select(0, 6).insertText('XX'));
  expect(linked()).toEqual([
    ['see ', false],
    ['heXXre', true],
    [' now', false],
  ]);
  lay(ann, ['paragraph', 'here']);
  edit(ann, () => {
    $select(0, 0, 4);
    $linkSelection('mailto:ann@example.org');
  });
  edit(ann, () => $select(0, 0).insertText('look '));
  edit(ann, () => {
    const selection = $getSelection();
    if ($isRangeSelection(selection)) selection.insertText('over ');
  });
  expect(linked()).toEqual([
    ['look over ', false],
    ['here', true],
  ]);
});

it('[EDIT2] an address that is not allowed makes no link', () => {
  const ann = desk(1);
  lay(ann, ['paragraph', 'here']);
  edit(ann, () => {
    $select(0, 0, 4);
    $linkSelection('javascript:alert(1)');
  });
  expect(ann.editor.read(() => $getRoot().getAllTextNodes().map($getLink))).toEqual([undefined]);
});
