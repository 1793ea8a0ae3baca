import { $createHorizontalRuleNode } from '@lexical/extension';
import { $isTableNode, $isTableRowNode } from '@lexical/table';
import {
  $createLineBreakNode,
  $getRoot,
  $insertNodes,
  $isElementNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import { $blocksToNodes } from '../../client/editor/blocks.ts';
import {
  $indentBy,
  $insertMention,
  $insertTable,
  $linkSelection,
  $toggleTicks,
} from '../../client/editor/changes.ts';
import { $createBlockNode, $isBlockNode, type BlockNode } from '../../client/editor/nodes/BlockNode.ts';
import { BLOCK_KINDS } from '../../shared/documents/blocks.ts';

/** Numbers that look random and are the same each time for the same seed. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  below(most: number): number {
    return Math.floor(this.next() * most);
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T;
  }
}

/** One thing that a person does in an editor. `word` gives a word that was never used before. */
export type Op = (chance: Chance, word: () => string) => void;

function $blocks(node: ElementNode = $getRoot()): BlockNode[] {
  return node
    .getChildren()
    .flatMap((child) => ($isBlockNode(child) ? [child] : $isElementNode(child) ? $blocks(child) : []));
}

function $point(block: BlockNode, offset: number): [LexicalNode, number] {
  let left = offset;
  for (const text of block.getChildren().filter($isTextNode)) {
    if (left <= text.getTextContentSize()) return [text, left];
    left -= text.getTextContentSize();
  }
  return [block, block.getChildrenSize()];
}

function $selectIn(block: BlockNode, from: number, to: number, endBlock = block): RangeSelection {
  const [anchor, anchorOffset] = $point(block, from);
  const [focus, focusOffset] = $point(endBlock, to);
  const selection = ($isTextNode(anchor) ? anchor : block).select(anchorOffset, anchorOffset);
  selection.focus.set(focus.getKey(), focusOffset, $isTextNode(focus) ? 'text' : 'element');
  return selection;
}

function $anywhere(chance: Chance): RangeSelection {
  const block = chance.pick($blocks());
  const at = chance.below(block.getTextContentSize() + 1);
  return $selectIn(block, at, at);
}

function $someRange(chance: Chance, most: number): RangeSelection {
  const block = chance.pick($blocks());
  const from = chance.below(block.getTextContentSize() + 1);
  return $selectIn(block, from, Math.min(from + 1 + chance.below(most), block.getTextContentSize()));
}

/** How often each thing is done, and what it is. */
export const OPS: readonly (readonly [weight: number, name: string, op: Op])[] = [
  [30, 'type', (chance, word) => $anywhere(chance).insertText(`${word()} `)],
  [10, 'split', (chance) => void $anywhere(chance).insertParagraph()],
  [
    8,
    'join',
    (chance) => {
      const block = chance.pick($blocks());
      if ($isBlockNode(block.getPreviousSibling())) $selectIn(block, 0, 0).deleteCharacter(true);
    },
  ],
  [8, 'delete', (chance) => $someRange(chance, 12).removeText()],
  [
    3,
    'delete across',
    (chance) => {
      const blocks = $blocks();
      const at = chance.below(blocks.length);
      const [first, last] = [
        blocks[at] as BlockNode,
        blocks[Math.min(at + 1, blocks.length - 1)] as BlockNode,
      ];
      if (first.getParent() !== last.getParent()) return;
      $selectIn(first, chance.below(first.getTextContentSize() + 1), chance.below(4), last).removeText();
    },
  ],
  [
    8,
    'mark',
    (chance) => $someRange(chance, 20).formatText(chance.pick(['bold', 'italic', 'underline', 'code'])),
  ],
  [
    6,
    'kind',
    (chance) => {
      const block = chance.pick($blocks());
      block.setKind(chance.pick(BLOCK_KINDS));
    },
  ],
  [
    4,
    'indent',
    (chance) => {
      $anywhere(chance);
      void $indentBy(chance.pick([1, -1]));
    },
  ],
  [
    3,
    'tick',
    (chance) => {
      $anywhere(chance);
      void $toggleTicks();
    },
  ],
  [
    5,
    'link',
    (chance) => {
      $someRange(chance, 15);
      $linkSelection(chance.pick(['https://a.example/', 'https://b.example/', undefined]));
    },
  ],
  [
    3,
    'mention',
    (chance, word) => {
      $anywhere(chance);
      $insertMention(`@${word()}`, { kind: 'seat', id: 's1' });
    },
  ],
  [2, 'line break', (chance) => $anywhere(chance).insertNodes([$createLineBreakNode()])],
  [
    4,
    'paste',
    (chance, word) => {
      $anywhere(chance);
      $insertNodes(
        $blocksToNodes([
          { kind: 'paragraph', runs: [{ text: `${word()} ` }] },
          {
            kind: chance.pick(BLOCK_KINDS),
            runs: [{ text: `${word()} `, marks: ['bold'] }, { text: word() }],
          },
          { kind: 'bullet', runs: [{ text: `${word()} ` }], indent: 1 },
        ]),
      );
    },
  ],
  [
    1,
    'table',
    (chance) => {
      $anywhere(chance);
      $insertTable(2, 2);
    },
  ],
  [1, 'rule', (chance) => void $topBlock(chance).insertAfter($createHorizontalRuleNode())],
  [
    2,
    'row',
    (chance, word) => {
      const table = $getRoot().getChildren().find($isTableNode);
      const row = table && chance.pick(table.getChildren().filter($isTableRowNode));
      if (!row) return;
      if (chance.below(3) === 0 && (table?.getChildrenSize() ?? 0) > 1) row.remove();
      else {
        const [made] = $blocksToNodes([
          {
            kind: 'table',
            rows: [
              [word(), word()].map((text) => ({
                header: false,
                blocks: [{ kind: 'paragraph' as const, runs: [{ text }] }],
              })),
            ],
          },
        ]);
        const added = $isTableNode(made) ? made.getFirstChild() : null;
        if (added) row.insertAfter(added);
      }
    },
  ],
  [2, 'remove block', (chance) => $topBlock(chance).remove()],
  [
    2,
    'move block',
    (chance) => {
      const [one, other] = [$topBlock(chance), $topBlock(chance)];
      if (!one.is(other)) other.insertBefore(one);
    },
  ],
];

function $topBlock(chance: Chance): LexicalNode {
  const children = $getRoot().getChildren();
  return children.length > 0
    ? chance.pick(children)
    : $getRoot().append($createBlockNode()).getFirstChildOrThrow();
}

const TOTAL = OPS.reduce((sum, [weight]) => sum + weight, 0);

export function someOp(chance: Chance): readonly [weight: number, name: string, op: Op] {
  let left = chance.below(TOTAL);
  for (const entry of OPS) {
    left -= entry[0];
    if (left < 0) return entry;
  }
  throw new Error('the weights do not add up');
}
