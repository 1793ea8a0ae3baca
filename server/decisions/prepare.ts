import type { PersonAction } from '../../shared/decisions/actions.ts';
import type { Decision } from '../../shared/decisions/decision.ts';
import { decisionRecordWords as words } from '../../shared/messages/en/decisionRecord.ts';
import type { Role } from '../../shared/partnerships/roles.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { actorOf } from '../ledger/append.ts';
import { blockSeat } from './blockNames.ts';
import { atThisMoment } from './electorate.ts';
import { memberHere } from './memberStore.ts';
import { readyToOpen } from './ready.ts';
import { areDecisionsOf, type DecisionRow } from './store.ts';
import { hasWords } from './textStore.ts';

export interface Prepared {
  readonly decision: Decision;
  readonly action: PersonAction;
}

/**
 * What somebody asked for, in the engine's own terms: members by their names in the ledger, blocks by their seats, and
 * at opening the seats and values as they are at this moment, whatever the browser knew. Call it inside the transaction.
 */
export function prepare(
  context: Pick<Context, 'db' | 'newId'>,
  { id, partnershipId, body: decision }: DecisionRow,
  action: PersonAction,
  { now, roles }: { readonly now: number; readonly roles: readonly Role[] },
): Prepared | Refusal {
  const { db } = context;
  switch (action.kind) {
    case 'set_draft':
    case 'seat_leaves':
    case 'seat_joins':
      return refuse('not_allowed', words.notByHand);
    case 'open': {
      const draft = atThisMoment(db, partnershipId, decision.draft, now);
      if (draft.electorate?.length === 0) return refuse('conflict', words.nobodyVotes);
      // Who may not open it, or comes too late, is told that instead, by the act itself.
      const opens = decision.state.kind === 'draft' && roles.includes('facilitator');
      const ready = opens ? readyToOpen(db, partnershipId, draft, now) : undefined;
      if (isRefusal(ready)) return ready;
      return { decision: decision.sealed ? decision : { ...decision, draft }, action };
    }
    case 'take_position': {
      const through = witnessed(context, partnershipId, action.through);
      return isRefusal(through) ? through : { decision, action: { ...action, through } };
    }
    case 'amend':
      return hasWords(db.orm, id, action.hash)
        ? { decision, action }
        : refuse('invalid', words.wordsUnknown, { hash: words.wordsUnknown });
    case 'supersede':
      return action.by !== id && areDecisionsOf(db.orm, partnershipId, [action.by])
        ? { decision, action }
        : refuse('invalid', words.followsUnknown, { by: words.followsUnknown });
    case 'test_block':
    case 'answer_block':
    case 'release_block':
      return { decision, action: { ...action, seat: blockSeat(decision, action.seat) } };
    case 'decide':
      return { decision, action: { ...action, answers: answered(decision, action.answers) } };
    default:
      return { decision, action };
  }
}

type Through = Extract<PersonAction, { kind: 'take_position' }>['through'];

function witnessed(
  { db, newId }: Pick<Context, 'db' | 'newId'>,
  partnershipId: string,
  through: Through,
): Through | Refusal {
  if (!('witness' in through)) return through;
  const memberId = through.witness;
  if (!memberHere(db, partnershipId, memberId))
    return refuse('invalid', words.memberUnknown, { witness: words.memberUnknown });
  return { ...through, witness: actorOf(db.orm, { partnershipId, memberId, newId }) };
}

function answered(decision: Decision, answers: Extract<PersonAction, { kind: 'decide' }>['answers']) {
  return answers.map(({ seat, text }) => ({ seat: blockSeat(decision, seat), text }));
}
