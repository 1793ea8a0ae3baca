import type { CellPath, Layout, Stretch } from '../../shared/documents/layout.ts';
import { bindPassage, placesOf } from '../../shared/passages/bindPassage.ts';
import type { BoundPassage } from '../../shared/passages/passage.ts';

/** A paragraph (a heading, an item, a cell's line) that stands in a stretch of a living document. */
interface Paragraph {
  readonly cell: CellPath | null;
  readonly block: number;
  /** How many of its characters stand before the stretch. */
  readonly base: number;
  readonly text: string;
}

/** Words on a page, to be found in the document: the paragraph by its number among those with words, and which of its letters. */
export interface Chosen {
  readonly paragraph: number;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The chosen words as a passage of the document; undefined when that paragraph does not say just this there any more. */
export function bindChosen(layout: Layout, within: Stretch, chosen: Chosen): BoundPassage | undefined {
  const found = paragraphsIn(layout, within)[chosen.paragraph];
  if (!found || found.text !== chosen.text) return undefined;
  const { cell, block, base } = found;
  const places = placesOf(layout, {
    cell,
    from: { block, offset: base + chosen.from },
    to: { block, offset: base + chosen.to },
  });
  const bound = places && bindPassage(layout, places.start, places.end);
  return typeof bound === 'object' ? bound : undefined;
}

/** Every paragraph with words, in the order in which a page shows them: a table's are those of its cells. */
function paragraphsIn(layout: Layout, { cell, from, to }: Stretch): Paragraph[] {
  const container = layout.containerAt(cell);
  if (!container) return [];
  const found = container.children.slice(from.block, to.block + 1).flatMap((_, index): Paragraph[] => {
    const block = from.block + index;
    const text = layout.textOf(container, block);
    if (text !== '') {
      const base = index === 0 ? from.offset : 0;
      const end = block === to.block ? to.offset : text.length;
      return [{ cell, block, base, text: text.slice(base, end) }];
    }
    // Only whole tables stand in a stretch of the document: one that ends before its table has none of it.
    if (cell !== null || (block === to.block && to.offset === 0)) return [];
    return layout.cells
      .filter((inner) => inner.cell?.table === block)
      .flatMap((inner) =>
        inner.children.map((__, line) => ({
          cell: inner.cell,
          block: line,
          base: 0,
          text: layout.textOf(inner, line),
        })),
      );
  });
  return found.filter(({ text }) => text !== '');
}
