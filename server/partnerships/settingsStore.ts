import { eq } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { partnership } from '../../db/schema/partnerships.ts';
import { transact } from '../../db/transact.ts';
import type { PartnershipChange } from '../../shared/partnerships/changes.ts';
import { mayRun } from '../../shared/partnerships/running.ts';
import type { Refusal } from '../../shared/refusal.ts';
import { record } from '../journal/store.ts';
import { before, type Change, changedMeanwhile, entryOf } from './changing.ts';
import { partnershipVersion, runningOf } from './store.ts';

/** Changes what a partnership says of itself. Refused when someone else changed it since it was looked at. */
export function changePartnership(db: Db, by: Change, wanted: PartnershipChange): Refusal | undefined {
  return transact(db, (orm) => {
    const refusal = mayRun(runningOf(db, by.partnershipId), by.memberId);
    if (refusal) return refusal;
    const here = eq(partnership.id, by.partnershipId);
    const row = orm.select().from(partnership).where(here).get();
    const { version, reason, ...to } = wanted;
    if (!row || partnershipVersion(row) !== version) return changedMeanwhile();
    const from = before(row, to);
    if (Object.keys(from).length === 0) return undefined;
    orm.update(partnership).set(to).where(here).run();
    const detail = { from, to: before(to, row), reason };
    record(orm, { kind: 'partnership_changed', detail, ...entryOf(by, by.partnershipId) });
    return undefined;
  });
}
