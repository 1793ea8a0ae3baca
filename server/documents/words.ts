import * as Y from 'yjs';
import type { Block } from '../../shared/documents/blocks.ts';
import { CANONICAL_VERSION, hashBlocks } from '../../shared/documents/canonical.ts';
import { countWords } from '../../shared/documents/countWords.ts';
import { readText } from '../../shared/documents/readText.ts';
import { renderText } from '../../shared/documents/renderText.ts';
import { writeBlocks } from '../../shared/documents/writeBlocks.ts';
import type { DocumentContent } from './content.ts';

/** A template's blocks as the one update that a new document starts from. */
export function firstWords(blocks: readonly Block[]): Uint8Array {
  const doc = new Y.Doc();
  writeBlocks(doc, blocks);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

/** What a document says now, in every form that a program may want, with the hash that stands for exactly that. */
export async function documentWords(content: DocumentContent, documentId: string) {
  const blocks = await blocksOf(content, documentId);
  return {
    hash: hashBlocks(blocks),
    schema: CANONICAL_VERSION,
    blocks,
    text: renderText(blocks),
    words: countWords(blocks),
  };
}

/** What a document says now, as neutral blocks. */
export async function blocksOf(content: DocumentContent, documentId: string): Promise<Block[]> {
  return blocksIn(await content.read(documentId));
}

function blocksIn(update: Uint8Array | undefined): Block[] {
  const doc = new Y.Doc();
  if (update) Y.applyUpdate(doc, update);
  const blocks = readText(doc);
  doc.destroy();
  return blocks;
}
