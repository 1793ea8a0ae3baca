import { isRefusal, type Refusal } from '../refusal.ts';
import type { Now, PersonAction } from './actions.ts';
import { no, words } from './acts/act.ts';
import * as afterwards from './acts/afterwards.ts';
import { amend } from './acts/amending.ts';
import * as blocks from './acts/blocks.ts';
import * as drafting from './acts/drafting.ts';
import * as meeting from './acts/meeting.ts';
import * as people from './acts/people.ts';
import * as positions from './acts/positions.ts';
import type { Decision } from './decision.ts';
import { type Applied, followedBy } from './entries.ts';
import { proceed } from './onward.ts';
import { advance } from './time.ts';

/**
 * One act of one person on a decision, at a moment. Whatever time had brought by then comes first, so that a deadline
 * bites whether or not anything ran when it passed; and a step of the ladder that waited for this act starts. Gives the decision as it is then with the entries for the ledger,
 * in order; or the reason why not, and then nothing has changed. The action must fit `personAction`.
 */
export function apply(decision: Decision, action: PersonAction, context: Now): Applied | Refusal {
  const so = advance(decision, context.now);
  const acted = act(so.decision, action, context);
  if (isRefusal(acted)) return acted;
  return followedBy(
    followedBy(so, () => acted),
    (after) => proceed(after, context.now),
  );
}

function act(decision: Decision, action: PersonAction, context: Now): Applied | Refusal {
  switch (action.kind) {
    case 'set_draft':
      return drafting.setDraft(decision, action, context);
    case 'take_temperature':
      return drafting.takeTemperature(decision, action, context);
    case 'open':
      return drafting.open(decision, action, context);
    case 'withdraw':
      return drafting.withdraw(decision, action, context);
    case 'declare_capacity':
      return positions.declareCapacity(decision, action, context);
    default:
      return decision.sealed ? actOnOpened(decision, action, context) : no(words.stillDraft);
  }
}

type OnOpened = Exclude<
  PersonAction,
  { kind: 'set_draft' | 'take_temperature' | 'open' | 'withdraw' | 'declare_capacity' }
>;

/** What can only be done once a decision has been opened. */
function actOnOpened(decision: Decision, action: OnOpened, context: Now): Applied | Refusal {
  switch (action.kind) {
    case 'take_position':
      return positions.takePosition(decision, action, context);
    case 'confirm_position':
      return positions.confirmPosition(decision, action, context);
    case 'hold_meeting':
      return meeting.holdMeeting(decision, action, context);
    case 'open_next_round':
      return meeting.openNextRound(decision, action, context);
    case 'close_early':
      return meeting.closeEarly(decision, action, context);
    case 'extend':
      return meeting.extend(decision, action, context);
    case 'decide':
      return meeting.decide(decision, action, context);
    case 'amend':
      return amend(decision, action, context);
    case 'test_block':
    case 'answer_block':
    case 'release_block':
    case 'handle_conflict':
    case 'seat_leaves':
    case 'seat_joins':
      return decision.state.kind === 'ended' ? no(words.ended) : onTheWay(decision, action, context);
    case 'answer_for_body':
      return afterwards.answerForBody(decision, action, context);
    case 'answer_condition':
      return afterwards.answerCondition(decision, action, context);
    case 'meet_condition':
      return afterwards.meetCondition(decision, action, context);
    case 'add_minority_statement':
      return afterwards.addMinorityStatement(decision, action, context);
    case 'write_statement':
      return afterwards.writeStatement(decision, action, context);
    case 'correct':
      return afterwards.correct(decision, action, context);
    case 'stop_trial':
      return afterwards.stopTrial(decision, action, context);
    case 'review':
      return afterwards.review(decision, action, context);
    case 'supersede':
      return afterwards.supersede(decision, action, context);
  }
}

type OnTheWay = Extract<
  OnOpened,
  {
    kind: 'test_block' | 'answer_block' | 'release_block' | 'handle_conflict' | 'seat_leaves' | 'seat_joins';
  }
>;

function onTheWay(decision: Decision, action: OnTheWay, context: Now): Applied | Refusal {
  switch (action.kind) {
    case 'test_block':
      return blocks.testBlock(decision, action, context);
    case 'answer_block':
      return blocks.answerBlock(decision, action, context);
    case 'release_block':
      return blocks.releaseBlock(decision, action, context);
    case 'handle_conflict':
      return people.handleConflict(decision, action, context);
    case 'seat_leaves':
      return people.seatLeaves(decision, action, context);
    case 'seat_joins':
      return people.seatJoins(decision, action, context);
  }
}
