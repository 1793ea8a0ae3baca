import { entry } from '../../ledger/entry.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { Now, Of } from '../actions.ts';
import { type BodyLine, type Decision, type GivenPosition, type Life, sealedOf } from '../decision.ts';
import { isPositive } from '../ending.ts';
import type { Applied } from '../entries.ts';
import { newest } from '../facts.ts';
import { DAY } from '../moments.ts';
import { done, mayActFor, must, no, words } from './act.ts';

/** A body says its own yes or no. Where it was referred to, it decides alone, and its condition needs nobody's consent. */
export function answerForBody(
  decision: Decision,
  { body, answer, reason, reference }: Of<'answer_for_body'>,
  { now, actor }: Now,
): Applied | Refusal {
  const line = decision.bodies.find((each) => each.body.id === body);
  if (!line) return no(words.noSuchBody);
  const may = actor.bodies.includes(body) || (actor.roles.includes('recorder') && reference !== undefined);
  if (!may) return refuse('not_allowed', words.notYourBody);
  if (line.answer) return no(words.bodyAnswered);
  const said = { at: now, by: actor.id, reason, reference: reference ?? null };
  const full =
    answer.kind === 'ratified_with_condition'
      ? { ...answer, accepted: line.why === 'referred' ? true : null, ...said }
      : { ...answer, ...said };
  const condition = answer.kind === 'ratified_with_condition' ? answer.condition : undefined;
  return done(
    withLine(decision, { ...line, answer: full }),
    entry('body_answered', now, actor.id, { body, answer: answer.kind }, { reason, condition, reference }),
  );
}

/** The partnership accepts a body's condition, or does not. */
export function answerCondition(
  decision: Decision,
  { body, accepted, reason }: Of<'answer_condition'>,
  { now, actor }: Now,
): Applied | Refusal {
  const refusal = must(actor, 'facilitator');
  if (refusal) return refusal;
  const line = decision.bodies.find((each) => each.body.id === body);
  if (line?.answer?.kind !== 'ratified_with_condition' || line.answer.accepted !== null)
    return no(words.noCondition);
  return done(
    withLine(decision, { ...line, answer: { ...line.answer, accepted } }),
    entry('condition_answered', now, actor.id, { body, accepted }, { reason }),
  );
}

function withLine(decision: Decision, next: BodyLine): Decision {
  return {
    ...decision,
    bodies: decision.bodies.map((line) => (line.body.id === next.body.id ? next : line)),
  };
}

/** Something that had to be so first is so. */
export function meetCondition(
  decision: Decision,
  { condition, reference }: Of<'meet_condition'>,
  { now, actor }: Now,
): Applied | Refusal {
  const refusal = must(actor, 'facilitator', 'recorder');
  if (refusal) return refusal;
  const known = sealedOf(decision).conditions ?? [];
  if (!known.some(({ id }) => id === condition)) return no(words.noCondition);
  if (decision.met.some((each) => each.condition === condition)) return no(words.conditionMet);
  return done(
    { ...decision, met: [...decision.met, { condition, at: now, reference }] },
    entry('condition_met', now, actor.id, { condition }, { reference }),
  );
}

/** A seat that did not carry the day adds its own words, within the rule's days. */
export function addMinorityStatement(
  decision: Decision,
  { seat, text }: Of<'add_minority_statement'>,
  { now, actor }: Now,
): Applied | Refusal {
  const { state } = decision;
  if (state.kind !== 'ended') return no(words.notEnded);
  const refusal = mayActFor(decision, actor, seat);
  if (refusal) return refusal;
  if (!isInMinority(decision, seat)) return no(words.notMinority);
  if (now >= state.at + sealedOf(decision).rule.minorityDays * DAY) return no(words.minorityLate);
  if (decision.minority.some((each) => each.seat === seat)) return no(words.minorityOnce);
  return done(
    { ...decision, minority: [...decision.minority, { seat, by: actor.id, at: now, text }] },
    entry('minority_statement', now, actor.id, { seat }, { text }),
  );
}

/**
 * Until when seats that did not carry the day may add their own words; null where there is no such seat, or no outcome.
 */
export function minorityUntil(decision: Decision): number | null {
  const { state, sealed } = decision;
  if (state.kind !== 'ended' || !sealed) return null;
  const any = [...lastWords(decision).values()].some((last) => lostWith(state, last));
  return any ? state.at + sealed.rule.minorityDays * DAY : null;
}

/** Whether a seat's last word was not what came of it. A seat that never spoke lost nothing. */
function isInMinority(decision: Decision, seat: string): boolean {
  const last = lastWords(decision).get(seat);
  const { state } = decision;
  return last !== undefined && state.kind === 'ended' && lostWith(state, last);
}

const lastWords = ({ rounds }: Decision) => newest(rounds.flatMap(({ positions }) => positions));

function lostWith(
  { ending }: Extract<Decision['state'], { kind: 'ended' }>,
  { position: { choice } }: GivenPosition,
): boolean {
  const inFavour = choice === 'agree' || choice === 'agree_with_reservations' || choice === 'for';
  return isPositive(ending) ? !inFavour : choice !== 'block' && choice !== 'against';
}

/** The words that a person writes to go with the outcome, once. */
export function writeStatement(
  decision: Decision,
  { text }: Of<'write_statement'>,
  { now, actor }: Now,
): Applied | Refusal {
  const refusal = must(actor, 'facilitator', 'recorder');
  if (refusal) return refusal;
  if (decision.state.kind !== 'ended') return no(words.notEnded);
  if (decision.statement) return no(words.statementOnce);
  return done(
    { ...decision, statement: { by: actor.id, at: now, text } },
    entry('statement_written', now, actor.id, {}, { text }),
  );
}

/** A note that something in the record is wrong. The record itself stays as it is. */
export function correct(
  decision: Decision,
  { about, reason }: Of<'correct'>,
  { now, actor }: Now,
): Applied | Refusal {
  const refusal = must(actor, 'facilitator', 'recorder');
  if (refusal) return refusal;
  return done(
    { ...decision, corrections: [...decision.corrections, { about, by: actor.id, at: now, text: reason }] },
    entry('corrected', now, actor.id, {}, { about, reason }),
  );
}

export function stopTrial(decision: Decision, { reason }: Of<'stop_trial'>, context: Now): Applied | Refusal {
  const { state } = decision;
  if (state.kind !== 'ended' || state.ending.kind !== 'adopted_as_trial') return no(words.noTrial);
  return over(decision, 'trial_stopped', reason, context);
}

export function supersede(
  decision: Decision,
  { by, reason }: Of<'supersede'>,
  context: Now,
): Applied | Refusal {
  return over(decision, 'superseded', reason, context, { supersededBy: by });
}

/** A review keeps the decision until the next one, or ends it. */
export function review(decision: Decision, { again, reason }: Of<'review'>, context: Now): Applied | Refusal {
  const { now, actor } = context;
  if (again === undefined) return over(decision, 'reviewed', reason, context);
  const refusal = must(actor, 'facilitator') ?? mayEnd(decision);
  if (refusal) return refusal;
  if (again <= now) return refuse('invalid', words.reviewLater, { again: words.reviewLater });
  return done(
    { ...decision, review: { at: again, told: false } },
    entry('reviewed', now, actor.id, { again }, { reason }),
  );
}

function over(
  decision: Decision,
  why: Extract<Life, { kind: 'over' }>['why'],
  reason: string,
  { now, actor }: Now,
  payload: Readonly<Record<string, unknown>> = {},
): Applied | Refusal {
  const refusal = must(actor, 'facilitator') ?? mayEnd(decision);
  if (refusal) return refusal;
  return done(
    { ...decision, life: { kind: 'over', at: now, why } },
    entry(why, now, actor.id, payload, { reason }),
  );
}

function mayEnd({ state, life }: Decision): Refusal | undefined {
  const inForce = state.kind === 'ended' && isPositive(state.ending) && life.kind === 'standing';
  return inForce ? undefined : no(words.nothingInForce);
}
