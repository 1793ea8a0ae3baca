import type { Block, TextBlock } from '../../shared/documents/blocks.ts';
import { textOfRuns } from '../../shared/documents/runs.ts';
import { textBlocksIn } from '../../shared/documents/tidyBlocks.ts';
import { versionOf } from '../partnerships/version.ts';

/** A paragraph of a page that something can be said about. */
export interface Paragraph {
  /** Its number among those with words, from 0. */
  readonly number: number;
  readonly block: TextBlock;
  readonly text: string;
  /** Stands for what it says. */
  readonly version: string;
}

/** The paragraphs with words, headings, items and the lines of cells among them, in order. */
export function paragraphsOf(blocks: readonly Block[]): Paragraph[] {
  return textBlocksIn(blocks)
    .map((block) => ({ block, text: textOfRuns(block) }))
    .filter(({ text }) => text !== '')
    .map(({ block, text }, number) => ({ number, block, text, version: versionOf([text]) }));
}

/** The paragraph that was shown under this number; where it has moved, the one that says the same; undefined when none does. */
export function paragraphShown(
  paragraphs: readonly Paragraph[],
  number: number,
  version: string,
): Paragraph | undefined {
  const here = paragraphs[number];
  return here?.version === version ? here : paragraphs.find((each) => each.version === version);
}
