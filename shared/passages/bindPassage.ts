import { hashBlocks } from '../documents/canonical.ts';
import { isBefore, type Layout, type Spot, type Standing, type Stretch } from '../documents/layout.ts';
import { itemAt, type Span } from '../documents/moves/spans.ts';
import type { BoundPassage, Characters, Place } from './passage.ts';
import { linesIn } from './quotedPlaces.ts';
import { seenIn } from './strangers.ts';

export const MOST_CHARACTERS = 20_000;

/** The two places of a stretch in Yjs; undefined when no words stand in it. */
export function placesOf(layout: Layout, stretch: Stretch): { start: Place; end: Place } | undefined {
  const spans = layout.spansOf(stretch);
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return undefined;
  return {
    start: { item: { client: first.client, clock: first.clock }, assoc: 0 },
    end: { item: { client: last.client, clock: last.clock + last.len - 1 }, assoc: -1 },
  };
}

/**
 * The words between two places as a passage. Words in different cells, or in a cell and beside its table, are the whole
 * table. `not_here`: a place is not in this document, or the end is before the start; `too_long`: more than
 * `MOST_CHARACTERS`.
 */
export function bindPassage(
  layout: Layout,
  start: Place,
  end: Place,
): BoundPassage | 'not_here' | 'too_long' {
  const stretch = stretchBetween(layout, standingAt(layout, start), standingAt(layout, end));
  if (!stretch) return 'not_here';
  const spans = layout.spansOf(stretch);
  if (spans.reduce((sum, { len }) => sum + len, 0) > MOST_CHARACTERS) return 'too_long';
  const places = placesOf(layout, stretch);
  if (!places) return 'not_here';
  const blocks = layout.blocksOf(stretch);
  return {
    ...places,
    ...linesIn(layout).around(stretch),
    characters: charactersOf(layout, stretch, spans),
    blocks,
    hash: hashBlocks(blocks),
    stretch,
  };
}

function standingAt(layout: Layout, { item: { client, clock }, assoc }: Place): Standing | undefined {
  const item = itemAt(layout.doc, client, clock);
  const standing = item && !item.deleted ? layout.standingOf(item, clock - item.id.clock) : undefined;
  if (!standing || assoc === 0) return standing;
  const { container, spot } = standing;
  return { container, spot: { block: spot.block, offset: spot.offset + 1 } };
}

function stretchBetween(
  layout: Layout,
  start: Standing | undefined,
  end: Standing | undefined,
): Stretch | undefined {
  if (!start || !end) return undefined;
  if (start.container !== end.container) {
    const [from, to] = [layout.inRoot(start).spot, behind(end)];
    return isBefore(from, to) ? { cell: null, from, to } : undefined;
  }
  const { cell } = start.container;
  return isBefore(start.spot, end.spot) ? { cell, from: start.spot, to: end.spot } : undefined;
}

/** Where the words end in the document: behind the whole table, for a place in one. */
function behind(end: Standing): Spot {
  return end.container.cell === null ? end.spot : { block: end.container.cell.table, offset: 1 };
}

function charactersOf(layout: Layout, stretch: Stretch, spans: readonly Span[]): Characters {
  const { cell, from, to } = stretch;
  const container = layout.containerAt(cell);
  if (!container) throw new Error('a stretch stands in a container');
  const end = { block: container.children.length, offset: 0 };
  const before = layout.spansOf({ cell, from: { block: 0, offset: 0 }, to: from }).at(-1);
  const after = layout.spansOf({ cell, from: to, to: end })[0];
  return {
    spans: spans.flatMap(({ client, clock, len }) => [client, clock, len]),
    before: before ? [before.client, before.clock + before.len - 1] : null,
    after: after ? [after.client, after.clock] : null,
    startsBlock: from.offset === 0,
    endsBlock: to.offset === layout.lengthOf(container, to.block),
    inCell: cell !== null,
    seen: seenIn(layout.spansOf(layout.whole())),
  };
}
