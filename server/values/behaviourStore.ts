import { and, eq } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { behaviour, behaviourVersion } from '../../db/schema/values.ts';
import { transact } from '../../db/transact.ts';
import { valuesWords as words } from '../../shared/messages/en/values.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import type { BehaviourWording, NewBehaviour } from '../../shared/values/changes.ts';
import { adoptedOf, signedOf } from '../../shared/values/inUse.ts';
import { mayRetire, mayWrite } from '../../shared/values/may.ts';
import { record } from '../journal/store.ts';
import { type Change, entryOf } from '../partnerships/changing.ts';
import { noteSigned } from './noteInLedger.ts';
import { keptBehaviours, keptValues } from './store.ts';
import { doerOf } from './valueStore.ts';

const MOST_BEHAVIOURS = 120;

/** Writes down what a leader will and will not do. It counts once they have signed it. */
export function writeBehaviour(db: Db, by: Change, id: string, wanted: NewBehaviour): Refusal | undefined {
  return transact(db, (orm, afterCommit) => {
    const refusal = mayWrite(doerOf(db, by), by.memberId) ?? wrongIn(db, by, wanted);
    if (refusal) return refusal;
    const { partnershipId, memberId, at } = by;
    const here = keptBehaviours(db, partnershipId).filter(({ retiredAt }) => retiredAt === null);
    if (here.length >= MOST_BEHAVIOURS) return refuse('conflict', words.tooMany);
    orm.insert(behaviour).values({ id, partnershipId, leaderId: memberId, createdAt: at }).run();
    addVersion(orm, by, { behaviourId: id, version: 1, ...wanted });
    afterCommit(by.changed);
    return undefined;
  });
}

/** Writes a behaviour anew. What was signed stays as it was signed, and counts until these words are signed too. */
export function rewordBehaviour(
  db: Db,
  by: Change,
  behaviourId: string,
  { basedOn, ...wanted }: BehaviourWording,
): Refusal | undefined {
  return transact(db, (orm, afterCommit) => {
    const found = ownBehaviour(db, by, behaviourId);
    if ('refused' in found) return found;
    if (found.newest.version !== basedOn) return refuse('conflict', words.newerWords);
    const refusal = wrongIn(db, by, wanted);
    if (refusal) return refusal;
    addVersion(orm, by, { behaviourId, version: basedOn + 1, ...wanted });
    afterCommit(by.changed);
    return undefined;
  });
}

/** Signs a behaviour, in exactly the words that its leader read. */
export function signBehaviour(
  db: Db,
  by: Change,
  {
    behaviourId,
    version,
    newId,
  }: { readonly behaviourId: string; readonly version: number; readonly newId: () => string },
): Refusal | undefined {
  return transact(db, (orm, afterCommit) => {
    const found = ownBehaviour(db, by, behaviourId);
    if ('refused' in found) return found;
    const { newest } = found;
    if (newest.version !== version) return refuse('conflict', words.notNewest);
    if (newest.signedAt !== null) return refuse('conflict', words.alreadySigned);
    orm
      .update(behaviourVersion)
      .set({ signedAt: by.at })
      .where(and(eq(behaviourVersion.behaviourId, behaviourId), eq(behaviourVersion.version, version)))
      .run();
    record(orm, { kind: 'behaviour_signed', detail: { will: newest.will }, ...entryOf(by, behaviourId) });
    noteSigned(orm, by, newId, newest);
    afterCommit(by.changed);
    return undefined;
  });
}

/** Takes back a behaviour: its leader at any time, a facilitator while no decision has adopted it. */
export function retireBehaviour(
  db: Db,
  by: Change,
  behaviourId: string,
  reason: string,
): Refusal | undefined {
  return transact(db, (orm, afterCommit) => {
    const found = keptBehaviours(db, by.partnershipId).find(({ id }) => id === behaviourId);
    // What nobody but its leader has been shown is not there for others.
    if (!found || (found.leaderId !== by.memberId && signedOf(found.versions).length === 0))
      return refuse('not_found', words.gone);
    if (found.retiredAt !== null) return refuse('conflict', words.retiredAlready);
    const adopted = adoptedOf(found.versions) !== undefined;
    const retiring = { adopted, ownerId: found.leaderId, kind: 'behaviour' as const };
    const refusal = mayRetire(doerOf(db, by), retiring);
    if (refusal) return refusal;
    orm
      .update(behaviour)
      .set({ retiredAt: by.at, retiredBy: by.memberId, retiredReason: reason })
      .where(eq(behaviour.id, behaviourId))
      .run();
    const signed = signedOf(found.versions).at(-1);
    if (signed)
      record(orm, {
        kind: 'behaviour_retired',
        detail: { will: signed.will, reason },
        ...entryOf(by, behaviourId),
      });
    else record(orm, { kind: 'behaviour_dropped', detail: {}, ...entryOf(by, behaviourId) });
    afterCommit(by.changed);
    return undefined;
  });
}

function ownBehaviour(db: Db, by: Change, behaviourId: string) {
  const found = keptBehaviours(db, by.partnershipId).find(({ id }) => id === behaviourId);
  const newest = found?.versions.at(-1);
  if (!found || !newest) return refuse('not_found', words.gone);
  const refusal = mayWrite(doerOf(db, by), found.leaderId);
  if (refusal) return refusal;
  return found.retiredAt === null ? { newest } : refuse('conflict', words.retiredAlready);
}

/** A behaviour belongs to values that are there, and is looked at again on a day that is still to come. */
function wrongIn(db: Db, by: Change, { valueIds, reviewAt }: NewBehaviour): Refusal | undefined {
  if (reviewAt <= by.at) return refuse('invalid', words.reviewPast, { reviewAt: words.reviewPast });
  const here = keptValues(db, by.partnershipId).filter(({ retiredAt }) => retiredAt === null);
  return valueIds.every((id) => here.some((value) => value.id === id))
    ? undefined
    : refuse('invalid', words.unknownValue, { valueIds: words.unknownValue });
}

function addVersion(
  orm: Db['orm'],
  by: Change,
  version: Omit<typeof behaviourVersion.$inferInsert, 'at'>,
): void {
  orm
    .insert(behaviourVersion)
    .values({ ...version, writtenBy: by.memberId, at: by.at })
    .run();
  record(orm, {
    kind: 'behaviour_written',
    detail: {},
    ...entryOf(by, version.behaviourId),
  });
}
