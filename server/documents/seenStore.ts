import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { document, documentSeen } from '../../db/schema/documents.ts';
import { member } from '../../db/schema/partnerships.ts';
import { transact } from '../../db/transact.ts';
import type { SeenBy } from '../../shared/documents/accessApi.ts';
import type { DocumentAccess } from './access.ts';
import type { DocumentScope } from './store.ts';

/** A socket that breaks and comes back, or a look at the reading view in between, is still the same visit. */
const SAME_VISIT_MS = 15 * 60_000;

/** Notes that someone opens a document, if that is to be noted of it. Call it before they are given its words. */
export function noteSeen(
  db: Db,
  { documentId, memberId, sensitivity }: Pick<DocumentAccess, 'documentId' | 'memberId' | 'sensitivity'>,
  at: number,
): void {
  if (sensitivity !== 'procurement') return;
  transact(db, (orm) => {
    const theirs = and(eq(documentSeen.documentId, documentId), eq(documentSeen.memberId, memberId));
    const before = orm.select().from(documentSeen).where(theirs).get();
    if (!before)
      return orm
        .insert(documentSeen)
        .values({ documentId, memberId, firstAt: at, lastAt: at, times: 1 })
        .run();
    const times = before.times + (at - before.lastAt > SAME_VISIT_MS ? 1 : 0);
    return orm
      .update(documentSeen)
      .set({ lastAt: Math.max(at, before.lastAt), times })
      .where(theirs)
      .run();
  });
}

/** Everyone who opened the document while that was noted, the first of them first; those who have left too. */
export function whoSaw(db: Db, { documentId, partnershipId }: DocumentScope): SeenBy[] {
  return db.orm
    .select({
      memberId: documentSeen.memberId,
      name: member.name,
      firstAt: documentSeen.firstAt,
      lastAt: documentSeen.lastAt,
      times: documentSeen.times,
    })
    .from(documentSeen)
    .innerJoin(document, eq(document.id, documentSeen.documentId))
    .innerJoin(member, eq(member.id, documentSeen.memberId))
    .where(and(eq(document.id, documentId), eq(document.partnershipId, partnershipId)))
    .orderBy(asc(documentSeen.firstAt), asc(member.name))
    .all();
}
