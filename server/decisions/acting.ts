import type { NewAct } from '../../shared/decisions/changeApi.ts';
import type { ActAnswer } from '../../shared/decisions/recordApi.ts';
import { decisionRecordWords as words } from '../../shared/messages/en/decisionRecord.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import type { DecisionAccess } from './access.ts';

/** One act of a person over HTTP. */
export function act(_context: Context, _access: DecisionAccess, _asked: NewAct): ActAnswer | Refusal {
  return refuse('conflict', words.notYet);
}
