import { askingWords } from '../messages/en/asking.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { LEAST_TIME_MS, MOST_TIME_MS, type NewOutcome, SHORT_TIME_MS, type WantedAsking } from './changes.ts';
import { decidesUntil, type Rung, type Subject, whyNotRung } from './rungs.ts';

const words = askingWords.form;

/** Whether people's views are asked for: then fairness asks that it is early enough, with reasons and with time. */
export function asksForViews(rung: Rung): boolean {
  return rung === 'consult' || rung === 'co_design';
}

/** What is wrong with an asking before anyone in it is looked at, field by field; undefined: nothing. */
export function checkAsking(wanted: WantedAsking, subject: Subject, now: number): Refusal | undefined {
  const fields: Record<string, string> = {};
  const { rung, closesAt, background, stillOpen, timeEnough, seatIds, memberIds } = wanted;
  const dishonest = whyNotRung(rung, subject, now);
  if (dishonest !== null) fields.rung = dishonest;
  const late = whyNotUntil(rung, closesAt, subject, now);
  if (late !== null) fields.closesAt = late;
  if (seatIds.length + memberIds.length === 0) fields.whom = words.whom;
  if (asksForViews(rung)) {
    if (background === '') fields.background = words.background;
    if (!stillOpen) fields.stillOpen = words.stillOpen;
    if (closesAt - now < SHORT_TIME_MS && timeEnough === '') fields.timeEnough = words.timeEnough;
  }
  return Object.keys(fields).length > 0 ? refuse('invalid', words.notReady, fields) : undefined;
}

function whyNotUntil(rung: Rung, closesAt: number, subject: Subject, now: number): string | null {
  if (closesAt - now < LEAST_TIME_MS) return words.closesTooSoon;
  if (closesAt - now > MOST_TIME_MS) return words.closesTooLate;
  if (rung !== 'decide' || subject.kind !== 'decision') return null;
  const until = decidesUntil(subject.decision);
  return until !== null && closesAt > until ? words.closesAfterRound : null;
}

/** What is wrong with what came of it: what was not done needs its reason, and what people said its answer. */
export function checkOutcome(
  { points }: NewOutcome,
  asked: { readonly rung: Rung; readonly tookPart: number },
) {
  const fields: Record<string, string> = {};
  points.forEach(({ did, what, why }, index) => {
    if (did !== 'not_done' && what === '') fields[`points.${index}.what`] = words.what;
    if (did !== 'done' && why === '') fields[`points.${index}.why`] = words.why;
  });
  if (points.length === 0 && asksForViews(asked.rung) && asked.tookPart > 0) fields.points = words.points;
  return Object.keys(fields).length > 0 ? refuse('invalid', words.outcomeNotReady, fields) : undefined;
}
