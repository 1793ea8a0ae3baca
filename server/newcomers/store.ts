import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { document, valuesSignature } from '../../db/schema/documents.ts';
import { member } from '../../db/schema/partnerships.ts';
import { transact } from '../../db/transact.ts';
import { newcomersWords as words } from '../../shared/messages/en/newcomers.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import type { DocumentScope } from '../documents/store.ts';
import { record } from '../journal/store.ts';
import { heldSeats } from '../partnerships/store.ts';

/** Every signature under a document of this partnership, the oldest first, with who gave it. */
export function signaturesUnder(db: Db, { documentId, partnershipId }: DocumentScope) {
  return db.orm
    .select({ member, hash: valuesSignature.contentHash, at: valuesSignature.at })
    .from(valuesSignature)
    .innerJoin(member, eq(member.id, valuesSignature.memberId))
    .where(and(eq(valuesSignature.documentId, documentId), eq(member.partnershipId, partnershipId)))
    .orderBy(asc(valuesSignature.at))
    .all()
    .map(({ member: { id, name, isPseudonym, leftAt }, hash, at }) => {
      const [seat] = heldSeats(db, id);
      return {
        ...{ memberId: id, name, isPseudonym, hasLeft: leftAt !== null, hash, at },
        seat: seat ? { name: seat.name, side: seat.side } : null,
      };
    });
}

export interface NewSignature extends DocumentScope {
  readonly memberId: string;
  readonly hash: string;
  readonly at: number;
}

/**
 * Writes down that a member signed the words with this hash. Signing them again changes nothing. Looks again
 * whether they are still there and the document is not put away: both may have changed since it was asked.
 */
export function addSignature(
  db: Db,
  { documentId, partnershipId, memberId, hash, at }: NewSignature,
): Refusal | undefined {
  return transact(db, (orm) => {
    const here = orm
      .select({ id: member.id })
      .from(member)
      .where(and(eq(member.id, memberId), eq(member.partnershipId, partnershipId), isNull(member.leftAt)))
      .get();
    if (!here) return refuse('not_allowed', words.goneMeanwhile);
    const kept = orm
      .select({ id: document.id })
      .from(document)
      .where(and(eq(document.id, documentId), isNull(document.archivedAt)))
      .get();
    if (!kept) return refuse('conflict', words.archived);
    const { changes } = orm
      .insert(valuesSignature)
      .values({ documentId, memberId, contentHash: hash, at })
      .onConflictDoNothing()
      .run();
    if (changes === 0) return undefined;
    const detail = { contentHash: hash };
    record(orm, { kind: 'values_signed', detail, partnershipId, subjectId: documentId, memberId, at });
    return undefined;
  });
}
