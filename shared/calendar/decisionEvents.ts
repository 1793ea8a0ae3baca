import type { Actor } from '../decisions/actions.ts';
import { type Decision, openRound } from '../decisions/decision.ts';
import { needsOf, statementUntil } from '../decisions/needsOf.ts';
import type { Need } from '../decisions/offers.ts';
import { calendarFeedWords as words } from '../messages/en/calendarFeed.ts';
import { fill } from '../messages/fill.ts';
import { type CalendarEvent, dayOf } from './event.ts';

/** A decision that somebody may read. */
export interface DatedDecision {
  readonly id: string;
  readonly number: number;
  readonly question: string;
  /** Few may know of it: a calendar is sent on to machines elsewhere, so that its words stay out. */
  readonly restricted: boolean;
  readonly body: Decision;
}

/** Who reads, when, and by which clock. */
export interface CalendarReader {
  readonly actor: Actor;
  readonly now: number;
  readonly timeZone: string;
}

/**
 * The times that a decision has ahead of it, as one person is to know them. Nothing in it tells what anyone answered:
 * not who blocks, and not who did not carry the day.
 */
export function decisionEvents(decision: DatedDecision, reader: CalendarReader): CalendarEvent[] {
  switch (decision.body.state.kind) {
    case 'draft':
      return [];
    case 'open':
      return stageEvents(decision, reader);
    case 'ended':
      return afterwards(decision, reader);
  }
}

const ANSWER: readonly Need[] = ['answer', 'confirm', 'say_for_whom'];

function stageEvents(decision: DatedDecision, reader: CalendarReader): CalendarEvent[] {
  const { id, body } = decision;
  const { state } = body;
  if (state.kind !== 'open') return [];
  const needs = needsOf(body, reader.actor, reader.now);
  const { stage } = state;
  switch (stage.kind) {
    case 'round': {
      const round = openRound(body, reader.now);
      if (!round) return [];
      const mine = ANSWER.some((need) => needs.includes(need));
      const name = mine ? 'answer' : round.step === null ? 'roundCloses' : 'voteCloses';
      const about = [...(mine ? [words.about.answer] : nothingOr(needs)), words.about.roundCloses];
      return [event(decision, { kind: 'round', id: `${id}-${round.number}` }, name, round.closesAt, about)];
    }
    case 'between': {
      const about = [words.about.nextRound, ...nothingOr(needs)];
      const entry = { kind: 'between', id: `${id}-${body.rounds.length}` } as const;
      return [event(decision, entry, 'nextRound', stage.until, about)];
    }
    case 'waiting': {
      const entry = { kind: 'waiting', id: `${id}-${stage.step}` } as const;
      const about = [words.about.waitEnds, ...nothingOr(needs)];
      return [event(decision, entry, 'waitEnds', stage.until, about)];
    }
    case 'deciding': {
      const name = needs.includes('decide') ? 'decide' : 'deciderDue';
      const entry = { kind: 'deciding', id: `${id}-${stage.step}` } as const;
      return [event(decision, entry, name, stage.until, [words.about[name]])];
    }
    case 'paused': {
      const times = body.steps.findLast(({ step }) => step === stage.step)?.times ?? 1;
      const entry = { kind: 'pause', id: `${id}-${stage.step}-${times}` } as const;
      return [event(decision, entry, 'pauseEnds', stage.until, [words.about.pauseEnds, ...nothingOr(needs)])];
    }
  }
}

/** What else it asks of them is not named: it could tell that somebody blocks. */
function nothingOr(needs: readonly Need[]): string[] {
  return [needs.length === 0 ? words.nothing : words.something];
}

function afterwards(decision: DatedDecision, { actor, now, timeZone }: CalendarReader): CalendarEvent[] {
  const { id, body } = decision;
  const { state, life, review, bodies } = body;
  if (state.kind !== 'ended' || state.ending.kind === 'withdrawn' || life.kind === 'over') return [];
  const needs = needsOf(body, actor, now);
  const found: CalendarEvent[] = [];
  const pending = bodies.filter(({ answer }) => answer === null);
  const own = pending.filter((line) => actor.bodies.includes(line.body.id));
  for (const line of own) {
    const entry = { kind: 'own-body', id: `${id}-${line.body.id}` } as const;
    found.push(event(decision, entry, 'ownBody', line.dueAt, [words.about.ownBody]));
  }
  const others = pending.filter((line) => !own.includes(line)).map(({ dueAt }) => dueAt);
  if (others.length > 0) {
    const about = [words.about.bodiesDue, words.nothing];
    found.push(event(decision, { kind: 'bodies', id }, 'bodiesDue', Math.min(...others), about));
  }
  if (state.ending.kind === 'adopted_as_trial')
    found.push(
      event(decision, { kind: 'trial', id }, 'trialEnds', state.ending.until, [words.about.trialEnds]),
    );
  const until = needs.includes('write_statement') ? statementUntil(body) : null;
  if (until !== null)
    found.push(event(decision, { kind: 'statement', id }, 'statement', until, [words.about.statement]));
  if (review) {
    const about = [words.about.review, ...(needs.includes('review') ? [words.about.reviewYou] : [])];
    const whole = event(decision, { kind: 'review', id }, 'review', review.at, about);
    found.push({ ...whole, when: dayOf(review.at, timeZone) });
  }
  return found;
}

function event(
  { id, number, question, restricted }: DatedDecision,
  entry: Pick<CalendarEvent, 'kind' | 'id'>,
  name: Exclude<keyof typeof words, 'about'>,
  at: number,
  about: readonly string[],
): CalendarEvent {
  const what = fill(restricted ? words.restricted : words.decision, { number, question });
  return {
    ...entry,
    when: { kind: 'moment', at },
    summary: fill(words[name], { what }),
    lines: restricted ? [...about, words.restrictedAbout] : about,
    href: `/decisions/${id}`,
  };
}
