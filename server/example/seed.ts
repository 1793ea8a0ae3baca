import * as Y from 'yjs';
import type { Db } from '../../db/open.ts';
import type { Block } from '../../shared/documents/blocks.ts';
import { writeBlocks } from '../../shared/documents/writeBlocks.ts';
import type { DocumentContent } from '../documents/content.ts';
import { addDocument } from '../documents/store.ts';
import { northvaleCast } from './cast.ts';
import { exampleDocuments } from './documents.ts';
import {
  addExamplePartnership,
  EXAMPLE_PARTNERSHIP,
  exampleMemberId,
  hasAnyPartnership,
  hasDocument,
  hasExamplePartnership,
} from './store.ts';

/** The Yjs client of the example's first words, the same in every database, so that their bytes are too. */
const FIRST_WORDS_CLIENT = 20250114;

/** What seeding needs of the server's context. */
export interface SeedParts {
  readonly db: Db;
  readonly content: DocumentContent;
  readonly now: () => number;
}

/**
 * Fills an empty database with the example partnership, its people and its documents, and tells whether it
 * added anything. A database with a partnership of its own is left alone; one in which an earlier start was
 * cut off half way gets what is missing, and what people wrote since stays.
 */
export async function seedExample({ db, content, now }: SeedParts): Promise<boolean> {
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
  return empty || missing.length > 0;
}

function updateOf(blocks: readonly Block[]): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = FIRST_WORDS_CLIENT;
  writeBlocks(doc, blocks);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
