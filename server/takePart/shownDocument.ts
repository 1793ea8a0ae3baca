import type { Block, TextBlock } from '../../shared/documents/blocks.ts';
import { textOfRuns } from '../../shared/documents/runs.ts';
import { templateOf } from '../../shared/documents/templates/templates.ts';
import { textBlocksIn } from '../../shared/documents/tidyBlocks.ts';
import type { Context } from '../context.ts';
import { documentById } from '../documents/store.ts';
import { documentWords } from '../documents/words.ts';
import type { LinkAccess } from './access.ts';

/** One part of a document: as much as an old phone loads in a second. */
export interface Part {
  /** How many paragraphs with words stand before it. */
  readonly before: number;
  readonly blocks: readonly Block[];
  /** Its first heading, or its first words. */
  readonly title: string;
}

/** A document as its link's page shows it. */
export interface ShownDocument {
  readonly title: string;
  readonly kind: string;
  readonly blocks: readonly Block[];
  readonly parts: readonly Part[];
}

/** A document as it is at this moment. */
export async function shownDocument(context: Context, { about, link }: LinkAccess): Promise<ShownDocument> {
  const scope = { documentId: about.id, partnershipId: link.partnershipId };
  const [found, { blocks }] = await Promise.all([
    documentById(context.db, scope),
    documentWords(context.content, about.id),
  ]);
  if (!found) throw new Error('a link that works is about a document that is there');
  const kind = templateOf(found.template)?.name ?? found.template;
  return { title: found.title, kind, blocks, parts: partsOf(blocks) };
}

/** Letters of one part: at most some 25 kB as a page, and far less on the way. */
const LETTERS = 8_000;

/** Parts begin with a heading where there is one in time; a block is never cut. */
export function partsOf(blocks: readonly Block[]): Part[] {
  const parts: Block[][] = [[]];
  let letters = 0;
  for (const block of blocks) {
    const size = lettersIn([block]);
    const heading = block.kind === 'heading1' || block.kind === 'heading2';
    const full = letters + size > LETTERS || (heading && letters > LETTERS / 2);
    if (full && letters > 0) {
      parts.push([]);
      letters = 0;
    }
    parts.at(-1)?.push(block);
    letters += size;
  }
  let before = 0;
  return parts.map((part) => {
    const own = { before, blocks: part, title: titleOf(part) };
    before += saying(part).length;
    return own;
  });
}

function lettersIn(blocks: readonly Block[]): number {
  return saying(blocks).reduce((sum, block) => sum + textOfRuns(block).length, 0);
}

function saying(blocks: readonly Block[]): TextBlock[] {
  return textBlocksIn(blocks).filter((block) => textOfRuns(block) !== '');
}

function titleOf(blocks: readonly Block[]): string {
  const first = saying(blocks).find(({ kind }) => kind.startsWith('heading')) ?? saying(blocks)[0];
  const text = first ? textOfRuns(first) : '';
  return text.length > LONGEST_TITLE ? `${text.slice(0, LONGEST_TITLE)}…` : text;
}

const LONGEST_TITLE = 60;
