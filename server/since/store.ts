import { and, asc, eq, gt, lte } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { member } from '../../db/schema/partnerships.ts';
import { lastRead } from '../../db/schema/since.ts';
import { syncUpdate } from '../../db/schema/sync.ts';

type Orm = Db['orm'];
export type Mark = typeof lastRead.$inferSelect;
export type Reading = Pick<Mark, 'memberId' | 'aboutKind' | 'aboutId'>;

function isThis({ memberId, aboutKind, aboutId }: Reading) {
  return and(
    eq(lastRead.memberId, memberId),
    eq(lastRead.aboutKind, aboutKind),
    eq(lastRead.aboutId, aboutId),
  );
}

/** Up to where somebody has read; undefined: they never said. */
export function markOf(orm: Orm, reading: Reading): Mark | undefined {
  return orm.select().from(lastRead).where(isThis(reading)).get();
}

/** Keeps up to where somebody has read. Call it inside a transaction in which that was looked at. */
export function keepMark(orm: Orm, mark: Mark): void {
  orm
    .insert(lastRead)
    .values(mark)
    .onConflictDoUpdate({
      target: [lastRead.memberId, lastRead.aboutKind, lastRead.aboutId],
      set: { mark: mark.mark, lines: mark.lines, at: mark.at },
    })
    .run();
}

/** A document's changes up to one of them, in order. */
export function updatesUpTo(orm: Orm, documentId: string, seq: number): Uint8Array[] {
  return orm
    .select({ bytes: syncUpdate.bytes })
    .from(syncUpdate)
    .where(and(eq(syncUpdate.documentId, documentId), lte(syncUpdate.seq, seq)))
    .orderBy(asc(syncUpdate.seq))
    .all()
    .map(({ bytes }) => bytes);
}

/** A document's changes after one of them, in order, with who made each. */
export function updatesAfter(orm: Orm, documentId: string, seq: number, most: number) {
  return orm
    .select({ seq: syncUpdate.seq, accountId: syncUpdate.accountId, bytes: syncUpdate.bytes })
    .from(syncUpdate)
    .where(and(eq(syncUpdate.documentId, documentId), gt(syncUpdate.seq, seq)))
    .orderBy(asc(syncUpdate.seq))
    .limit(most)
    .all();
}

/** What a partnership calls each account that is or was in it. */
export function namesByAccount(orm: Orm, partnershipId: string): Map<string, string> {
  const rows = orm.select().from(member).where(eq(member.partnershipId, partnershipId)).all();
  return new Map(rows.map(({ accountId, name }) => [accountId, name]));
}
