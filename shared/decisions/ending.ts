import { entry } from '../ledger/entry.ts';
import { type BodyLine, type Decision, type Ending, sealedOf } from './decision.ts';
import type { Body } from './electorate.ts';
import type { Applied } from './entries.ts';
import { outs, stepOf } from './facts.ts';
import { DAY } from './moments.ts';

/** Whether something was decided that can be in force. */
export function isPositive({ kind }: Ending): boolean {
  switch (kind) {
    case 'agreed_by_consensus':
    case 'passed_by_fallback':
    case 'adopted_as_trial':
    case 'referred':
      return true;
    case 'not_agreed':
    case 'lapsed':
    case 'withdrawn':
      return false;
  }
}

/** Ends a decision. Each body that must say its own yes gets its own line. */
export function end(decision: Decision, ending: Ending, at: number, by: string, reason?: string): Applied {
  const bodies = isPositive(ending) ? bodyLines(decision, ending, at) : [];
  return {
    decision: {
      ...decision,
      state: { kind: 'ended', at, ending },
      bodies,
      review: isPositive(ending) && decision.sealed ? { at: decision.sealed.reviewAt, told: false } : null,
    },
    entries: [
      entry(
        'ended',
        at,
        by,
        { ending, bodies: bodies.map(({ body, why, dueAt }) => ({ body: body.id, why, dueAt })) },
        { reason },
      ),
    ],
  };
}

function bodyLines(decision: Decision, ending: Ending, at: number): BodyLine[] {
  const { standing, electorate } = sealedOf(decision);
  const outside = outs(decision).filter(({ why }) => why === 'outside_our_powers');
  const step = ending.kind === 'referred' ? stepOf(decision, ending.step) : null;
  const referred = step?.kind === 'refer_to_bodies' ? step : null;
  const named = 'bodies' in standing ? standing : null;
  const answerDays = named?.answerDays ?? referred?.days ?? USUAL_ANSWER_DAYS;
  const lines: BodyLine[] = [
    ...(referred?.bodies ?? []).map((body) => line(body, 'referred', at + (referred?.days ?? 0) * DAY)),
    ...(named?.bodies ?? []).map((body) => line(body, 'standing', at + answerDays * DAY)),
    ...electorate
      .filter(({ id }) => outside.some(({ seat }) => seat === id))
      .map(({ id, body }) => line(body ?? { id, name: id }, 'outside_our_powers', at + answerDays * DAY)),
  ];
  return [...new Map(lines.reverse().map((each) => [each.body.id, each])).values()].reverse();
}

/** How long a body has that only turned out to be needed on the way. */
const USUAL_ANSWER_DAYS = 90;

function line(body: Body, why: BodyLine['why'], dueAt: number): BodyLine {
  return { body, why, dueAt, answer: null };
}
