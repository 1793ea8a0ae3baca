import { transact } from '../../db/transact.ts';
import { advance } from '../../shared/decisions/time.ts';
import type { Context } from '../context.ts';
import { type Keeping, keep } from './keep.ts';
import { decisionRow, dueIds, postpone } from './store.ts';

type Needed = Pick<Context, 'db' | 'log'> & Keeping;

/** What fails is a fault of ours, which a second later is still there. */
const AGAIN_AFTER_MS = 60_000;

/**
 * Carries out whatever time has brought by `now`, each decision in a transaction of its own, in which it is looked at
 * again: of two who do this at once, one finds nothing left to do. One decision that fails does not hold up the others.
 */
export function carryOut(context: Needed, now: number): void {
  for (const id of dueIds(context.db.orm, now)) {
    try {
      carryOutOne(context, id, now);
    } catch (error) {
      context.log.error({ err: error, decisionId: id }, 'what is due could not be carried out');
      postpone(context.db.orm, id, now + AGAIN_AFTER_MS);
    }
  }
}

function carryOutOne(context: Needed, id: string, now: number): void {
  transact(context.db, (orm, afterCommit) => {
    const row = decisionRow(orm, id);
    if (row?.dueAt == null || row.dueAt > now) return;
    const brought = advance(row.body, now);
    if (brought.entries.length > 0) keep(context, { orm, afterCommit }, row, brought, now);
  });
}
