import type { Db } from '../../db/open.ts';
import { findPassage, type PassageNow } from '../../shared/passages/findPassage.ts';
import type { Passage } from '../../shared/passages/passage.ts';
import type { Context } from '../context.ts';
import { inDocument } from './inDocument.ts';

/** Words to be looked for, and the hash that they are held against. The key stands for exactly that question. */
export interface Wanted {
  readonly key: string;
  readonly hash: string;
  readonly passage: Passage;
}

/** What was found in a document when it had this number; thrown away as soon as it has another. */
interface Looked {
  readonly newest: number;
  readonly found: Map<string, PassageNow>;
}

const looked = new WeakMap<Db, Map<string, Looked>>();

/** What became of these words, by their keys. A document that has not changed since is not read again. */
export async function passagesFound(
  { db, content }: Pick<Context, 'db' | 'content'>,
  documentId: string,
  wanted: readonly Wanted[],
): Promise<ReadonlyMap<string, PassageNow>> {
  const { found } = lookedAt(db, documentId, content.newest(documentId));
  if (wanted.some(({ key }) => !found.has(key)))
    await inDocument(content, documentId, ({ layout, moves }) => {
      for (const { key, hash, passage } of wanted)
        if (!found.has(key)) found.set(key, findPassage(layout, moves, passage, hash));
    });
  return found;
}

function lookedAt(db: Db, documentId: string, newest: number): Looked {
  const documents = looked.get(db) ?? new Map<string, Looked>();
  looked.set(db, documents);
  const known = documents.get(documentId);
  if (known?.newest === newest) return known;
  const fresh = { newest, found: new Map<string, PassageNow>() };
  documents.delete(documentId);
  documents.set(documentId, fresh);
  const [oldest] = documents.keys();
  if (documents.size > MOST_DOCUMENTS && oldest !== undefined) documents.delete(oldest);
  return fresh;
}

const MOST_DOCUMENTS = 1000;
