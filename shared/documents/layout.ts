import { type AbstractType, ContentString, type Doc, type Item, XmlElement, XmlText } from 'yjs';
import type { Block, TextBlock } from './blocks.ts';
import { clipBlock } from './clipBlock.ts';
import type { Span } from './moves/spans.ts';
import { readBlock, WORDS_ROOT } from './readText.ts';
import { textOfRuns } from './runs.ts';

/** A place among the words: the number of a block in its container, and how many characters into it. */
export interface Spot {
  readonly block: number;
  readonly offset: number;
}

/** Which cell of which table, each counted from 0. */
export interface CellPath {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** A stretch of a document, or (`cell` given) of one cell of a table in it; `to` is just behind it. */
export interface Stretch {
  readonly cell: CellPath | null;
  readonly from: Spot;
  readonly to: Spot;
}

/** Where blocks stand: the document itself, or a cell. */
export interface Container {
  readonly cell: CellPath | null;
  readonly children: readonly (XmlElement | XmlText)[];
}

export interface Standing {
  readonly container: Container;
  readonly spot: Spot;
}

/** Characters of a block that stand together: a stretch of letters, or a line break. */
interface Piece {
  readonly item: Item;
  readonly from: number;
  readonly length: number;
}

/**
 * Where everything in a living document stands at this moment: make a new one after each change. A block that is not
 * words (a table, a dividing line) is one whole: a place in it is before it or behind it.
 */
export class Layout {
  readonly root: Container;
  readonly cells: readonly Container[];
  private readonly standing = new Map<AbstractType<unknown>, { container: Container; block: number }>();
  private readonly pieces = new Map<XmlElement | XmlText, readonly Piece[]>();

  constructor(readonly doc: Doc) {
    this.root = this.containerOf(doc.get(WORDS_ROOT, XmlElement), null);
    this.cells = this.root.children.flatMap((child, table) => this.cellsOf(child, table));
  }

  /** The container with this path, if there is one. */
  containerAt(cell: CellPath | null): Container | undefined {
    if (cell === null) return this.root;
    return this.cells.find(
      ({ cell: own }) => own?.table === cell.table && own.row === cell.row && own.column === cell.column,
    );
  }

  /** Where a living character or line break stands; undefined for what is not in the words. */
  standingOf(item: Item, inside: number): Standing | undefined {
    let type =
      (item.content as { type?: AbstractType<unknown> }).type ?? (item.parent as AbstractType<unknown>);
    let found = this.standing.get(type);
    while (!found && type._item) {
      type = type._item.parent as AbstractType<unknown>;
      found = this.standing.get(type);
    }
    if (!found) return undefined;
    const piece = this.piecesOf(found.container, found.block).find((each) => each.item === item);
    return {
      container: found.container,
      spot: { block: found.block, offset: piece ? piece.from + inside : 0 },
    };
  }

  /** The same place in the container that this one's table stands in; in the document it is the place itself. */
  inRoot({ container: { cell }, spot }: Standing): Standing {
    return cell === null
      ? { container: this.root, spot }
      : { container: this.root, spot: { block: cell.table, offset: 0 } };
  }

  /** The characters of one block in order; none for what is not words. */
  piecesOf({ children }: Container, block: number): readonly Piece[] {
    const child = children[block];
    if (!child || !isWords(child)) return [];
    const known = this.pieces.get(child);
    if (known) return known;
    const pieces: Piece[] = [];
    gather(child, pieces);
    this.pieces.set(child, pieces);
    return pieces;
  }

  /** How many characters a block has; 1 for what is not words, so that there is a before and a behind. */
  lengthOf(container: Container, block: number): number {
    const child = container.children[block];
    if (!child || !isWords(child)) return child ? 1 : 0;
    const last = this.piecesOf(container, block).at(-1);
    return last ? last.from + last.length : 0;
  }

  /** The blocks of a stretch, with the first and the last cut to what lies inside. */
  blocksOf({ cell, from, to }: Stretch): Block[] {
    const children = this.containerAt(cell)?.children.slice(from.block, to.block + 1) ?? [];
    return children.flatMap((child, index) => {
      const [first, last] = [index === 0, from.block + index === to.block];
      if (last && to.offset === 0 && !first) return [];
      const blocks = readBlock(child);
      if (!isWords(child)) return blocks;
      return blocks.map((block) =>
        clipBlock(block as TextBlock, first ? from.offset : 0, last ? to.offset : Number.POSITIVE_INFINITY),
      );
    });
  }

  /** The whole document. */
  whole(): Stretch {
    const end = this.root.children.length;
    return { cell: null, from: { block: 0, offset: 0 }, to: { block: end, offset: 0 } };
  }

  /** The characters of a stretch in order, those in tables included, as they are known for ever. */
  spansOf({ cell, from, to }: Stretch): Span[] {
    const container = this.containerAt(cell);
    if (!container) return [];
    const spans: Span[] = [];
    for (let block = from.block; block <= to.block && block < container.children.length; block++) {
      const first = block === from.block ? from.offset : 0;
      const end = block === to.block ? to.offset : Number.POSITIVE_INFINITY;
      if (this.piecesOf(container, block).length > 0)
        spans.push(...this.clipped(container, block, first, end));
      else if (end > 0)
        for (const inner of this.cells.filter(
          (each) => container === this.root && each.cell?.table === block,
        ))
          for (let i = 0; i < inner.children.length; i++)
            spans.push(...this.clipped(inner, i, 0, Number.POSITIVE_INFINITY));
    }
    return spans;
  }

  private clipped(container: Container, block: number, from: number, to: number): Span[] {
    return this.piecesOf(container, block).flatMap(({ item, from: start, length }) => {
      const [first, end] = [Math.max(from, start), Math.min(to, start + length)];
      if (end <= first) return [];
      return [{ client: item.id.client, clock: item.id.clock + first - start, len: end - first }];
    });
  }

  /** The letters of one block. */
  textOf({ children }: Container, block: number): string {
    const child = children[block];
    return child && isWords(child)
      ? readBlock(child)
          .map((each) => textOfRuns(each as TextBlock))
          .join('')
      : '';
  }

  private containerOf(element: XmlElement, cell: CellPath | null): Container {
    const children = element
      .toArray()
      .filter(
        (child): child is XmlElement | XmlText => child instanceof XmlElement || child instanceof XmlText,
      );
    const container = { cell, children };
    children.forEach((child, block) => {
      this.standing.set(child as AbstractType<unknown>, { container, block });
    });
    return container;
  }

  private cellsOf(table: XmlElement | XmlText, at: number): Container[] {
    if (!isNamed(table, 'table')) return [];
    return elementsIn(table, 'tablerow').flatMap((row, r) =>
      elementsIn(row, 'tablecell').map((cell, c) => this.containerOf(cell, { table: at, row: r, column: c })),
    );
  }
}

/** Whether it is a block of words, and no table, dividing line or the like. */
export function isWords(child: XmlElement | XmlText): boolean {
  return child instanceof XmlText || child.nodeName === 'block';
}

function gather(element: XmlElement | XmlText, pieces: Piece[]): void {
  const last = pieces.at(-1);
  let from = last ? last.from + last.length : 0;
  if (element instanceof XmlText) {
    for (let item = element._start; item; item = item.right) {
      if (item.deleted || !(item.content instanceof ContentString)) continue;
      pieces.push({ item, from, length: item.length });
      from += item.length;
    }
    return;
  }
  for (const child of element.toArray()) {
    if (isNamed(child, 'linebreak') && child._item) {
      const before = pieces.at(-1);
      pieces.push({ item: child._item, from: before ? before.from + before.length : 0, length: 1 });
    } else if (child instanceof XmlElement || child instanceof XmlText) gather(child, pieces);
  }
}

function elementsIn(parent: XmlElement, name: string): XmlElement[] {
  return parent.toArray().filter((child): child is XmlElement => isNamed(child, name));
}

function isNamed(child: unknown, name: string): child is XmlElement {
  return child instanceof XmlElement && child.nodeName === name;
}

export function isBefore(one: Spot, other: Spot): boolean {
  return one.block !== other.block ? one.block < other.block : one.offset < other.offset;
}
