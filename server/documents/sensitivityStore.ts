import { and, eq } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { document } from '../../db/schema/documents.ts';
import { transact } from '../../db/transact.ts';
import type { NewSensitivity } from '../../shared/documents/accessApi.ts';
import { whoIsLockedOut } from '../../shared/documents/managing.ts';
import { checkSensitivity } from '../../shared/documents/sensitivity.ts';
import { accessWords as words } from '../../shared/messages/en/access.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import { notFound } from '../errors.ts';
import { record } from '../journal/store.ts';
import { withdrawAll } from './publicationStore.ts';
import { holdersIn } from './rights.ts';
import { type DocumentScope, type Doer, storedLines } from './store.ts';

/**
 * Says how widely a document may be known. What may not be public any more stops being public in the same
 * transaction. Refused without a reason when it is to be known more widely, and when it would lock everyone out.
 */
export function setSensitivity(
  db: Db,
  scope: DocumentScope,
  { sensitivity, reason }: NewSensitivity,
  by: Doer,
  changed: () => void,
): Refusal | undefined {
  const { documentId, partnershipId } = scope;
  return transact(db, (orm, afterCommit) => {
    const its = and(eq(document.id, documentId), eq(document.partnershipId, partnershipId));
    const found = orm.select().from(document).where(its).get();
    if (!found) return notFound();
    const from = found.sensitivity;
    if (from === sensitivity) return undefined;
    const refusal = checkSensitivity(from, sensitivity, reason);
    if (refusal) return refusal;
    const lockedOut = whoIsLockedOut(
      { sensitivity, lines: storedLines(orm, scope) },
      { members: holdersIn(db, partnershipId), createdBy: found.createdBy },
    );
    if (lockedOut) return refuse('invalid', words.nobodyLeft, { sensitivity: words.nobodyLeft });
    orm.update(document).set({ sensitivity }).where(its).run();
    const entry = { partnershipId, subjectId: documentId, ...by };
    record(orm, {
      kind: 'document_sensitivity_changed',
      detail: { from, to: sensitivity, reason },
      ...entry,
    });
    if (sensitivity !== 'open' && withdrawAll(orm, documentId, by.at) > 0)
      record(orm, { kind: 'document_withdrawn', detail: {}, ...entry });
    afterCommit(changed);
    return undefined;
  });
}
