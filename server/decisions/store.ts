import { and, asc, count, desc, eq, gt, inArray, isNotNull, lt, lte, max, or } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { decision } from '../../db/schema/decisions.ts';
import type { Decision } from '../../shared/decisions/decision.ts';
import { mayWait } from '../../shared/decisions/needsOf.ts';
import { due } from '../../shared/decisions/time.ts';
import { isHiding } from '../../shared/decisions/view.ts';

type Orm = Db['orm'];
export type DecisionRow = typeof decision.$inferSelect;

/** A decision as it is stored. What time has brought since it was last changed is not in it. */
export function decisionRow(orm: Orm, decisionId: string): DecisionRow | undefined {
  return orm.select().from(decision).where(eq(decision.id, decisionId)).get();
}

/** Adds a draft under the partnership's next number. Call it inside a transaction, so that no two get one number. */
export function addDecision(
  orm: Orm,
  row: Pick<DecisionRow, 'id' | 'partnershipId' | 'sensitivity' | 'createdBy' | 'createdAt' | 'body'>,
): DecisionRow {
  const { partnershipId, createdAt, body } = row;
  const highest = orm
    .select({ number: max(decision.number) })
    .from(decision)
    .where(eq(decision.partnershipId, partnershipId))
    .get();
  const number = (highest?.number ?? 0) + 1;
  return orm
    .insert(decision)
    .values({ ...row, ...columnsOf(body), number, revision: 1, changedAt: createdAt })
    .returning()
    .get();
}

/** Puts a newer state of a decision in the place of the one that was read in the same transaction. */
export function saveDecision(
  orm: Orm,
  { id, revision }: DecisionRow,
  body: Decision,
  at: number,
  sensitivity?: DecisionRow['sensitivity'],
): void {
  orm
    .update(decision)
    .set({
      ...columnsOf(body),
      body,
      revision: revision + 1,
      changedAt: at,
      ...(sensitivity === undefined ? {} : { sensitivity }),
    })
    .where(eq(decision.id, id))
    .run();
}

/** What lists and the clock look for, said again beside the whole. */
function columnsOf(body: Decision) {
  const { state, draft, sealed } = body;
  return {
    question: (sealed ?? draft).question ?? '',
    state: state.kind,
    ending: state.kind === 'ended' ? state.ending.kind : null,
    dueAt: due(body)?.at ?? null,
    waits: mayWait(body),
    hides: isHiding(body),
    follows: (sealed ?? draft).follows ?? null,
  };
}

/** The decisions that time has something to do to, the longest due first; of those due at one moment, the oldest. */
export function dueIds(orm: Orm, now: number): string[] {
  return orm
    .select({ id: decision.id })
    .from(decision)
    .where(and(isNotNull(decision.dueAt), lte(decision.dueAt, now)))
    .orderBy(asc(decision.dueAt), asc(decision.number), asc(decision.id))
    .all()
    .map(({ id }) => id);
}

/** The open decisions to which time does something between these moments. */
export function closingBetween(orm: Orm, after: number, until: number): string[] {
  return orm
    .select({ id: decision.id })
    .from(decision)
    .where(and(gt(decision.dueAt, after), lte(decision.dueAt, until), eq(decision.state, 'open')))
    .all()
    .map(({ id }) => id);
}

/** Looks at a decision again later. What is due in it stays due. */
export function postpone(orm: Orm, decisionId: string, until: number): void {
  orm.update(decision).set({ dueAt: until }).where(eq(decision.id, decisionId)).run();
}

/** The decisions of a partnership that are open, the oldest first. */
export function openDecisions(orm: Orm, partnershipId: string): DecisionRow[] {
  const open = and(eq(decision.partnershipId, partnershipId), eq(decision.state, 'open'));
  return orm.select().from(decision).where(open).orderBy(asc(decision.number)).all();
}

/** Whether somewhere in the partnership answers are being given that not everyone may see. */
export function isAnyHiding(orm: Orm, partnershipId: string): boolean {
  const hiding = and(eq(decision.partnershipId, partnershipId), eq(decision.hides, true));
  return orm.select({ id: decision.id }).from(decision).where(hiding).limit(1).get() !== undefined;
}

export interface Page {
  readonly state?: DecisionRow['state'];
  readonly below?: number;
  readonly most: number;
}

/** So many decisions of a partnership, the newest first. */
export function decisionsIn(orm: Orm, partnershipId: string, { state, below, most }: Page): DecisionRow[] {
  return orm
    .select()
    .from(decision)
    .where(
      and(
        eq(decision.partnershipId, partnershipId),
        state === undefined ? undefined : eq(decision.state, state),
        below === undefined ? undefined : lt(decision.number, below),
      ),
    )
    .orderBy(desc(decision.number))
    .limit(most)
    .all();
}

/** Every decision that can wait for someone, the newest first. */
export function waitingIn(orm: Orm, partnershipId: string): DecisionRow[] {
  const waits = and(eq(decision.partnershipId, partnershipId), eq(decision.waits, true));
  return orm.select().from(decision).where(waits).orderBy(desc(decision.number)).all();
}

/** Every decision that has a time ahead of it or that can wait for someone, the newest first. */
export function datedIn(orm: Orm, partnershipId: string): DecisionRow[] {
  const dated = or(eq(decision.waits, true), isNotNull(decision.dueAt));
  return orm
    .select()
    .from(decision)
    .where(and(eq(decision.partnershipId, partnershipId), dated))
    .orderBy(desc(decision.number))
    .all();
}

/** How many of each state and sensitivity there are. */
export function countsIn(orm: Orm, partnershipId: string) {
  return orm
    .select({ state: decision.state, count: count() })
    .from(decision)
    .where(and(eq(decision.partnershipId, partnershipId), eq(decision.sensitivity, 'members')))
    .groupBy(decision.state)
    .all();
}

export function restrictedIn(orm: Orm, partnershipId: string): DecisionRow[] {
  const restricted = and(eq(decision.partnershipId, partnershipId), eq(decision.sensitivity, 'restricted'));
  return orm.select().from(decision).where(restricted).all();
}

/** Decisions of a partnership that say that they follow this one. */
export function followersOf(orm: Orm, partnershipId: string, decisionId: string): DecisionRow[] {
  const following = and(eq(decision.partnershipId, partnershipId), eq(decision.follows, decisionId));
  return orm.select().from(decision).where(following).orderBy(asc(decision.number)).all();
}

/** Whether all of these are decisions of the partnership. */
export function areDecisionsOf(orm: Orm, partnershipId: string, ids: readonly string[]): boolean {
  const found = orm
    .select({ id: decision.id })
    .from(decision)
    .where(and(eq(decision.partnershipId, partnershipId), inArray(decision.id, [...ids])))
    .all();
  return found.length === new Set(ids).size;
}
