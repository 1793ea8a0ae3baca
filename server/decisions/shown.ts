import type { DecisionAnswer } from '../../shared/decisions/recordApi.ts';
import { decisionRecordWords as words } from '../../shared/messages/en/decisionRecord.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import type { DecisionAccess } from './access.ts';

/** A decision as one person may see it. */
export function shown(_context: Context, _access: DecisionAccess): DecisionAnswer | Refusal {
  return refuse('conflict', words.notYet);
}
