import { type Doc, XmlElement, XmlText } from 'yjs';
import type { Block, Run, TableCell, TextBlock } from './blocks.ts';
import { makeRun } from './runs.ts';
import { makeTable, makeTextBlock, textBlocksIn } from './tidyBlocks.ts';

/** Where the editor keeps its words in a shared document. */
export const WORDS_ROOT = 'root-v2';

/** Deeper than any document of ours goes; what lies below is not read. */
const MAX_DEPTH = 24;

/**
 * What the document in `doc` says, as neutral blocks in their one normal form.
 *
 * It never throws, whatever the tree holds: words in elements that it does not know are read as
 * paragraphs, and attributes that make no sense are left out.
 */
export function readText(doc: Doc): Block[] {
  return blocksIn(doc.get(WORDS_ROOT, XmlElement), 0);
}

function blocksIn(parent: XmlElement, depth: number): Block[] {
  return parent.toArray().flatMap((child) => readBlock(child, depth));
}

/** What one thing that stands in a document or in a table's cell says: usually one block. */
export function readBlock(child: unknown, depth = 0): Block[] {
  if (child instanceof XmlText) return [makeTextBlock('paragraph', runsOfText(child))];
  if (!(child instanceof XmlElement) || depth > MAX_DEPTH) return [];
  switch (child.nodeName) {
    case 'block':
      return [textBlock(child, depth)];
    case 'horizontalrule':
      return [{ kind: 'rule' }];
    case 'table':
      return tableBlocks(child, depth + 1);
    case 'linebreak':
      return [];
    default:
      return unknownBlocks(child, depth + 1);
  }
}

function textBlock(element: XmlElement, depth: number): TextBlock {
  return makeTextBlock(
    element.getAttribute('__kind') ?? 'paragraph',
    runsIn(element, depth + 1),
    element.getAttribute('__indent'),
    element.getAttribute('__checked'),
  );
}

function runsIn(parent: XmlElement, depth: number): Run[] {
  return parent.toArray().flatMap((child): Run[] => {
    if (child instanceof XmlText) return runsOfText(child);
    if (!(child instanceof XmlElement) || depth > MAX_DEPTH) return [];
    return child.nodeName === 'linebreak' ? [{ text: '\n' }] : runsIn(child, depth + 1);
  });
}

interface Stretch {
  readonly insert: unknown;
  readonly attributes?: { readonly p?: unknown; readonly s_link?: unknown; readonly s_mention?: unknown };
}

function runsOfText(text: XmlText): Run[] {
  return (text.toDelta() as Stretch[]).flatMap(({ insert, attributes }) => {
    if (typeof insert !== 'string') return [];
    const properties = attributes?.p as { readonly __format?: unknown } | null | undefined;
    return [makeRun(insert, properties?.__format, attributes?.s_link, attributes?.s_mention)];
  });
}

function tableBlocks(table: XmlElement, depth: number): Block[] {
  const rows: TableCell[][] = [];
  const strays: Block[] = [];
  for (const row of table.toArray()) {
    if (!(row instanceof XmlElement) || row.nodeName !== 'tablerow') {
      strays.push(...straysIn(row, depth));
      continue;
    }
    const cells: TableCell[] = [];
    for (const cell of row.toArray()) {
      if (!(cell instanceof XmlElement) || cell.nodeName !== 'tablecell')
        strays.push(...straysIn(cell, depth));
      else cells.push({ header: isHeader(cell), blocks: textBlocksIn(blocksIn(cell, depth + 2)) });
    }
    rows.push(cells);
  }
  const read = makeTable(rows);
  return read ? [read, ...strays] : strays;
}

function isHeader(cell: XmlElement): boolean {
  const state: unknown = cell.getAttribute('__headerState');
  return typeof state === 'number' && state > 0;
}

function straysIn(child: unknown, depth: number): Block[] {
  if (child instanceof XmlText) return [makeTextBlock('paragraph', runsOfText(child))];
  return child instanceof XmlElement ? unknownBlocks(child, depth) : [];
}

/** An element of a kind that we do not know: each block in it, or else its words as one paragraph. */
function unknownBlocks(element: XmlElement, depth: number): Block[] {
  const holdsElements = element
    .toArray()
    .some((child) => child instanceof XmlElement && child.nodeName !== 'linebreak');
  if (holdsElements) return blocksIn(element, depth);
  return [makeTextBlock('paragraph', runsIn(element, depth))];
}
