import { eq } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { sharedValue, sharedValueVersion } from '../../db/schema/values.ts';
import { transact } from '../../db/transact.ts';
import { valuesWords as words } from '../../shared/messages/en/values.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import type { NewValue, ValueWording } from '../../shared/values/changes.ts';
import { adoptedOf } from '../../shared/values/inUse.ts';
import { mayPropose, mayRetire } from '../../shared/values/may.ts';
import { record } from '../journal/store.ts';
import { before, type Change, entryOf } from '../partnerships/changing.ts';
import { heldSeats, rolesOf } from '../partnerships/store.ts';
import { keptValues, nextPosition } from './store.ts';

/** More than anyone keeps in mind. */
const MOST_VALUES = 60;

/** Proposes a value, under the seat of whoever does. */
export function proposeValue(db: Db, by: Change, id: string, wanted: NewValue): Refusal | undefined {
  return transact(db, (orm, afterCommit) => {
    const doer = doerOf(db, by);
    const refusal = mayPropose(doer);
    if (refusal) return refusal;
    const here = keptValues(db, by.partnershipId).filter(({ retiredAt }) => retiredAt === null);
    if (here.length >= MOST_VALUES) return refuse('conflict', words.tooMany);
    const position = nextPosition(db, by.partnershipId);
    orm.insert(sharedValue).values({ id, partnershipId: by.partnershipId, position, createdAt: by.at }).run();
    addVersion(orm, by, doer, { valueId: id, version: 1, ...wanted });
    record(orm, { kind: 'value_proposed', detail: { words: wanted.words }, ...entryOf(by, id) });
    afterCommit(by.changed);
    return undefined;
  });
}

/** Proposes other words for a value. The old ones stay, and count until a decision adopts the new ones. */
export function rewordValue(
  db: Db,
  by: Change,
  valueId: string,
  { basedOn, ...wanted }: ValueWording,
): Refusal | undefined {
  return transact(db, (orm, afterCommit) => {
    const doer = doerOf(db, by);
    const refusal = mayPropose(doer);
    if (refusal) return refusal;
    const found = keptValues(db, by.partnershipId).find(({ id }) => id === valueId);
    const newest = found?.versions.at(-1);
    if (!found || !newest) return refuse('not_found', words.gone);
    if (found.retiredAt !== null) return refuse('conflict', words.retiredAlready);
    if (newest.version !== basedOn) return refuse('conflict', words.newerWords);
    const from = before(newest, wanted);
    if (Object.keys(from).length === 0) return refuse('invalid', words.sameWords, { words: words.sameWords });
    addVersion(orm, by, doer, { valueId, version: basedOn + 1, ...wanted });
    const detail = { words: newest.words, from, to: before(wanted, newest) };
    record(orm, { kind: 'value_reworded', detail, ...entryOf(by, valueId) });
    afterCommit(by.changed);
    return undefined;
  });
}

/** Takes back a value that no decision has adopted. */
export function retireValue(db: Db, by: Change, valueId: string, reason: string): Refusal | undefined {
  return transact(db, (orm, afterCommit) => {
    const found = keptValues(db, by.partnershipId).find(({ id }) => id === valueId);
    const newest = found?.versions.at(-1);
    if (!found || !newest) return refuse('not_found', words.gone);
    if (found.retiredAt !== null) return refuse('conflict', words.retiredAlready);
    const adopted = adoptedOf(found.versions) !== undefined;
    const ownerId = found.versions[0]?.proposedBy ?? null;
    const refusal = mayRetire(doerOf(db, by), { adopted, ownerId, kind: 'value' });
    if (refusal) return refusal;
    orm
      .update(sharedValue)
      .set({ retiredAt: by.at, retiredBy: by.memberId, retiredReason: reason })
      .where(eq(sharedValue.id, valueId))
      .run();
    record(orm, { kind: 'value_retired', detail: { words: newest.words, reason }, ...entryOf(by, valueId) });
    afterCommit(by.changed);
    return undefined;
  });
}

type Doer = Pick<OwnMember, 'id' | 'roles' | 'seats'>;

/** What whoever acts holds at this moment: it may have changed since the request came. */
export function doerOf(db: Db, { memberId }: Change): Doer {
  return { id: memberId, roles: rolesOf(db, memberId), seats: heldSeats(db, memberId) };
}

function addVersion(
  orm: Db['orm'],
  { memberId, at }: Change,
  { seats: [seat] }: Doer,
  version: Omit<typeof sharedValueVersion.$inferInsert, 'at'>,
): void {
  orm
    .insert(sharedValueVersion)
    .values({ ...version, proposedBy: memberId, proposedSeat: seat?.id ?? null, at })
    .run();
}
