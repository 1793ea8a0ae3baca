import type { NewAct } from '../../shared/decisions/changeApi.ts';
import type { ActAnswer } from '../../shared/decisions/recordApi.ts';
import { decisionRecordWords as words } from '../../shared/messages/en/decisionRecord.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import type { DecisionAccess } from './access.ts';
import { perform } from './perform.ts';
import { shownReceipt } from './receipts.ts';
import { shown } from './shown.ts';

/** One act of a person over HTTP: its receipt, with the decision as it then is. */
export function act(context: Context, access: DecisionAccess, asked: NewAct): ActAnswer | Refusal {
  const { decisionId, member } = access;
  const { action } = asked;
  // Who signed in does not come by a link: what the record says of how an answer came has to be so.
  if ('through' in action && action.through?.channel === 'link')
    return refuse('not_allowed', words.notByLink);
  const performed = perform(context, { decisionId, memberId: member.id, ...asked });
  if (isRefusal(performed)) return performed;
  const decision = shown(context, access);
  if (isRefusal(decision)) return decision;
  return { receipt: shownReceipt(context.db.orm, access.partnershipId, performed.kept), decision };
}
