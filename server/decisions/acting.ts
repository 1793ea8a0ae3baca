import type { NewAct } from '../../shared/decisions/changeApi.ts';
import type { ActAnswer } from '../../shared/decisions/recordApi.ts';
import { isRefusal, type Refusal } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import type { DecisionAccess } from './access.ts';
import { perform } from './perform.ts';
import { shownReceipt } from './receipts.ts';
import { shown } from './shown.ts';

/** One act of a person over HTTP: its receipt, with the decision as it then is. */
export function act(context: Context, access: DecisionAccess, asked: NewAct): ActAnswer | Refusal {
  const { decisionId, member } = access;
  const performed = perform(context, { decisionId, memberId: member.id, ...asked });
  if (isRefusal(performed)) return performed;
  const decision = shown(context, access);
  if (isRefusal(decision)) return decision;
  return { receipt: shownReceipt(context.db.orm, access.partnershipId, performed.kept), decision };
}
