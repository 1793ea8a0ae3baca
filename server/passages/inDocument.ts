import * as Y from 'yjs';
import { Layout } from '../../shared/documents/layout.ts';
import { Moves } from '../../shared/documents/moves/moves.ts';
import type { Context } from '../context.ts';

interface Living {
  readonly layout: Layout;
  readonly moves: Moves;
}

/** Builds a document from its log for as long as `work` lasts, and gives its answer. */
export async function inDocument<T>(
  content: Context['content'],
  documentId: string,
  work: (living: Living) => T,
): Promise<T> {
  const update = await content.read(documentId);
  const doc = new Y.Doc();
  if (update) Y.applyUpdate(doc, update);
  try {
    return work({ layout: new Layout(doc), moves: new Moves(doc) });
  } finally {
    doc.destroy();
  }
}
