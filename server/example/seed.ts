import * as Y from 'yjs';
import type { Block } from '../../shared/documents/blocks.ts';
import { writeBlocks } from '../../shared/documents/writeBlocks.ts';
import type { Context } from '../context.ts';
import { addDocument } from '../documents/store.ts';
import { northvaleCast } from './cast.ts';
import { exampleDocuments } from './documents.ts';
import { playStory } from './playStory.ts';
import { sayRemarks } from './remarks.ts';
import {
  addExamplePartnership,
  EXAMPLE_PARTNERSHIP,
  exampleMemberId,
  hasAnyPartnership,
  hasDocument,
  hasExamplePartnership,
  isBeforeStory,
} from './store.ts';

/** The Yjs client of the example's first words, the same in every database, so that their bytes are too. */
const FIRST_WORDS_CLIENT = 20250114;

/**
 * Fills an empty database with the example partnership, its people, its documents and its decisions, and tells whether it
 * added anything. A database with a partnership of its own is left alone; one in which an earlier start was
 * cut off half way gets what is missing, and what people wrote since stays.
 */
export async function seedExample(context: Context): Promise<boolean> {
  const { db, content, now } = context;
  const empty = !hasAnyPartnership(db);
  if (empty) addExamplePartnership(db, northvaleCast(), now());
  if (!hasExamplePartnership(db)) return false;
  // In the order in which they were begun, because that is how the journal tells of them.
  const missing = exampleDocuments()
    .filter(({ id }) => !hasDocument(db, id))
    .sort((a, b) => a.begun.localeCompare(b.begun));
  for (const { id, template, title, begun, begunBy, blocks } of missing)
    await addDocument(
      db,
      {
        id,
        partnershipId: EXAMPLE_PARTNERSHIP,
        template,
        title,
        preset: 'equals',
        createdBy: exampleMemberId(begunBy),
        createdAt: Date.parse(`${begun}T10:00:00Z`),
      },
      () => content.start(id, updateOf(blocks)),
    );
  const before = isBeforeStory(db);
  if (before) await playStory(context);
  // They need the words to be there; said again, they are there once.
  await sayRemarks(context);
  return empty || before || missing.length > 0;
}

function updateOf(blocks: readonly Block[]): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = FIRST_WORDS_CLIENT;
  writeBlocks(doc, blocks);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
