import type { Db } from '../../db/open.ts';
import { type Draft, type Whole, wholeOf } from '../../shared/decisions/draft.ts';
import { library } from '../../shared/decisions/library/library.ts';
import { say } from '../../shared/decisions/say.ts';
import { mayBearItsName } from '../../shared/decisions/tightening/namesakes.ts';
import { decisionRecordWords as words } from '../../shared/messages/en/decisionRecord.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts';
import { rulesInUse } from './ruleStore.ts';

/**
 * The whole of a draft as it would be opened at this moment; refused with everything that stands against it at once,
 * also that its rule bears the name of one that it is looser than.
 */
export function readyToOpen({ orm }: Db, partnershipId: string, draft: Draft, now: number): Whole | Refusal {
  const whole = wholeOf(draft, now);
  const { rule, electorate = [] } = draft;
  const known = [...rulesInUse(orm, partnershipId), ...library.map((each) => each.rule)];
  if (!rule || mayBearItsName(rule, known, electorate.length)) return whole;
  const problem = say(words.looserName, { name: rule.name });
  if (!isRefusal(whole)) return refuse('invalid', problem, { rule: problem });
  return { ...whole, fields: { ...whole.fields, rule: whole.fields?.rule ?? problem } };
}
