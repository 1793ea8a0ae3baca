import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { member } from '../../db/schema/partnerships.ts';
import { behaviour, behaviourVersion, sharedValue, sharedValueVersion } from '../../db/schema/values.ts';
import type { ValuesInUse } from '../../shared/values/api.ts';
import { inUse } from '../../shared/values/inUse.ts';

/** A partnership's adopted values and behaviours; while none is adopted, the proposed and signed ones. */
export function valuesOf(db: Db, partnershipId: string): ValuesInUse {
  return inUse(keptValues(db, partnershipId), keptBehaviours(db, partnershipId));
}

/** Every value that a partnership has or had, with every version of its words, the oldest first. */
function keptValues(db: Db, partnershipId: string) {
  const values = db.orm
    .select()
    .from(sharedValue)
    .where(eq(sharedValue.partnershipId, partnershipId))
    .orderBy(asc(sharedValue.position), asc(sharedValue.id))
    .all();
  const versions = db.orm
    .select()
    .from(sharedValueVersion)
    .where(
      inArray(
        sharedValueVersion.valueId,
        values.map(({ id }) => id),
      ),
    )
    .orderBy(asc(sharedValueVersion.version))
    .all();
  return values.map((value) => ({
    ...value,
    versions: versions.filter(({ valueId }) => valueId === value.id),
  }));
}

/** Every behaviour that a leader of the partnership wrote, with every version of its words, the oldest first. */
function keptBehaviours(db: Db, partnershipId: string) {
  const behaviours = db.orm
    .select({ behaviour, leader: { memberId: member.id, name: member.name } })
    .from(behaviour)
    .innerJoin(member, eq(member.id, behaviour.leaderId))
    .where(and(eq(behaviour.partnershipId, partnershipId), eq(member.partnershipId, partnershipId)))
    .orderBy(asc(behaviour.createdAt), asc(behaviour.id))
    .all();
  const versions = db.orm
    .select()
    .from(behaviourVersion)
    .where(
      inArray(
        behaviourVersion.behaviourId,
        behaviours.map(({ behaviour: { id } }) => id),
      ),
    )
    .orderBy(asc(behaviourVersion.version))
    .all();
  return behaviours.map(({ behaviour: kept, leader }) => ({
    ...kept,
    leader,
    versions: versions.filter(({ behaviourId }) => behaviourId === kept.id),
  }));
}
