import type { Block } from '../../shared/documents/blocks.ts';
import { hashBlocks } from '../../shared/documents/canonical.ts';
import type { Layout, Stretch } from '../../shared/documents/layout.ts';
import { bindPassage, placesOf } from '../../shared/passages/bindPassage.ts';
import type { BoundPassage } from '../../shared/passages/passage.ts';
import type { Context } from '../context.ts';
import { inDocument } from '../passages/inDocument.ts';
import { wordsOfDecision } from './decisionWords.ts';
import type { NorthvaleFile } from './northvaleFile.ts';

/** The decisions whose words stand in one of the example's documents. */
const STAND_IN: Readonly<Record<string, string>> = { D2: 'northvale-governance', D4: 'northvale-plan' };

export interface Binding {
  readonly documentId: string;
  readonly passage: BoundPassage;
}

/** Where the agreed words of the example's decisions stand in its documents, by the decision's code in the file. */
export async function findBindings(
  { content }: Pick<Context, 'content'>,
  file: NorthvaleFile,
): Promise<ReadonlyMap<string, Binding>> {
  const found = new Map<string, Binding>();
  for (const [code, documentId] of Object.entries(STAND_IN)) {
    const agreed = wordsOfDecision(file, code).at(-1) ?? [];
    const passage = await inDocument(content, documentId, ({ layout }) => passageOf(layout, agreed));
    if (passage) found.set(code, { documentId, passage });
  }
  return found;
}

/** The passage that says exactly this; undefined where somebody has written over it. */
function passageOf(layout: Layout, words: readonly Block[]): BoundPassage | undefined {
  const stretch = stretchSaying(layout, words);
  const places = stretch && placesOf(layout, stretch);
  const passage = places && bindPassage(layout, places.start, places.end);
  return typeof passage === 'object' ? passage : undefined;
}

function stretchSaying(layout: Layout, words: readonly Block[]): Stretch | undefined {
  const { root } = layout;
  const hash = hashBlocks(words);
  for (let first = 0; first + words.length <= root.children.length; first++) {
    const last = first + words.length - 1;
    const to = { block: last, offset: layout.lengthOf(root, last) };
    const stretch = { cell: null, from: { block: first, offset: 0 }, to };
    if (hashBlocks(layout.blocksOf(stretch)) === hash) return stretch;
  }
  return undefined;
}
