import { $createHorizontalRuleNode, $isHorizontalRuleNode } from '@lexical/extension';
import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  TableCellHeaderStates,
  type TableNode,
} from '@lexical/table';
import {
  $createLineBreakNode,
  $createTextNode,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import type { Block, Run, TableBlock, TextBlock } from '../../shared/documents/blocks.ts';
import { bitsOfMarks, makeRun } from '../../shared/documents/runs.ts';
import { makeTable, makeTextBlock, textBlocksIn } from '../../shared/documents/tidyBlocks.ts';
import { $createBlockNode, $isBlockNode, type BlockNode } from './nodes/BlockNode.ts';
import { $createMentionNode, $getLink, $getMention, $setLink } from './nodes/runStates.ts';

/** What the editor's nodes say, as neutral blocks in their one normal form. Call it inside `editor.read`. */
export function $nodesToBlocks(nodes: readonly LexicalNode[]): Block[] {
  return nodes.flatMap((node): Block[] => {
    if ($isHorizontalRuleNode(node)) return [{ kind: 'rule' }];
    if ($isTableNode(node)) return $readTable(node);
    if ($isBlockNode(node))
      return [makeTextBlock(node.getKind(), $readRuns(node), node.getIndent(), node.getChecked())];
    if ($isElementNode(node)) return [makeTextBlock('paragraph', $readRuns(node))];
    return $isTextNode(node) ? [makeTextBlock('paragraph', $readRun(node))] : [];
  });
}

function $readTable(table: TableNode): Block[] {
  const rows = table
    .getChildren()
    .filter($isTableRowNode)
    .map((row) =>
      row
        .getChildren()
        .filter($isTableCellNode)
        .map((cell) => ({
          header: cell.getHeaderStyles() > 0,
          blocks: textBlocksIn($nodesToBlocks(cell.getChildren())),
        })),
    );
  const read = makeTable(rows);
  return read ? [read] : [];
}

function $readRuns(block: ElementNode): Run[] {
  return block.getChildren().flatMap($readRun);
}

function $readRun(node: LexicalNode): Run[] {
  if ($isTextNode(node))
    return [makeRun(node.getTextContent(), node.__format, $getLink(node), $getMention(node))];
  if ($isLineBreakNode(node)) return [{ text: '\n' }];
  return $isElementNode(node) ? $readRuns(node) : [];
}

/** New nodes that say what the blocks say, ready to be inserted. Call it inside `editor.update`. */
export function $blocksToNodes(blocks: readonly Block[]): LexicalNode[] {
  return blocks.map((block) => {
    if (block.kind === 'rule') return $createHorizontalRuleNode();
    return block.kind === 'table' ? $writeTable(block) : $writeTextBlock(block);
  });
}

function $writeTable({ rows }: TableBlock): TableNode {
  return $createTableNode().append(
    ...rows.map((cells) =>
      $createTableRowNode().append(
        ...cells.map(({ header, blocks }) =>
          $createTableCellNode(header ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS).append(
            ...(blocks.length > 0 ? blocks.map($writeTextBlock) : [$createBlockNode()]),
          ),
        ),
      ),
    ),
  );
}

function $writeTextBlock({ kind, runs, indent = 0, checked = false }: TextBlock): BlockNode {
  const block = $createBlockNode(kind).setIndent(indent).setChecked(checked);
  return block.append(...runs.flatMap($writeRun));
}

function $writeRun({ text, marks, link, mention }: Run): LexicalNode[] {
  return text.split('\n').flatMap((line, index) => {
    const nodes: LexicalNode[] = index > 0 ? [$createLineBreakNode()] : [];
    if (line === '') return nodes;
    const words = mention ? $createMentionNode(line, mention) : $createTextNode(line);
    words.setFormat(bitsOfMarks(marks));
    return [...nodes, link === undefined ? words : $setLink(words, link)];
  });
}
