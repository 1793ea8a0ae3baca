import { eq } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { document, documentRight } from '../../db/schema/documents.ts';
import { seat } from '../../db/schema/partnerships.ts';
import { transact } from '../../db/transact.ts';
import { type Preset, presetRoleRight, presetSeatRight } from '../../shared/access.ts';
import { ROLES } from '../../shared/partnerships/roles.ts';

export interface NewDocument {
  readonly id: string;
  readonly partnershipId: string;
  readonly template: string;
  readonly title: string;
  readonly preset: Preset;
  readonly createdBy: string | null;
  readonly createdAt: number;
}

/** Adds a document with the rights of its preset: a line for each seat of the partnership and each role. */
export async function addDocument(db: Db, { preset, ...row }: NewDocument): Promise<void> {
  transact(db, (orm) => {
    orm.insert(document).values(row).run();
    const seats = orm.select().from(seat).where(eq(seat.partnershipId, row.partnershipId)).all();
    for (const { id, side } of seats)
      orm
        .insert(documentRight)
        .values({ documentId: row.id, holderKind: 'seat', holder: id, right: presetSeatRight(preset, side) })
        .run();
    for (const role of ROLES)
      orm
        .insert(documentRight)
        .values({ documentId: row.id, holderKind: 'role', holder: role, right: presetRoleRight(role) })
        .run();
  });
}
