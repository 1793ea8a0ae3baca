import { type Block, isListKind, type TextBlock } from '../documents/blocks.ts';
import { textOfRuns } from '../documents/runs.ts';

/** Whom to look for: one person by mention, seats by mention or by their organisation's name. */
export interface Sought {
  readonly memberId: string;
  readonly seats: readonly { readonly id: string; readonly name: string }[];
}

/** A place in a document that names them. */
export interface NamedPlace {
  /** The headings that it stands under, from the outermost. */
  readonly under: readonly string[];
  readonly words: string;
}

/** More than anyone reads; a document in which a name stands on every line is known by then. */
const MOST_PLACES = 60;
const LONGEST_WORDS = 240;

/**
 * Every place in a document that names the person or one of the seats, in order: a line, a whole row of a table,
 * and, where a line begins with the seat's name, the list below it, as a plan writes each partner's offer.
 */
export function namedIn(blocks: readonly Block[], sought: Sought): NamedPlace[] {
  const places: NamedPlace[] = [];
  let headings: readonly string[] = [];
  blocks.forEach((block, at) => {
    if (block.kind === 'rule') return;
    const under = headings.filter(Boolean);
    if (block.kind === 'table') {
      for (const row of block.rows) {
        const cells = row.flatMap((cell) => cell.blocks);
        if (cells.some((cell) => names(cell, sought))) places.push({ under, words: said(cells) });
      }
      return;
    }
    headings = headingsAfter(headings, block);
    const isTheirs = isItem(block) && beginsWithName(labelAbove(blocks, at), sought);
    const isLabel = isOnlyName(block, sought) && isItem(blocks[at + 1]);
    if (isTheirs || (names(block, sought) && !isLabel)) places.push({ under, words: said([block]) });
  });
  return places.slice(0, MOST_PLACES);
}

function isItem(block: Block | undefined): boolean {
  return block !== undefined && block.kind !== 'rule' && block.kind !== 'table' && isListKind(block.kind);
}

/** The block just above the list that the block at `at` is in. */
function labelAbove(blocks: readonly Block[], at: number): Block | undefined {
  let above = at - 1;
  while (isItem(blocks[above])) above -= 1;
  return blocks[above];
}

const LEVELS: Readonly<Record<string, number>> = { heading1: 0, heading2: 1, heading3: 2 };

/** The headings that what follows a block stands under; levels that were skipped on the way are empty. */
function headingsAfter(headings: readonly string[], block: TextBlock): readonly string[] {
  const level = LEVELS[block.kind];
  if (level === undefined) return headings;
  const above = Array.from({ length: level }, (_, at) => headings[at] ?? '');
  return [...above, textOfRuns(block).trim()];
}

function names(block: TextBlock, { memberId, seats }: Sought): boolean {
  const text = textOfRuns(block).toLowerCase();
  return (
    block.runs.some(({ mention }) => mention?.kind === 'member' && mention.id === memberId) ||
    seats.some(
      ({ id, name }) =>
        block.runs.some(({ mention }) => mention?.kind === 'seat' && mention.id === id) ||
        hasWords(text, name.toLowerCase()),
    )
  );
}

/** Whether `text` has these words as whole words: "NHS" is not in "NHSX". */
function hasWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + words.length])) return true;
  return false;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

/** Whether a block begins with a seat's name, as what stands above that partner's lines does. */
function beginsWithName(block: Block | undefined, { seats }: Sought): boolean {
  if (!block || block.kind === 'rule' || block.kind === 'table') return false;
  const first = block.runs.find(({ text }) => text.trim() !== '')?.mention;
  const text = textOfRuns(block).trim().toLowerCase();
  return seats.some(
    ({ id, name }) =>
      (first?.kind === 'seat' && first.id === id) ||
      (text.startsWith(name.toLowerCase()) && !isLetter(text[name.length])),
  );
}

/** Whether it says nothing else. */
function isOnlyName(block: TextBlock, sought: Sought): boolean {
  if (!beginsWithName(block, sought)) return false;
  const bare = (text: string) =>
    text
      .replace(/[\s:.]+$/, '')
      .trim()
      .toLowerCase();
  const beside = block.runs.filter(({ mention }) => mention === undefined);
  const text = bare(textOfRuns(block));
  return (
    bare(textOfRuns({ runs: beside })) === '' || sought.seats.some(({ name }) => name.toLowerCase() === text)
  );
}

function said(blocks: readonly TextBlock[]): string {
  const words = blocks
    .map((block) => textOfRuns(block).replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join(' · ');
  return words.length <= LONGEST_WORDS ? words : `${words.slice(0, LONGEST_WORDS).trimEnd()}…`;
}
