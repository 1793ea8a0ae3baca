import type { Actor } from './actions.ts';
import { actsOf } from './actsOf.ts';
import { type Decision, openRound, sealedOf } from './decision.ts';
import { isReviewDue } from './effect.ts';
import { consensusRounds, current } from './facts.ts';
import { DAY } from './moments.ts';
import type { Need, Offer } from './offers.ts';

/** Whether anything in this decision can wait for anyone: what a list may pass over, without looking at who asks. */
export function mayWait({ state, bodies, statement, review, life }: Decision): boolean {
  if (state.kind === 'open') return true;
  if (state.kind === 'draft' || state.ending.kind === 'withdrawn' || life.kind === 'over') return false;
  const unanswered = bodies.some(
    ({ answer }) =>
      answer === null || (answer.kind === 'ratified_with_condition' && answer.accepted === null),
  );
  return unanswered || statement === null || review?.told === true;
}

/** What waits for this person in this decision, the most pressing first. */
export function needsOf(decision: Decision, actor: Actor, now: number, acts?: readonly Offer[]): Need[] {
  if (decision.state.kind === 'draft') return [];
  const found = new Set<Need>();
  const offers = acts ?? actsOf(decision, actor, now);
  const mustSay = offers.some(({ kind }) => kind === 'declare_capacity') && sitsTwice(decision, actor);
  if (mustSay && openRound(decision, now)) found.add('say_for_whom');
  for (const offer of offers) {
    const need = needOf(decision, offer, now);
    if (need !== undefined) found.add(need);
  }
  if (isReviewDue(decision, now) && offers.some(({ kind }) => kind === 'review')) found.add('review');
  return ORDER.filter((need) => found.has(need));
}

const ORDER: readonly Need[] = [
  'say_for_whom',
  'answer',
  'confirm',
  'test_block',
  'decide',
  'answer_for_body',
  'answer_block',
  'answer_condition',
  'write_statement',
  'review',
];

function needOf(decision: Decision, offer: Offer, now: number): Need | undefined {
  switch (offer.kind) {
    case 'take_position':
      return answerNeeded(decision, offer.seat);
    case 'test_block':
    case 'decide':
    case 'answer_condition':
      return offer.kind;
    case 'answer_for_body':
      return offer.needsReference ? undefined : offer.kind;
    case 'answer_block':
      return decision.blocks.findLast(({ seat }) => seat === offer.block)?.answer ? undefined : offer.kind;
    case 'write_statement':
      return now < (statementUntil(decision) ?? now) ? offer.kind : undefined;
    default:
      return undefined;
  }
}

const STATEMENT_DAYS = 14;

/**
 * Until when someone is asked to write the statement that goes with an outcome; null where nobody is. After that the
 * outcome stands without one. It may still be written, but it waits for nobody.
 */
export function statementUntil({ state, statement }: Decision): number | null {
  if (state.kind !== 'ended' || state.ending.kind === 'withdrawn' || statement) return null;
  return state.at + STATEMENT_DAYS * DAY;
}

function answerNeeded(decision: Decision, seat: string): Need | undefined {
  const round = decision.rounds.at(-1);
  if (!round || current(round).some((each) => each.seat === seat)) return undefined;
  const spoke = consensusRounds(decision).some(({ positions }) =>
    positions.some((each) => each.seat === seat),
  );
  return spoke && round.step === null ? 'confirm' : 'answer';
}

function sitsTwice(decision: Decision, actor: Actor): boolean {
  return sealedOf(decision).electorate.filter(({ id }) => actor.seats.includes(id)).length > 1;
}
