import type { Layout, Stretch } from '../../../shared/documents/layout.ts';
import { bindPassage, placesOf } from '../../../shared/passages/bindPassage.ts';
import type { BoundPassage } from '../../../shared/passages/passage.ts';

/** Whole paragraphs, for who can't select words or would rather not: from one block of the document to another. */
export interface Paragraphs {
  readonly first: number;
  readonly last: number;
}

/** The blocks of a document that have words, by their numbers: one can comment on these. */
export function paragraphsIn(layout: Layout): number[] {
  return layout.root.children.flatMap((_, block) =>
    layout.spansOf(wholeOf(layout, { first: block, last: block })).length > 0 ? [block] : [],
  );
}

/** All words of these paragraphs. */
export function wholeOf(layout: Layout, { first, last }: Paragraphs): Stretch {
  return {
    cell: null,
    from: { block: first, offset: 0 },
    to: { block: last, offset: layout.lengthOf(layout.root, last) },
  };
}

/** The paragraph that stands `step` further than these; the same where there is none. */
export function paragraphBeside(
  all: readonly number[],
  from: Paragraphs | null,
  step: 1 | -1,
): Paragraphs | null {
  const [one] = all;
  if (one === undefined) return null;
  if (!from) return { first: one, last: one };
  const beside =
    step === 1 ? all.find((block) => block > from.last) : all.findLast((block) => block < from.first);
  const at = beside ?? (step === 1 ? from.last : from.first);
  return { first: at, last: at };
}

/** One paragraph more at the end (`step` 1), or one less. */
export function paragraphsLonger(all: readonly number[], from: Paragraphs, step: 1 | -1): Paragraphs {
  const last =
    step === 1
      ? all.find((block) => block > from.last)
      : all.findLast((block) => block < from.last && block >= from.first);
  return last === undefined ? from : { ...from, last };
}

/** The words of a stretch, with all that finds them again; `none` where no words stand in it. */
export function boundAt(layout: Layout, stretch: Stretch): BoundPassage | 'none' | 'too_long' {
  const places = placesOf(layout, stretch);
  const bound = places ? bindPassage(layout, places.start, places.end) : 'not_here';
  return bound === 'not_here' ? 'none' : bound;
}

/** The stretch with the words whole that it begins and ends in: who selects by hand seldom hits the first letter. */
export function wholeWords(layout: Layout, stretch: Stretch): Stretch {
  const { cell, from, to } = stretch;
  const container = layout.containerAt(cell);
  if (!container) return stretch;
  const [start, end] = [layout.textOf(container, from.block), layout.textOf(container, to.block)];
  let [first, last] = [from.offset, to.offset];
  while (
    first > 0 &&
    IN_WORD.test(start.slice(first - 1, first)) &&
    IN_WORD.test(start.slice(first, first + 1))
  )
    first--;
  while (
    last > 0 &&
    last < end.length &&
    IN_WORD.test(end.slice(last - 1, last)) &&
    IN_WORD.test(end.slice(last, last + 1))
  )
    last++;
  return { cell, from: { ...from, offset: first }, to: { ...to, offset: last } };
}

const IN_WORD = /[\p{L}\p{N}\p{M}’']/u;

/** The paragraphs that a stretch touches. */
export function paragraphsOf({ cell, from, to }: Stretch): Paragraphs {
  return cell ? { first: cell.table, last: cell.table } : { first: from.block, last: to.block };
}
