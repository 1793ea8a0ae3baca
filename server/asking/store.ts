import { and, asc, desc, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { asking, askingPerson } from '../../db/schema/asking.ts';
import type { About } from './subject.ts';

type Orm = Db['orm'];
export type AskingRow = typeof asking.$inferSelect;
type NewRow = typeof asking.$inferInsert;

/** Someone who is asked, and for which seat; null: for themselves. */
export interface AskedPerson {
  readonly memberId: string;
  readonly seatId: string | null;
}

/** Writes down that people are asked. Call it inside the transaction that checked it. */
export function addAsking(orm: Orm, row: NewRow, people: readonly AskedPerson[]): void {
  orm.insert(asking).values(row).run();
  for (const person of people)
    orm
      .insert(askingPerson)
      .values({ askingId: row.id, ...person })
      .run();
}

export function askingRow(orm: Orm, id: string): AskingRow | undefined {
  return orm.select().from(asking).where(eq(asking.id, id)).get();
}

/** The asking that this person has sent under this name already. */
export function askedBefore(orm: Orm, askedBy: string, requestId: string): AskingRow | undefined {
  return orm
    .select()
    .from(asking)
    .where(and(eq(asking.askedBy, askedBy), eq(asking.requestId, requestId)))
    .get();
}

/** What it is about, by its kind and id. */
export function aboutOf({ documentId, decisionId, partnershipId }: AskingRow): About {
  if (documentId !== null) return { kind: 'document', id: documentId, partnershipId };
  if (decisionId !== null) return { kind: 'decision', id: decisionId, partnershipId };
  throw new Error('an asking is about a document or a decision');
}

/** The askings about one thing, the newest first. */
export function askingsAbout(orm: Orm, { kind, id, partnershipId }: About): AskingRow[] {
  const about = kind === 'document' ? eq(asking.documentId, id) : eq(asking.decisionId, id);
  return orm
    .select()
    .from(asking)
    .where(and(eq(asking.partnershipId, partnershipId), about))
    .orderBy(desc(asking.askedAt), desc(asking.id))
    .all();
}

/** Every asking of a partnership, the newest first. */
export function askingsIn(orm: Orm, partnershipId: string): AskingRow[] {
  return orm
    .select()
    .from(asking)
    .where(eq(asking.partnershipId, partnershipId))
    .orderBy(desc(asking.askedAt), desc(asking.id))
    .all();
}

/** Who is asked, in each of these. */
export function peopleAsked(orm: Orm, ids: readonly string[]): Map<string, AskedPerson[]> {
  const found = new Map<string, AskedPerson[]>(ids.map((id) => [id, []]));
  const rows = orm
    .select()
    .from(askingPerson)
    .where(inArray(askingPerson.askingId, [...ids]))
    .orderBy(asc(askingPerson.memberId))
    .all();
  for (const { askingId, memberId, seatId } of rows) found.get(askingId)?.push({ memberId, seatId });
  return found;
}

/** Changes an asking that was read in the same transaction. */
export function saveAsking(orm: Orm, { id, revision }: AskingRow, change: Partial<NewRow>): void {
  orm
    .update(asking)
    .set({ ...change, revision: revision + 1 })
    .where(eq(asking.id, id))
    .run();
}

/** Those of which somebody is to be reminded by now. */
export function toRemind(orm: Orm, now: number): AskingRow[] {
  const waiting = and(isNotNull(asking.remindAt), lte(asking.remindAt, now));
  return orm
    .select()
    .from(asking)
    .where(and(waiting, isNull(asking.withdrawnAt), isNull(asking.outcomeAt)))
    .orderBy(asc(asking.remindAt))
    .all();
}

/** When somebody is reminded, or was, does not count as a change of what was asked. */
export function reminded(orm: Orm, id: string): void {
  orm.update(asking).set({ remindAt: null }).where(eq(asking.id, id)).run();
}
