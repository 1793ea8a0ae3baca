import { and, asc, eq, inArray, max } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { decision } from '../../db/schema/decisions.ts';
import { member, seat } from '../../db/schema/partnerships.ts';
import { behaviour, behaviourVersion, sharedValue, sharedValueVersion } from '../../db/schema/values.ts';
import type { ValuesInUse } from '../../shared/values/api.ts';
import { inUse } from '../../shared/values/inUse.ts';

/** A partnership's adopted values and behaviours; while none is adopted, the proposed and signed ones. */
export function valuesOf(db: Db, partnershipId: string): ValuesInUse {
  return inUse(keptValues(db, partnershipId), keptBehaviours(db, partnershipId));
}

/** Every value that a partnership has or had, with every version of its words, the oldest first. */
export function keptValues({ orm }: Pick<Db, 'orm'>, partnershipId: string) {
  const values = orm
    .select()
    .from(sharedValue)
    .where(eq(sharedValue.partnershipId, partnershipId))
    .orderBy(asc(sharedValue.position), asc(sharedValue.id))
    .all();
  const ids = values.map(({ id }) => id);
  const versions = orm
    .select()
    .from(sharedValueVersion)
    .where(inArray(sharedValueVersion.valueId, ids))
    .orderBy(asc(sharedValueVersion.version))
    .all();
  return values.map((value) => ({
    ...value,
    versions: versions.filter(({ valueId }) => valueId === value.id),
  }));
}
export type KeptValue = ReturnType<typeof keptValues>[number];

/** Every behaviour that a leader of the partnership wrote, with every version of its words, the oldest first. */
export function keptBehaviours({ orm }: Pick<Db, 'orm'>, partnershipId: string) {
  const behaviours = orm
    .select({ behaviour, leader: member })
    .from(behaviour)
    .innerJoin(member, eq(member.id, behaviour.leaderId))
    .where(and(eq(behaviour.partnershipId, partnershipId), eq(member.partnershipId, partnershipId)))
    .orderBy(asc(behaviour.createdAt), asc(behaviour.id))
    .all();
  const ids = behaviours.map(({ behaviour: { id } }) => id);
  const versions = orm
    .select()
    .from(behaviourVersion)
    .where(inArray(behaviourVersion.behaviourId, ids))
    .orderBy(asc(behaviourVersion.version))
    .all();
  return behaviours.map(({ behaviour: kept, leader: { id, name, isPseudonym, leftAt } }) => ({
    ...kept,
    leader: { memberId: id, name, isPseudonym, hasLeft: leftAt !== null },
    versions: versions.filter(({ behaviourId }) => behaviourId === kept.id),
  }));
}
export type KeptBehaviour = ReturnType<typeof keptBehaviours>[number];

/** The decisions that adopted or retired something, as everyone may know of them: restricted ones without a number. */
export function decisionNames({ orm }: Pick<Db, 'orm'>, partnershipId: string) {
  const rows = orm
    .select({ id: decision.id, number: decision.number, sensitivity: decision.sensitivity })
    .from(decision)
    .where(eq(decision.partnershipId, partnershipId))
    .all();
  const open = new Map(
    rows.filter(({ sensitivity }) => sensitivity === 'members').map(({ id, number }) => [id, { id, number }]),
  );
  return (id: string | null) => (id === null ? null : (open.get(id) ?? { id: null, number: null }));
}

/** The place after the last value. */
export function nextPosition({ orm }: Pick<Db, 'orm'>, partnershipId: string): number {
  const last = orm
    .select({ position: max(sharedValue.position) })
    .from(sharedValue)
    .where(eq(sharedValue.partnershipId, partnershipId))
    .get();
  return (last?.position ?? -1) + 1;
}

/** The names of everyone who is or was in the partnership, and of every seat that is or was at its table. */
export function namesIn({ orm }: Pick<Db, 'orm'>, partnershipId: string) {
  const people = orm.select().from(member).where(eq(member.partnershipId, partnershipId)).all();
  const seats = orm.select().from(seat).where(eq(seat.partnershipId, partnershipId)).all();
  return {
    person: (id: string | null) => people.find((one) => one.id === id)?.name ?? null,
    seat(id: string | null) {
      const found = seats.find((one) => one.id === id);
      return found ? { name: found.name, side: found.side } : null;
    },
  };
}
