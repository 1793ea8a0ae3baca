import { and, eq, isNull, type SQL } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { document, documentRight } from '../../db/schema/documents.ts';
import { member } from '../../db/schema/partnerships.ts';
import { type Right, rightOf, type Sensitivity } from '../../shared/access.ts';
import { mayManage } from '../../shared/documents/managing.ts';
import type { Role } from '../../shared/partnerships/roles.ts';
import type { Side } from '../../shared/partnerships/sides.ts';
import { heldSeats, rolesOf } from '../partnerships/store.ts';

/** What one account may do with one document, and for which seat it acts. */
export interface DocumentAccess {
  readonly documentId: string;
  readonly partnershipId: string;
  readonly memberId: string;
  readonly memberName: string;
  readonly roles: readonly Role[];
  readonly seat: { readonly id: string; readonly name: string; readonly side: Side } | undefined;
  readonly right: Exclude<Right, 'none'>;
  /** May archive it and say who may do what with it. */
  readonly mayManage: boolean;
  readonly archived: boolean;
  readonly sensitivity: Sensitivity;
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
  return accessWhere(db, documentId, eq(member.accountId, accountId));
}

/** The same for someone known as a member, for what is done inside a transaction or by no account at all. */
export function memberAccess(db: Db, memberId: string, documentId: string): DocumentAccess | undefined {
  return accessWhere(db, documentId, eq(member.id, memberId));
}

function accessWhere(db: Db, documentId: string, isThem: SQL): DocumentAccess | undefined {
  const found = db.orm
    .select({ document, member })
    .from(document)
    .innerJoin(member, eq(member.partnershipId, document.partnershipId))
    .where(and(eq(document.id, documentId), isThem, isNull(member.leftAt)))
    .get();
  if (!found) return undefined;
  const seats = heldSeats(db, found.member.id);
  const roles = rolesOf(db, found.member.id);
  const lines = db.orm.select().from(documentRight).where(eq(documentRight.documentId, documentId)).all();
  const { sensitivity } = found.document;
  const right = rightOf({ seatIds: seats.map(({ id }) => id), roles }, { sensitivity, lines });
  if (right === 'none') return undefined;
  return {
    documentId,
    partnershipId: found.document.partnershipId,
    memberId: found.member.id,
    memberName: found.member.name,
    roles,
    seat: seats[0] && { id: seats[0].id, name: seats[0].name, side: seats[0].side },
    right,
    mayManage: mayManage({ memberId: found.member.id, roles, right }, found.document.createdBy),
    archived: found.document.archivedAt !== null,
    sensitivity,
  };
}
