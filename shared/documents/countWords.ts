import type { Block } from './blocks.ts';
import { textOfRuns } from './runs.ts';
import { textBlocksIn } from './tidyBlocks.ts';

/** Letters and figures that belong together; an apostrophe, hyphen, point or comma inside does not part them. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’.,\-‐‑][\p{L}\p{N}\p{M}]+)*/gu;

/** How many words the document holds, those in tables included. */
export function countWords(blocks: readonly Block[]): number {
  return textBlocksIn(blocks).reduce((sum, block) => sum + countWordsIn(textOfRuns(block)), 0);
}

export function countWordsIn(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
