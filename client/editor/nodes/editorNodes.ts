import { HorizontalRuleNode } from '@lexical/extension';
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table';
import {
  type CreateEditorArgs,
  type Klass,
  type LexicalNode,
  type LexicalNodeReplacement,
  ParagraphNode,
  TabNode,
  TextNode,
} from 'lexical';
import { $createBlockNode, BlockNode } from './BlockNode.ts';
import { $decorateDOM } from './decorate.ts';

/** Everything that a document can hold. Whatever Lexical makes as a paragraph becomes a block. */
const editorNodes: readonly (Klass<LexicalNode> | LexicalNodeReplacement)[] = [
  BlockNode,
  { replace: ParagraphNode, with: () => $createBlockNode(), withKlass: BlockNode },
  TableNode,
  TableRowNode,
  TableCellNode,
  HorizontalRuleNode,
];

/** What every editor of ours is made with: `createEditor({ ...editorBasics, onError })`, headless or not. */
export const editorBasics = {
  namespace: 'trialogue',
  nodes: editorNodes,
  dom: { $decorateDOM },
} satisfies CreateEditorArgs;

/**
 * Properties that stay out of the shared document: looks (colours, widths, alignment, merged cells)
 * that the neutral blocks do not have, and `__type`, which only a forger would send.
 */
export const UNSHARED_PROPERTIES: ReadonlyMap<Klass<LexicalNode>, ReadonlySet<string>> = new Map<
  Klass<LexicalNode>,
  ReadonlySet<string>
>([
  [BlockNode, new Set(['__type', '__format', '__style', '__dir', '__textFormat', '__textStyle'])],
  [TextNode, new Set(['__type', '__style', '__detail'])],
  [TabNode, new Set(['__type', '__style', '__detail', '__mode', '__format'])],
  [
    TableNode,
    new Set([
      '__type',
      '__format',
      '__style',
      '__dir',
      '__indent',
      '__textFormat',
      '__textStyle',
      '__colWidths',
      '__rowStriping',
      '__frozenColumnCount',
      '__frozenRowCount',
    ]),
  ],
  [
    TableRowNode,
    new Set([
      '__type',
      '__format',
      '__style',
      '__dir',
      '__indent',
      '__textFormat',
      '__textStyle',
      '__height',
    ]),
  ],
  [
    TableCellNode,
    new Set([
      '__type',
      '__format',
      '__style',
      '__dir',
      '__indent',
      '__textFormat',
      '__textStyle',
      '__colSpan',
      '__rowSpan',
      '__width',
      '__backgroundColor',
      '__verticalAlign',
    ]),
  ],
  [HorizontalRuleNode, new Set(['__type'])],
]);
