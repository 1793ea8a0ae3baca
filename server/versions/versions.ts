import { toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import { transact } from '../../db/transact.ts';
import type { Block } from '../../shared/documents/blocks.ts';
import { hashBlocks } from '../../shared/documents/canonical.ts';
import { countWordsIn } from '../../shared/documents/countWords.ts';
import { readText } from '../../shared/documents/readText.ts';
import { renderText } from '../../shared/documents/renderText.ts';
import { versionsWords as words } from '../../shared/messages/en/versions.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import { sentencesChanged } from '../../shared/since/sentences.ts';
import { MOST_NAMES, type VersionAnswer } from '../../shared/versions/api.ts';
import type { Context } from '../context.ts';
import type { DocumentAccess } from '../documents/access.ts';
import { documentWords } from '../documents/words.ts';
import { notFound } from '../errors.ts';
import { record } from '../journal/store.ts';
import { documentAt } from './replay.ts';
import * as store from './store.ts';

/** More sentences than this are only counted. */
const MOST_TOLD = 300;

/** The answer, with its blocks as what they are. */
type Version = Omit<VersionAnswer, 'blocks'> & { readonly blocks: readonly Block[] };

type Parts = Pick<Context, 'db' | 'content' | 'now' | 'newId'>;

/** What a document said after one of its changes, and what has changed since. */
export async function versionAt(
  { db, content }: Parts,
  documentId: string,
  seq: number,
): Promise<Version | Refusal> {
  const at = store.changedAt(db.orm, documentId, seq);
  if (at === undefined) return notFound();
  const doc = await documentAt(db.orm, documentId, seq);
  const blocks = readText(doc);
  doc.destroy();
  const newest = content.newest(documentId);
  const now = await documentWords(content, documentId);
  const changes = sentencesChanged(blocks, now.blocks);
  const names = store.versionsOf(db.orm, documentId).filter((named) => named.seq === seq);
  return {
    ...{ seq, newest, at, blocks },
    names: names.map(({ name, by, at: when }) => ({ name, by, at: when })),
    words: countWordsIn(renderText(blocks)),
    same: hashBlocks(blocks) === now.hash,
    changes: changes.slice(0, MOST_TOLD).map((change) => ({
      how: change.how,
      was: 'was' in change ? change.was : null,
      now: 'now' in change ? change.now : null,
    })),
    more: Math.max(0, changes.length - MOST_TOLD),
  };
}

/** A document as it was after one of its changes, whole, for the page that brings it back. */
export async function stateAt(
  { db }: Parts,
  documentId: string,
  seq: number,
): Promise<{ seq: number; at: number; state: string } | Refusal> {
  const at = store.changedAt(db.orm, documentId, seq);
  if (at === undefined) return notFound();
  const doc = await documentAt(db.orm, documentId, seq);
  const state = toBase64(Y.encodeStateAsUpdate(doc));
  doc.destroy();
  return { seq, at, state };
}

/** Gives a document as it stands now a name, which is in the journal too. A name is given once. */
export function nameVersion(
  { db, content, now, newId }: Parts,
  { documentId, partnershipId, memberId, archived }: DocumentAccess,
  name: string,
): { seq: number; name: string } | Refusal {
  if (archived) return refuse('conflict', words.archived);
  return transact<{ seq: number; name: string } | Refusal>(db, (orm) => {
    const seq = content.newest(documentId);
    if (seq === 0) return refuse('conflict', words.nothingYet);
    const named = store.versionsOf(orm, documentId);
    if (named.length >= MOST_NAMES) return refuse('conflict', words.nameTooMany);
    if (named.some((other) => other.name.toLowerCase() === name.toLowerCase()))
      return refuse('conflict', words.nameTaken, { name: words.nameTaken });
    const at = now();
    store.addVersion(orm, { id: newId(), documentId, seq, name, namedBy: memberId, at });
    record(orm, {
      ...{ kind: 'version_named', detail: { name } },
      ...{ partnershipId, subjectId: documentId, memberId, at },
    });
    return { seq, name };
  });
}
