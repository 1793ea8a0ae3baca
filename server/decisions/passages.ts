import { setImmediate } from 'node:timers/promises';
import { boundWords, isAgreed } from '../../shared/decisions/boundWords.ts';
import type { PassageNow } from '../../shared/passages/findPassage.ts';
import type { Context } from '../context.ts';
import { documentAccess } from '../documents/access.ts';
import { passagesFound } from '../passages/found.ts';
import { type BoundRow, boundAmong } from './passageStore.ts';

type Parts = Pick<Context, 'db' | 'content'>;

/** Where the words of a decision stand now, and whether they are the agreed ones: undefined for one with nothing to hold against. */
export type Now = ReadonlyMap<string, PassageNow>;

/**
 * What became of the words that these decisions, all bound to one document, are held against. A document that has not
 * changed since is not read again.
 */
export async function passagesNow(
  context: Parts,
  documentId: string,
  rows: readonly BoundRow[],
): Promise<Now> {
  const wanted = rows.flatMap(({ decision, passage }) => {
    const bound = boundWords(decision.body);
    return bound ? [{ id: decision.id, key: `${decision.id} ${bound.hash}`, hash: bound.hash, passage }] : [];
  });
  const found = await passagesFound(context, documentId, wanted);
  return new Map(wanted.map(({ id, key }) => [id, found.get(key) as PassageNow]));
}

/**
 * For the register: whether the words that were agreed differ from what the document says now, or can't be found
 * there. Null for what is bound to no document that this account may read, or agreed nothing: that other people's
 * words were changed is theirs to know.
 */
export async function driftOf(
  context: Parts,
  accountId: string,
  decisionIds: readonly string[],
): Promise<ReadonlyMap<string, boolean | null>> {
  const drift = new Map<string, boolean | null>(decisionIds.map((id) => [id, null]));
  const byDocument = new Map<string, BoundRow[]>();
  for (const row of boundAmong(context.db, decisionIds)) {
    const bound = boundWords(row.decision.body);
    if (!bound || !isAgreed(bound.as)) continue;
    const { documentId } = row.passage;
    byDocument.set(documentId, [...(byDocument.get(documentId) ?? []), row]);
  }
  for (const [documentId, rows] of byDocument) {
    if (!(await documentAccess(context.db, accountId, documentId))) continue;
    for (const [id, { state }] of await passagesNow(context, documentId, rows))
      drift.set(id, state !== 'as_agreed');
    // Whoever writes elsewhere has their turn between two documents.
    await setImmediate();
  }
  return drift;
}
