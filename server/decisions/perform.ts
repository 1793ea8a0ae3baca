import { transact } from '../../db/transact.ts';
import type { PersonAction } from '../../shared/decisions/actions.ts';
import { apply } from '../../shared/decisions/apply.ts';
import { isRefusal, type Refusal } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { actorOf } from '../ledger/append.ts';
import { versionOf } from '../partnerships/version.ts';
import { actorFor } from './actors.ts';
import { type Keeping, keep } from './keep.ts';
import { type KeptLine, lineAt } from './linesStore.ts';
import { mayRead } from './mayRead.ts';
import { memberHere } from './memberStore.ts';
import { prepare } from './prepare.ts';
import { doneBefore, keepRequest } from './requestStore.ts';
import { decisionRow } from './store.ts';

export interface Asked {
  readonly decisionId: string;
  readonly memberId: string;
  readonly action: PersonAction;
  readonly requestId: string;
}

type Needed = Pick<Context, 'db' | 'newId' | 'now'> & Keeping;

/** What an act became: its line in the ledger. */
export interface Performed {
  readonly kept: KeptLine;
}

/**
 * One act of one member on a decision: in one transaction it is judged by the clock and by what they hold at this
 * moment, saved, and written into the ledger. The same request again changes nothing, and gives the same. Nothing at
 * all has changed when it is refused.
 */
export function perform(context: Needed, asked: Asked): Performed | Refusal {
  const { db, newId } = context;
  const { decisionId, memberId } = asked;
  return transact<Performed | Refusal>(db, (orm, afterCommit) => {
    // Read inside the transaction: whoever waited for it may have waited past the deadline.
    const now = context.now();
    const row = decisionRow(orm, decisionId);
    const member = row && memberHere(db, row.partnershipId, memberId);
    if (!row || !member || !mayRead(row, member)) return notFound();
    const { partnershipId } = row;
    const request = { decisionId, memberId, requestId: nameOf(asked) };
    const before = doneBefore(orm, request);
    if (before !== undefined) return { kept: lineAt(orm, partnershipId, before) };
    const prepared = prepare(context, row, asked.action, { now, roles: member.roles });
    if (isRefusal(prepared)) return prepared;
    const actor = actorFor(member, actorOf(orm, { partnershipId, memberId, newId }), row);
    const applied = apply(prepared.decision, prepared.action, { now, actor });
    if (isRefusal(applied)) return applied;
    const receipts = keep(context, { orm, afterCommit }, row, applied, now);
    const own = applied.entries.findIndex(({ by }) => by === actor.id);
    const { seq } = receipts[own] as { seq: number };
    keepRequest(orm, { ...request, seq, at: now });
    return { kept: lineAt(orm, partnershipId, seq) };
  });
}

/** With what it asks for in its name: another act that was sent under the same name by mistake is not lost. */
function nameOf({ requestId, action }: Asked): string {
  return `${requestId} ${versionOf(action)}`;
}
