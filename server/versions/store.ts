import { and, asc, desc, eq, gt, gte, lt, lte } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { member, seat } from '../../db/schema/partnerships.ts';
import { syncUpdate } from '../../db/schema/sync.ts';
import { documentVersion } from '../../db/schema/versions.ts';
import type { ChangeRow } from '../../shared/versions/stretches.ts';

type Orm = Db['orm'];
export type VersionRow = typeof documentVersion.$inferSelect;

const CHANGE = {
  seq: syncUpdate.seq,
  accountId: syncUpdate.accountId,
  seatId: syncUpdate.seatId,
  at: syncUpdate.at,
};

/** The newest `limit` changes of a document before one of them, in order. */
export function changesBefore(orm: Orm, documentId: string, before: number, limit: number): ChangeRow[] {
  return orm
    .select(CHANGE)
    .from(syncUpdate)
    .where(and(eq(syncUpdate.documentId, documentId), lt(syncUpdate.seq, before)))
    .orderBy(desc(syncUpdate.seq))
    .limit(limit)
    .all()
    .reverse();
}

/** Changes of a document from one to another, in order, as far as `limit`. */
export function changesFromTo(
  orm: Orm,
  documentId: string,
  { from, to, limit }: { readonly from: number; readonly to: number; readonly limit: number },
): ChangeRow[] {
  return orm
    .select(CHANGE)
    .from(syncUpdate)
    .where(and(eq(syncUpdate.documentId, documentId), gte(syncUpdate.seq, from), lte(syncUpdate.seq, to)))
    .orderBy(asc(syncUpdate.seq))
    .limit(limit)
    .all();
}

/** When a change was made; undefined: there is none with this number. */
export function changedAt(orm: Orm, documentId: string, seq: number): number | undefined {
  return orm
    .select({ at: syncUpdate.at })
    .from(syncUpdate)
    .where(and(eq(syncUpdate.documentId, documentId), eq(syncUpdate.seq, seq)))
    .get()?.at;
}

/** The bytes of at most `limit` changes after one and up to another, in order. */
export function bytesAfter(
  orm: Orm,
  documentId: string,
  { after, to, limit }: { readonly after: number; readonly to: number; readonly limit: number },
) {
  return orm
    .select({ seq: syncUpdate.seq, bytes: syncUpdate.bytes })
    .from(syncUpdate)
    .where(and(eq(syncUpdate.documentId, documentId), gt(syncUpdate.seq, after), lte(syncUpdate.seq, to)))
    .orderBy(asc(syncUpdate.seq))
    .limit(limit)
    .all();
}

/** The names that were given to a document's versions, in the order in which they were given. */
export function versionsOf(orm: Orm, documentId: string) {
  return orm
    .select({
      seq: documentVersion.seq,
      name: documentVersion.name,
      by: member.name,
      at: documentVersion.at,
    })
    .from(documentVersion)
    .innerJoin(member, eq(member.id, documentVersion.namedBy))
    .where(eq(documentVersion.documentId, documentId))
    .orderBy(asc(documentVersion.at), asc(documentVersion.id))
    .all();
}

export function addVersion(orm: Orm, row: VersionRow): void {
  orm.insert(documentVersion).values(row).run();
}

/** What a partnership calls each account that is or was in it, and each seat that is or was at its table. */
export function namesIn(orm: Orm, partnershipId: string) {
  const people = orm.select().from(member).where(eq(member.partnershipId, partnershipId)).all();
  const seats = orm.select().from(seat).where(eq(seat.partnershipId, partnershipId)).all();
  return {
    people: new Map(people.map(({ accountId, name }) => [accountId, name])),
    seats: new Map(seats.map(({ id, name }) => [id, name])),
  };
}
