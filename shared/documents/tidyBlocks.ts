import {
  BLOCK_KINDS,
  type Block,
  type BlockKind,
  isListKind,
  MAX_INDENT,
  type Run,
  type TableBlock,
  type TextBlock,
} from './blocks.ts';
import { tidyRuns } from './runs.ts';

/** A block of words from untrusted parts, holding only what its kind can have. An unknown kind is a paragraph. */
export function makeTextBlock(
  kind: unknown,
  runs: readonly Run[],
  indent?: unknown,
  checked?: unknown,
): TextBlock {
  const known = BLOCK_KINDS.includes(kind as BlockKind) ? (kind as BlockKind) : 'paragraph';
  const depth =
    isListKind(known) && Number.isInteger(indent) ? Math.min(Math.max(indent as number, 0), MAX_INDENT) : 0;
  return {
    kind: known,
    runs: tidyRuns(runs),
    ...(depth > 0 && { indent: depth }),
    ...(known === 'check' && checked === true && { checked: true }),
  };
}

/** A table without empty rows, each cell with at least one block; `undefined` when no row is left. */
export function makeTable(rows: TableBlock['rows']): TableBlock | undefined {
  const kept = rows
    .filter((cells) => cells.length > 0)
    .map((cells) =>
      cells.map(({ header, blocks }) => ({
        header: header === true,
        blocks: blocks.length > 0 ? blocks.map(tidyTextBlock) : [makeTextBlock('paragraph', [])],
      })),
    );
  return kept.length > 0 ? { kind: 'table', rows: kept } : undefined;
}

/** Blocks in the one normal form that reading a document gives, so that equal documents are deeply equal. */
export function tidyBlocks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind === 'rule') return [{ kind: 'rule' }];
    if (block.kind !== 'table') return [tidyTextBlock(block)];
    const table = makeTable(block.rows);
    return table ? [table] : [];
  });
}

function tidyTextBlock({ kind, runs, indent, checked }: TextBlock): TextBlock {
  return makeTextBlock(kind, runs, indent, checked);
}

/** Every block of words in order, those in tables' cells included. */
export function textBlocksIn(blocks: readonly Block[]): TextBlock[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'rule') return [];
    return block.kind === 'table' ? block.rows.flatMap((row) => row.flatMap((cell) => cell.blocks)) : [block];
  });
}
