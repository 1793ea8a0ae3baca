import type { BlockKind, Mark, RuleBlock, Run, TableBlock, TableCell, TextBlock } from './blocks.ts';

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
export const task = (checked: boolean, ...pieces: Piece[]): TextBlock => ({
  ...textBlock('check', pieces),
  checked,
});
export const rule: RuleBlock = { kind: 'rule' };

export const bold = (text: string): Run => marked(text, 'bold');
/** A guiding prompt: something to type over. */
export const prompt = (text: string): Run => marked(text, 'italic');

/** A bullet that begins with what it is about: **Skills and resources**: words. */
export const labelled = (label: string, ...pieces: Piece[]) => bullet(bold(`${label}:`), ' ', ...pieces);

/** A table whose first row names its columns and whose first column names its rows. Cells are one paragraph each. */
export function table(columns: readonly string[], rows: readonly (readonly Piece[])[]): TableBlock {
  return {
    kind: 'table',
    rows: [
      columns.map((name) => cell(true, name)),
      ...rows.map((row) => row.map((piece, column) => cell(column === 0, piece))),
    ],
  };
}

function cell(header: boolean, piece: Piece): TableCell {
  return { header, blocks: [paragraph(piece)] };
}

function textBlock(kind: BlockKind, pieces: readonly Piece[]): TextBlock {
  const list = kind === 'bullet' || kind === 'number' || kind === 'check';
  const runs = pieces
    .map((piece) => (typeof piece === 'string' ? { text: piece } : piece))
    .filter(({ text }) => text !== '');
  return list ? { kind, runs, indent: 0 } : { kind, runs };
}

function marked(text: string, mark: Mark): Run {
  return { text, marks: [mark] };
}
