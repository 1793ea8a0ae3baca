import type { PersonAction } from '../../shared/decisions/actions.ts';
import { apply } from '../../shared/decisions/apply.ts';
import { isRefusal } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { actorOf } from '../ledger/append.ts';
import type { CarryOver, TableChange } from '../partnerships/changing.ts';
import { actorFor } from './actors.ts';
import { keep } from './keep.ts';
import { memberHere } from './memberStore.ts';
import { openDecisions } from './store.ts';

/**
 * Carries a seat that comes or goes into every decision that is open, in the transaction of the change: there is no
 * moment in which a seat that is gone still counts, or a change of the table that a decision missed.
 */
export function carryTableOver(context: Context): CarryOver {
  return ({ orm, afterCommit }, { partnershipId, memberId, at }, change) => {
    const open = openDecisions(orm, partnershipId);
    const member = memberHere(context.db, partnershipId, memberId);
    if (open.length === 0 || !member) return;
    const actor = actorFor(member, actorOf(orm, { partnershipId, memberId, newId: context.newId }));
    for (const row of open) {
      const applied = apply(row.body, asAction(change), { now: at, actor });
      // A seat that came after opening was never counted, so that its going changes nothing here.
      if (!isRefusal(applied)) keep(context, { orm, afterCommit }, row, applied, at);
    }
  };
}

function asAction(change: TableChange): PersonAction {
  switch (change.kind) {
    case 'seat_leaves':
      return { kind: 'seat_leaves', seat: change.id, reason: change.reason };
    case 'seat_joins': {
      const { id, name, side } = change;
      return { kind: 'seat_joins', seat: { id, side, body: { id, name } } };
    }
  }
}
