import type { BlockKind, Mark, RuleBlock, Run, TableBlock, TableCell, TextBlock } from './blocks.ts';
import { makeTextBlock } from './tidyBlocks.ts';

/** Short ways to write blocks by hand. A piece is plain words, or a run that says more about them. */
export type Piece = string | Run;

/** A main heading of a document. Its title stands above, so sections are the first level inside it. */
export const section = (...pieces: Piece[]) => textBlock('heading1', pieces);
/** A heading below a section. */
export const part = (...pieces: Piece[]) => textBlock('heading2', pieces);
export const paragraph = (...pieces: Piece[]) => textBlock('paragraph', pieces);
export const quote = (...pieces: Piece[]) => textBlock('quote', pieces);
export const bullet = (...pieces: Piece[]) => textBlock('bullet', pieces);
export const numbered = (...pieces: Piece[]) => textBlock('number', pieces);
export const task = (done: boolean, ...pieces: Piece[]) => textBlock('check', pieces, done);
export const rule: RuleBlock = { kind: 'rule' };

export const bold = (text: string): Run => marked(text, 'bold');
/** A guiding prompt: something to type over. */
export const prompt = (text: string): Run => marked(text, 'italic');

/** A bullet that begins with what it is about: **Skills and resources**: words. */
export const labelled = (label: string, ...pieces: Piece[]) => bullet(bold(`${label}:`), ' ', ...pieces);

/** A table whose first row names its columns and whose first column names its rows. A cell is one paragraph. */
export function table(
  columns: readonly string[],
  rows: readonly (readonly (Piece | readonly Piece[])[])[],
): TableBlock {
  return {
    kind: 'table',
    rows: [
      columns.map((name) => cell(true, [name])),
      ...rows.map((row) => row.map((words, column) => cell(column === 0, piecesOf(words)))),
    ],
  };
}

function piecesOf(words: Piece | readonly Piece[]): readonly Piece[] {
  return typeof words === 'string' || 'text' in words ? [words] : words;
}

function cell(header: boolean, pieces: readonly Piece[]): TableCell {
  return { header, blocks: [paragraph(...pieces)] };
}

function textBlock(kind: BlockKind, pieces: readonly Piece[], done = false): TextBlock {
  const runs = pieces.map((piece) => (typeof piece === 'string' ? { text: piece } : piece));
  return makeTextBlock(kind, runs, 0, done);
}

function marked(text: string, mark: Mark): Run {
  return { text, marks: [mark] };
}
