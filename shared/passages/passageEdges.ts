import { type Container, isBefore, type Layout, type Spot } from '../documents/layout.ts';
import type { Moves } from '../documents/moves/moves.ts';
import type { Characters, Passage } from './passage.ts';
import { CharactersNow, type Survivors } from './passageCharacters.ts';

/** Where a passage begins and ends now: one place each where that is certain, two where it may be either. */
export interface Edges {
  readonly cell: Container['cell'];
  readonly starts: readonly Spot[];
  readonly ends: readonly Spot[];
}

/**
 * The ends of a passage by its own characters and their neighbours. `none_left`: none of its characters lives; with
 * `instead` the ends are then those of what stands between its neighbours. `apart`: its characters stand in different
 * cells now.
 */
export function edgesOf(
  layout: Layout,
  moves: Moves,
  characters: Characters,
  words: Pick<Passage, 'quote' | 'before' | 'after'>,
  instead = false,
): Edges | 'none_left' | 'apart' {
  const find = new CharactersNow(layout, moves, characters.inCell);
  const found = instead ? find.between(characters) : find.survivors(characters.spans);
  if (found === 'none_left' || found === 'apart') return found;
  const { container } = found;
  const before = find.neighbour(characters.before, container, 1);
  const after = find.neighbour(characters.after, container, 0);
  const here = { layout, characters, words, found, before, after };
  return {
    cell: container.cell,
    starts: startsOf(here),
    ends: endsOf(here),
  };
}

interface Here {
  readonly layout: Layout;
  readonly characters: Characters;
  readonly words: Pick<Passage, 'quote' | 'before' | 'after'>;
  readonly found: Survivors;
  readonly before: Spot | undefined;
  readonly after: Spot | undefined;
}

/** Just before its first character; and where that is gone, also where what is new in its place begins. */
function startsOf({ layout, characters, words, found, before, after }: Here): Spot[] {
  const { container, first, hasFirst } = found;
  const sure = before && !isBefore(first, before) ? before : undefined;
  const inBlock = sure?.block === first.block ? sure : undefined;
  const narrow = characters.startsBlock
    ? (inBlock ?? { block: first.block, offset: 0 })
    : wordStart(layout, container, first, words);
  if (hasFirst || (after && isBefore(after, first))) return [narrow];
  if (characters.before === null) return [narrow, { block: 0, offset: 0 }];
  if (!sure) return [narrow];
  const nextBlock = characters.startsBlock && sure.block < first.block;
  return [narrow, nextBlock ? { block: sure.block + 1, offset: 0 } : sure];
}

function endsOf({ layout, characters, words, found, before, after }: Here): Spot[] {
  const { container, last, hasLast } = found;
  const end = (block: number) => ({ block, offset: layout.lengthOf(container, block) });
  const sure = after && !isBefore(after, last) ? after : undefined;
  const inBlock = sure?.block === last.block ? sure : undefined;
  const narrow = characters.endsBlock
    ? (inBlock ?? end(last.block))
    : wordEnd(layout, container, last, words);
  if (hasLast || (before && isBefore(last, before))) return [narrow];
  if (characters.after === null) return [narrow, end(container.children.length - 1)];
  if (!sure) return [narrow];
  const blockBefore = characters.endsBlock && sure.block > last.block;
  return [narrow, blockBefore ? end(sure.block - 1) : sure];
}

/** A word that was not cut when the passage was bound is not cut now: letters put onto it belong to it. */
function wordStart(layout: Layout, container: Container, spot: Spot, { before, quote }: Here['words']): Spot {
  if (IN_WORD.test(before.slice(-1)) && IN_WORD.test(quote.slice(0, 1))) return spot;
  const text = layout.textOf(container, spot.block);
  if (!IN_WORD.test(text.slice(spot.offset, spot.offset + 1))) return spot;
  let { offset } = spot;
  while (offset > 0 && IN_WORD.test(text.slice(offset - 1, offset))) offset--;
  return { block: spot.block, offset };
}

function wordEnd(layout: Layout, container: Container, spot: Spot, { quote, after }: Here['words']): Spot {
  if (IN_WORD.test(quote.slice(-1)) && IN_WORD.test(after.slice(0, 1))) return spot;
  const text = layout.textOf(container, spot.block);
  if (!IN_WORD.test(text.slice(spot.offset - 1, spot.offset))) return spot;
  let { offset } = spot;
  while (offset < text.length && IN_WORD.test(text.slice(offset, offset + 1))) offset++;
  return { block: spot.block, offset };
}

const IN_WORD = /[\p{L}\p{N}\p{M}]/u;
