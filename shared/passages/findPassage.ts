import type { Block } from '../documents/blocks.ts';
import { hashBlocks } from '../documents/canonical.ts';
import { isBefore, type Layout, type Stretch } from '../documents/layout.ts';
import type { Moves } from '../documents/moves/moves.ts';
import { textOfRuns } from '../documents/runs.ts';
import { textBlocksIn } from '../documents/tidyBlocks.ts';
import type { Characters, Passage } from './passage.ts';
import { type Edges, edgesOf } from './passageEdges.ts';
import { linesIn } from './quotedPlaces.ts';
import { hasStrangers } from './strangers.ts';

/** What became of the words of a passage. */
export type PassageNow =
  /** They say exactly what they are held against. */
  | { readonly state: 'as_agreed'; readonly stretch: Stretch; readonly blocks: readonly Block[] }
  | { readonly state: 'changed'; readonly stretch: Stretch; readonly blocks: readonly Block[] }
  /** None of them is there any more, and nothing stands in their place. */
  | { readonly state: 'gone' }
  /**
   * `moved_apart`: words that never belonged to them stand between them now. `elsewhere`: they were deleted, and the
   * same words stand in a place that may or may not be theirs.
   */
  | { readonly state: 'cannot_tell'; readonly why: 'moved_apart' | 'elsewhere' };

/**
 * Finds a passage in a document as it is now, and holds its words against those with the hash `agreed`.
 *
 * It goes by the characters themselves, wherever they were moved; where none is left, by the exact words with what stood
 * around them. It never guesses: when the place is not certain, it says so. Changes nothing.
 */
export function findPassage(layout: Layout, moves: Moves, passage: Passage, agreed: string): PassageNow {
  const { characters } = passage;
  if (!characters) return byQuote(layout, passage, agreed) ?? { state: 'gone' };
  const here = { layout, moves, characters, agreed };
  const edges = edgesOf(layout, moves, characters, passage);
  if (edges === 'apart') return { state: 'cannot_tell', why: 'moved_apart' };
  if (edges !== 'none_left') return atEdges(here, edges);
  const quoted = byQuote(layout, passage, agreed);
  if (quoted && quoted.state !== 'cannot_tell') return quoted;
  const instead = edgesOf(layout, moves, characters, passage, true);
  const inTheirPlace = typeof instead === 'string' ? undefined : atEdges(here, instead);
  if (inTheirPlace?.state === 'changed' || inTheirPlace?.state === 'as_agreed') return inTheirPlace;
  return quoted ?? { state: 'gone' };
}

interface Here {
  readonly layout: Layout;
  readonly moves: Moves;
  readonly characters: Characters;
  readonly agreed: string;
}

/** Where an end is not certain to the letter, the words that are exactly the agreed ones are they; else all that may belong. */
function atEdges({ layout, moves, characters, agreed }: Here, { cell, starts, ends }: Edges): PassageNow {
  const found = starts
    .flatMap((from) => ends.map((to) => ({ cell, from, to })))
    .filter(({ from, to }) => isBefore(from, to))
    .map((stretch) => ({ stretch, blocks: layout.blocksOf(stretch) }));
  const agreedOne = found.find(({ blocks }) => hashBlocks(blocks) === agreed);
  if (agreedOne) return { state: 'as_agreed', ...agreedOne };
  const own = found.filter(({ stretch }) => !hasStrangers(layout, moves, characters, stretch));
  const [widest] = own.sort((one, other) => sizeOf(other.blocks) - sizeOf(one.blocks));
  if (found.length > 0 && !widest) return { state: 'cannot_tell', why: 'moved_apart' };
  return widest && sizeOf(widest.blocks) > 0 ? { state: 'changed', ...widest } : { state: 'gone' };
}

/** How many letters the blocks have, blanks not counted. */
function sizeOf(blocks: readonly Block[]): number {
  return textBlocksIn(blocks).reduce((sum, block) => sum + textOfRuns(block).replace(/\s+/g, '').length, 0);
}

function byQuote(layout: Layout, passage: Passage, agreed: string): PassageNow | undefined {
  const { quote, before, after } = passage;
  const places = linesIn(layout).places(quote, before, after);
  if (places.length === 0) return undefined;
  const best = Math.max(...places.map(({ contexts }) => contexts));
  const [only, ...others] = places.filter(({ contexts }) => contexts === best);
  if (!only || others.length > 0 || best === 0) return { state: 'cannot_tell', why: 'elsewhere' };
  const blocks = layout.blocksOf(only.stretch);
  const state = hashBlocks(blocks) === agreed ? 'as_agreed' : 'changed';
  return { state, stretch: only.stretch, blocks };
}
