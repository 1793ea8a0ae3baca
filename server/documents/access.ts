import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { document, documentRight } from '../../db/schema/documents.ts';
import { member, memberRole, seat, seatHolding } from '../../db/schema/partnerships.ts';
import { type Right, rightOf } from '../../shared/access.ts';
import type { Role } from '../../shared/partnerships/roles.ts';
import type { Side } from '../../shared/partnerships/sides.ts';

/** What one account may do with one document, and for which seat it acts. */
export interface DocumentAccess {
  readonly documentId: string;
  readonly partnershipId: string;
  readonly memberId: string;
  readonly memberName: string;
  readonly roles: readonly Role[];
  readonly seat: { readonly id: string; readonly name: string; readonly side: Side } | undefined;
  readonly right: Exclude<Right, 'none'>;
  readonly archived: boolean;
}

/**
 * Reads a document through the right of the account that asks, so that a foreign document and one that
 * does not exist look the same: undefined.
 */
export async function documentAccess(
  db: Db,
  accountId: string,
  documentId: string,
): Promise<DocumentAccess | undefined> {
  const found = db.orm
    .select({ document, member })
    .from(document)
    .innerJoin(member, eq(member.partnershipId, document.partnershipId))
    .where(and(eq(document.id, documentId), eq(member.accountId, accountId), isNull(member.leftAt)))
    .get();
  if (!found) return undefined;
  const seats = seatsOf(db, found.member.id);
  const roles = rolesOf(db, found.member.id);
  const lines = db.orm.select().from(documentRight).where(eq(documentRight.documentId, documentId)).all();
  const right = rightOf({ seatIds: seats.map(({ id }) => id), roles }, lines);
  if (right === 'none') return undefined;
  return {
    documentId,
    partnershipId: found.document.partnershipId,
    memberId: found.member.id,
    memberName: found.member.name,
    roles,
    seat: seats[0],
    right,
    archived: found.document.archivedAt !== null,
  };
}

function seatsOf(db: Db, memberId: string) {
  return db.orm
    .select({ id: seat.id, name: seat.name, side: seat.side })
    .from(seatHolding)
    .innerJoin(seat, eq(seat.id, seatHolding.seatId))
    .where(eq(seatHolding.memberId, memberId))
    .orderBy(asc(seat.position))
    .all();
}

function rolesOf(db: Db, memberId: string): Role[] {
  return db.orm
    .select({ role: memberRole.role })
    .from(memberRole)
    .where(eq(memberRole.memberId, memberId))
    .all()
    .map((row) => row.role);
}
