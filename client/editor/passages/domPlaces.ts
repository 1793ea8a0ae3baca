import type { CellPath, Spot, Stretch } from '../../../shared/documents/layout.ts';

/** What is selected on the page, if it is some of these words: undefined when the selection is elsewhere. */
export function selectionIn(root: HTMLElement): Range | null | undefined {
  const selection = root.ownerDocument.getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return undefined;
  return range.collapsed ? null : range.cloneRange();
}

/** The stretch of the document that a range of the page covers, or null where that is not in the words. */
export function stretchOf(root: HTMLElement, range: Range): Stretch | null {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const start = placeOf(root, startContainer, startOffset);
  const end = placeOf(root, endContainer, endOffset);
  if (!start || !end) return null;
  if (sameCell(start.cell, end.cell)) return { cell: start.cell, from: start.spot, to: end.spot };
  // Words in different cells, or beside a table and in it: the whole table.
  return {
    cell: null,
    from: start.cell ? before(start.cell) : start.spot,
    to: end.cell ? behind(end.cell) : end.spot,
  };
}

/** A stretch as ranges of the page, one for each block, to paint and to measure. None where the page shows something else. */
export function rangesOf(root: HTMLElement, { cell, from, to }: Stretch): Range[] {
  const blocks = cell ? (cellAt(root, cell)?.children ?? []) : root.children;
  return [...blocks].slice(from.block, to.block + 1).flatMap((block, index) => {
    const range = root.ownerDocument.createRange();
    range.selectNodeContents(block);
    if (index === 0 && !isTable(block)) move(range, 'setStart', block, from.offset);
    if (from.block + index === to.block) {
      if (to.offset === 0 && index > 0) return [];
      if (!isTable(block)) move(range, 'setEnd', block, to.offset);
    }
    return range.collapsed ? [] : [range];
  });
}

interface DomPlace {
  readonly cell: CellPath | null;
  readonly spot: Spot;
}

function placeOf(root: HTMLElement, node: Node, offset: number): DomPlace | undefined {
  if (node === root) return { cell: null, spot: { block: offset, offset: 0 } };
  const block = blockAround(root, node);
  if (!block) return undefined;
  const container = block.parentElement as HTMLElement;
  const spot = { block: [...container.children].indexOf(block), offset: offsetIn(block, node, offset) };
  return { cell: container === root ? null : pathOf(root, container), spot };
}

function blockAround(root: HTMLElement, node: Node): HTMLElement | undefined {
  let element = node instanceof HTMLElement ? node : node.parentElement;
  while (element && element !== root) {
    if (element.parentElement === root || element.parentElement?.matches('td, th')) return element;
    element = element.parentElement;
  }
  return undefined;
}

function pathOf(root: HTMLElement, container: HTMLElement): CellPath | null {
  const cell = container.closest('td, th');
  const row = cell?.closest('tr');
  const top = [...root.children].findIndex((child) => child.contains(container));
  if (!cell || !row || top < 0) return null;
  const rows = [...(root.children[top]?.querySelectorAll('tr') ?? [])];
  return { table: top, row: rows.indexOf(row), column: [...row.children].indexOf(cell) };
}

function cellAt(root: HTMLElement, { table, row, column }: CellPath): Element | undefined {
  return root.children[table]?.querySelectorAll('tr')[row]?.children[column];
}

/** How many characters of a block stand before a place in it: letters, and one for each line break. */
function offsetIn(block: HTMLElement, node: Node, offset: number): number {
  const place = document.createRange();
  place.setStart(block, 0);
  place.setEnd(node, offset);
  let count = 0;
  for (const piece of piecesOf(block)) {
    const where = place.comparePoint(piece, 0);
    if (piece === node) return count + offset;
    if (where > 0) break;
    // A place before a line break is not behind it.
    if (piece instanceof Text) count += piece.length;
    else if (place.comparePoint(piece.parentNode as Node, indexOf(piece) + 1) <= 0) count += 1;
  }
  return count;
}

function move(range: Range, end: 'setStart' | 'setEnd', block: Element, offset: number): void {
  let left = offset;
  for (const piece of piecesOf(block)) {
    const length = piece instanceof Text ? piece.length : 1;
    if (left <= length && (left < length || end === 'setEnd')) {
      if (piece instanceof Text) range[end](piece, left);
      else range[end](piece.parentNode as Node, indexOf(piece) + left);
      return;
    }
    left -= length;
  }
}

/** What counts as characters in a block. The last line break only holds a line open that is empty. */
function piecesOf(block: Element): (Text | HTMLElement)[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const pieces: (Text | HTMLElement)[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (
      node instanceof Text ||
      (node instanceof HTMLElement && node.tagName === 'BR' && node !== block.lastChild)
    )
      pieces.push(node);
  return pieces;
}

function indexOf(node: Node): number {
  return [...(node.parentNode?.childNodes ?? [])].indexOf(node as ChildNode);
}

function isTable(block: Element): boolean {
  return block.matches('table') || block.querySelector(':scope > table') !== null;
}

function sameCell(one: CellPath | null, other: CellPath | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function before({ table }: CellPath): Spot {
  return { block: table, offset: 0 };
}

function behind({ table }: CellPath): Spot {
  return { block: table, offset: 1 };
}
