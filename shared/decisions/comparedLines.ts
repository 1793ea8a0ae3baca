import type { Block, BlockKind, Run, TableBlock, TextBlock } from '../documents/blocks.ts';
import { tidyBlocks } from '../documents/tidyBlocks.ts';

/** What a line of a comparison is: a block of words, a dividing line, or one row of a table. */
export type LineKind = BlockKind | 'rule' | 'row';

/** A block as a line to compare. */
export interface Line {
  readonly kind: LineKind;
  readonly indent: number;
  readonly checked: boolean;
  readonly runs: readonly Run[];
  /** For a row of a table all that its words don't say: which row it is, which cells are headers, what stands in them. */
  readonly table: string;
}

/** The blocks as lines: a table is its rows, each with its cells side by side. Equal lines say and are the same. */
export function linesOf(blocks: readonly Block[]): Line[] {
  return tidyBlocks(blocks).flatMap((block): Line[] => {
    if (block.kind === 'rule') return [{ kind: 'rule', indent: 0, checked: false, runs: [], table: '' }];
    return block.kind === 'table' ? rowsOf(block) : [lineOf(block)];
  });
}

/** Whether two lines say and are the same. */
export function isSameLine(one: Line, other: Line): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function lineOf({ kind, runs, indent = 0, checked = false }: TextBlock): Line {
  return { kind, runs, indent, checked, table: '' };
}

function rowsOf({ rows }: TableBlock): Line[] {
  return rows.map((cells, index) => ({
    kind: 'row',
    indent: 0,
    checked: false,
    runs: between(
      cells.map(({ blocks }) =>
        between(
          blocks.map(({ runs }) => runs),
          IN_CELL,
        ),
      ),
      BETWEEN_CELLS,
    ),
    table: JSON.stringify([
      index === 0,
      cells.map(({ header, blocks }) => [header, blocks.map(({ runs: _, ...rest }) => rest)]),
    ]),
  }));
}

function between(parts: readonly (readonly Run[])[], mark: string): Run[] {
  return parts.flatMap((runs, index) => (index > 0 ? [{ text: mark }, ...runs] : runs));
}

const BETWEEN_CELLS = ' | ';
const IN_CELL = ' / ';
