import type { Container, Layout, Spot, Standing, Stretch } from '../documents/layout.ts';

interface QuotedLine {
  readonly container: Container;
  readonly block: number;
  readonly from: number;
  readonly text: string;
}

/** The document as one plain text, a line for each block of words, with the way back to where each letter stands. */
export interface Lines {
  /** The words of a stretch, and what stands on either side of it. */
  around(stretch: Stretch): { quote: string; before: string; after: string };
  /** Every place where exactly these words stand, with how many of the two contexts stand there too. */
  places(quote: string, before: string, after: string): { stretch: Stretch; contexts: number }[];
}

export function linesIn(layout: Layout): Lines {
  const lines = known.get(layout) ?? readLines(layout);
  known.set(layout, lines);
  return lines;
}

/** A layout never changes, and many passages may be looked for in one. */
const known = new WeakMap<Layout, Lines>();

function readLines(layout: Layout): Lines {
  const lines: QuotedLine[] = [];
  let length = 0;
  const add = (container: Container, block: number) => {
    const text = layout.textOf(container, block);
    lines.push({ container, block, from: length, text });
    length += text.length + 1;
  };
  layout.root.children.forEach((_, block) => {
    const cells = layout.cells.filter(({ cell }) => cell?.table === block);
    if (cells.length === 0) add(layout.root, block);
    for (const cell of cells) cell.children.forEach((__, index) => void add(cell, index));
  });
  const whole = lines.map(({ text }) => text).join('\n');

  const indexOf = (container: Container, { block, offset }: Spot, isEnd: boolean): number => {
    const inLine = lines.find((line) => line.container === container && line.block === block);
    if (inLine) return inLine.from + Math.min(offset, inLine.text.length);
    const inTable = lines.filter((line) => line.container.cell?.table === block);
    const line = isEnd && offset > 0 ? inTable.at(-1) : inTable[0];
    return line ? line.from + (isEnd && offset > 0 ? line.text.length : 0) : whole.length;
  };
  const standingAt = (index: number): Standing | undefined => {
    const line = lines.findLast(({ from }) => from <= index);
    return line && { container: line.container, spot: { block: line.block, offset: index - line.from } };
  };

  return {
    around({ cell, from, to }) {
      const container = layout.containerAt(cell);
      if (!container) throw new Error('a stretch stands in a container');
      const [start, end] = [indexOf(container, from, false), indexOf(container, to, true)];
      return {
        quote: whole.slice(start, end),
        before: whole.slice(Math.max(0, start - CONTEXT), start),
        after: whole.slice(end, end + CONTEXT),
      };
    },
    places(quote, before, after) {
      const found: { stretch: Stretch; contexts: number }[] = [];
      if (quote === '') return found;
      for (
        let at = whole.indexOf(quote);
        at >= 0 && found.length < MOST_PLACES;
        at = whole.indexOf(quote, at + 1)
      ) {
        const stretch = stretchOf(layout, standingAt(at), standingAt(at + quote.length));
        const contexts =
          Number(whole.slice(Math.max(0, at - CONTEXT), at) === before) +
          Number(whole.slice(at + quote.length, at + quote.length + CONTEXT) === after);
        if (stretch) found.push({ stretch, contexts });
      }
      return found;
    },
  };
}

function stretchOf(layout: Layout, start?: Standing, end?: Standing): Stretch | undefined {
  if (!start || !end) return undefined;
  if (start.container === end.container)
    return { cell: start.container.cell, from: start.spot, to: end.spot };
  const { cell } = end.container;
  return {
    cell: null,
    from: layout.inRoot(start).spot,
    to: cell === null ? end.spot : { block: cell.table, offset: 1 },
  };
}

/** How many characters on either side of a passage are kept. */
const CONTEXT = 32;
const MOST_PLACES = 20;
