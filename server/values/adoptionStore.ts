import { and, asc, desc, eq } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import {
  behaviour,
  behaviourVersion,
  decisionOnValue,
  sharedValue,
  sharedValueVersion,
} from '../../db/schema/values.ts';
import type { Block } from '../../shared/documents/blocks.ts';
import { itemsIn } from '../../shared/values/proposal.ts';
import { record } from '../journal/store.ts';
import { noteAdopted } from './noteInLedger.ts';
import { keptBehaviours, keptValues } from './store.ts';

type Orm = Db['orm'];

/** What a decision is asked to make of one value or behaviour: adopt this version of it, or (null) take it back. */
export type Named = Omit<typeof decisionOnValue.$inferSelect, 'decisionId'>;

/** Writes down what a decision would make of values and behaviours. It counts when the decision is agreed. */
export function nameInDecision(orm: Orm, decisionId: string, named: readonly Named[]): void {
  if (named.length === 0) return;
  orm
    .insert(decisionOnValue)
    .values(named.map((one) => ({ ...one, decisionId })))
    .run();
}

/** Whether a decision names any value or behaviour: most don't. */
export function namesValues(orm: Orm, decisionId: string): boolean {
  return (
    orm.select().from(decisionOnValue).where(eq(decisionOnValue.decisionId, decisionId)).get() !== undefined
  );
}

export interface Agreed {
  readonly decisionId: string;
  readonly partnershipId: string;
  /** The decision's number for the journal; null where not everyone may know of it. */
  readonly number: number | null;
  /** The words that were agreed. */
  readonly blocks: readonly Block[];
  readonly at: number;
}

/**
 * Adopts and takes back what an agreed decision names, wherever its words still say what was put. Call it inside the
 * transaction in which the decision ends.
 */
export function adoptAgreed(orm: Orm, { decisionId, partnershipId, number, blocks, at }: Agreed): void {
  const says = itemsIn(blocks);
  const named = orm
    .select()
    .from(decisionOnValue)
    .where(eq(decisionOnValue.decisionId, decisionId))
    .orderBy(desc(decisionOnValue.kind), asc(decisionOnValue.subjectId))
    .all();
  const gone = retiredIn(orm, partnershipId);
  const agreed = named.filter(({ hash, subjectId }) => says.has(hash) && !gone.has(subjectId));
  const words = wordsIn(orm, partnershipId);
  const adoptedNow = agreed.filter((one) => adopt(orm, one));
  const retiredNow = agreed.filter((one) => retire(orm, one, at));
  const [adopted, retired] = [adoptedNow.flatMap(words), retiredNow.flatMap(words)];
  const known = number === null ? null : decisionId;
  noteAdopted(orm, { partnershipId, decision: known, at }, [...adoptedNow, ...retiredNow]);
  const entry = { partnershipId, subjectId: decisionId, memberId: null, at };
  if (adopted.length > 0)
    record(orm, { kind: 'values_adopted', detail: { decision: number, words: adopted }, ...entry });
  if (retired.length > 0)
    record(orm, { kind: 'values_retired', detail: { decision: number, words: retired }, ...entry });
}

/** What was taken back meanwhile stays so: a decision adopts only what is still there. */
function retiredIn(orm: Orm, partnershipId: string): ReadonlySet<string> {
  const all = [...keptValues({ orm }, partnershipId), ...keptBehaviours({ orm }, partnershipId)];
  return new Set(all.filter(({ retiredAt }) => retiredAt !== null).map(({ id }) => id));
}

type Row = typeof decisionOnValue.$inferSelect;

function adopt(orm: Orm, { kind, subjectId, version, decisionId }: Row): boolean {
  if (version === null) return false;
  const { changes } =
    kind === 'value'
      ? orm
          .update(sharedValueVersion)
          .set({ decisionId })
          .where(and(eq(sharedValueVersion.valueId, subjectId), eq(sharedValueVersion.version, version)))
          .run()
      : orm
          .update(behaviourVersion)
          .set({ decisionId })
          .where(and(eq(behaviourVersion.behaviourId, subjectId), eq(behaviourVersion.version, version)))
          .run();
  return changes > 0;
}

function retire(orm: Orm, { kind, subjectId, version, decisionId }: Row, at: number): boolean {
  if (version !== null) return false;
  const end = { retiredAt: at, retiredDecisionId: decisionId };
  const { changes } =
    kind === 'value'
      ? orm.update(sharedValue).set(end).where(eq(sharedValue.id, subjectId)).run()
      : orm.update(behaviour).set(end).where(eq(behaviour.id, subjectId)).run();
  return changes > 0;
}

/** What a value or behaviour is called in the journal: its words, or what its leader will do. */
function wordsIn(orm: Orm, partnershipId: string) {
  const values = keptValues({ orm }, partnershipId);
  const behaviours = keptBehaviours({ orm }, partnershipId);
  return ({ kind, subjectId, version }: Row): string[] => {
    const is = (one: { version: number }) => version === null || one.version === version;
    if (kind === 'value')
      return values.flatMap(({ id, versions }) =>
        id === subjectId ? (versions.findLast(is)?.words ?? []) : [],
      );
    return behaviours.flatMap(({ id, versions }) =>
      id === subjectId ? (versions.findLast(is)?.will ?? []) : [],
    );
  };
}
