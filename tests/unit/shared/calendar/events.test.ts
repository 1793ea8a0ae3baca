import { describe, expect, it } from 'vitest';
import { decisionEvents } from '../../../../shared/calendar/decisionEvents.ts';
import { dayOf, inOrder } from '../../../../shared/calendar/event.ts';
import { askingEvent, type DatedAsking, promiseEvent } from '../../../../shared/calendar/otherEvents.ts';
import type { Actor } from '../../../../shared/decisions/actions.ts';
import { type Decision, newDecision } from '../../../../shared/decisions/decision.ts';
import { DAY } from '../../../../shared/decisions/moments.ts';
import { FACILITATOR, holder, must, speaker, takes } from '../decisions/northvale.ts';
import { A, B, ending, MAJORITY, next, opened, STATUS_QUO, say, saying, T0 } from '../decisions/table.ts';

const HOUR = DAY / 24;
const OBSERVER: Actor = { id: 'olga', roles: ['observer'], seats: [], bodies: [] };

function eventsOf(
  body: Decision,
  actor: Actor,
  now: number,
  { restricted = false, timeZone = 'Europe/London' }: { restricted?: boolean; timeZone?: string } = {},
) {
  const question = 'Shall we start the shared trips?';
  return decisionEvents({ id: 'd4', number: 4, question, restricted, body }, { actor, now, timeZone });
}

describe('a round', () => {
  it('[CAL5] a round’s close asks those for an answer who have one to give, and nobody else', () => {
    const open = opened();
    expect(eventsOf(open, holder('C1'), T0)).toEqual([
      {
        ...{ kind: 'round', id: 'd4-1', when: { kind: 'moment', at: T0 + 7 * DAY } },
        summary: 'Answer by now: D4 Shall we start the shared trips?',
        lines: ['Your seat is asked to answer.', 'The round closes and is counted.'],
        href: '/decisions/d4',
      },
    ]);
    const [seen] = eventsOf(open, OBSERVER, T0);
    expect(seen?.summary).toBe('Round closes: D4 Shall we start the shared trips?');
    expect(seen?.lines).toContain('Nothing is needed of you.');
    const answered = takes(open, 'C1', saying(A), T0 + HOUR);
    expect(eventsOf(answered, holder('C1'), T0 + HOUR)[0]?.summary).toMatch(/^Round closes/);
    expect(eventsOf(answered, holder('C2'), T0 + HOUR)[0]?.summary).toMatch(/^Answer by now/);
  });

  it('[CAL7] whoever is asked to look into a block is not told so in a calendar', () => {
    const blocked = takes(opened(), 'C1', saying(B), T0 + HOUR);
    const [event] = eventsOf(blocked, FACILITATOR, T0 + HOUR);
    expect(JSON.stringify(event)).not.toMatch(/block|P1|C1/i);
  });

  it('[CAL10] an entry that is moved keeps its name; one that is over is gone', () => {
    const open = opened();
    const extended = must(
      open,
      { kind: 'extend', closesAt: T0 + 9 * DAY, reason: 'Holidays' },
      FACILITATOR,
      T0 + HOUR,
    ).decision;
    const [[before], [after]] = [eventsOf(open, OBSERVER, T0), eventsOf(extended, OBSERVER, T0 + HOUR)];
    expect([after?.kind, after?.id]).toEqual([before?.kind, before?.id]);
    expect(after?.when).toEqual({ kind: 'moment', at: T0 + 9 * DAY });
    expect(eventsOf(extended, OBSERVER, T0 + 9 * DAY)).toEqual([]);
    const withdrawn = must(open, { kind: 'withdraw', reason: 'Too soon' }, FACILITATOR, T0 + HOUR).decision;
    expect(eventsOf(withdrawn, holder('C1'), T0 + HOUR)).toEqual([]);
    expect(eventsOf(newDecision('d4'), FACILITATOR, T0)).toEqual([]);
  });
});

describe('after a round', () => {
  it('[CAL5] between rounds it says when the next opens, and a vote is called one', () => {
    const rule = { rounds: { most: 2 }, ladder: [MAJORITY, STATUS_QUO] };
    const between = next(say(opened(rule), [B, A, A, A, A], T0 + HOUR));
    expect(eventsOf(between, OBSERVER, T0 + 7 * DAY)).toMatchObject([
      { kind: 'between', when: { at: T0 + 14 * DAY }, summary: expect.stringMatching(/^Next round opens/) },
    ]);
    const vote = next(say(next(between), [B, A, A, A, A], T0 + 14 * DAY + HOUR));
    const now = T0 + 21 * DAY;
    expect(eventsOf(vote, OBSERVER, now)).toMatchObject([
      {
        kind: 'round',
        id: 'd4-3',
        when: { at: T0 + 28 * DAY },
        summary: expect.stringMatching(/^Vote closes/),
      },
    ]);
    expect(eventsOf(vote, holder('U1'), now)[0]?.summary).toMatch(/^Answer by now/);
  });

  it('[CAL5] a step that waits for one who decides says so to them, and to others without a name', () => {
    const step = {
      ...{ kind: 'named_decider' as const, id: 'chair', when: ['rounds_used' as const], days: 5 },
      decider: { id: 'ann', name: 'Ann Archer' },
    };
    const deciding = next(say(opened({ ladder: [step, STATUS_QUO] }), [B, A, A, A, A], T0 + HOUR));
    const now = T0 + 7 * DAY;
    const [own] = eventsOf(deciding, speaker('ann'), now);
    expect(own).toMatchObject({ kind: 'deciding', when: { at: now + 5 * DAY } });
    expect(own?.summary).toMatch(/^Decide by now/);
    const [others] = eventsOf(deciding, holder('C1'), now);
    expect(others?.summary).toMatch(/^Their decision is due/);
    expect(JSON.stringify(others)).not.toContain('Ann');
  });

  it('[CAL5] a pause and a wait each end at their time', () => {
    const pause = { kind: 'pause' as const, id: 'rest', when: ['rounds_used' as const], days: 3, times: 1 };
    const paused = next(say(opened({ ladder: [pause, STATUS_QUO] }), [B, A, A, A, A], T0 + HOUR));
    expect(eventsOf(paused, OBSERVER, T0 + 7 * DAY)).toMatchObject([
      { kind: 'pause', id: 'd4-rest-1', when: { at: T0 + 10 * DAY } },
    ]);
    const waits = { ...MAJORITY, after: { meetings: 1, waitDays: 4 } };
    const waiting = next(say(opened({ ladder: [waits, STATUS_QUO] }), [B, A, A, A, A], T0 + HOUR));
    expect(eventsOf(waiting, OBSERVER, T0 + 7 * DAY)).toMatchObject([
      { kind: 'waiting', id: 'd4-vote', when: { at: T0 + 11 * DAY } },
    ]);
  });

  const agreed = (given = {}) => next(say(opened({}, given), [A, A, A, A, A], T0 + HOUR));

  it('[CAL5] what was decided has its review as a day, by the partnership’s clock', () => {
    const reviewAt = Date.parse('2025-06-11T23:30:00Z');
    const decided = agreed({ reviewAt });
    expect(ending(decided)).toBe('agreed_by_consensus');
    const day = (timeZone: string) =>
      eventsOf(decided, OBSERVER, T0 + 8 * DAY, { timeZone }).find(({ kind }) => kind === 'review')?.when;
    expect(day('Europe/London')).toEqual({ kind: 'day', day: '2025-06-12' });
    expect(day('America/New_York')).toEqual({ kind: 'day', day: '2025-06-11' });
    const due = next(decided);
    expect(eventsOf(due, OBSERVER, reviewAt + DAY).map(({ kind }) => kind)).toContain('review');
  });

  it('[CAL5] bodies that must say their own have their day: mine by itself, the others’ together', () => {
    const bodies = ['cabinet', 'trust', 'board'].map((id) => ({ id, name: id }));
    const decided = agreed({ standing: { kind: 'each_body', bodies, answerDays: 10 } });
    const now = T0 + 8 * DAY;
    const kinds = (actor: Actor) => eventsOf(decided, actor, now).map(({ kind, id }) => `${kind}-${id}`);
    expect(kinds(OBSERVER)).toEqual(['bodies-d4', 'review-d4']);
    expect(kinds(speaker('trust'))).toEqual(['own-body-d4-trust', 'bodies-d4', 'review-d4']);
    expect(JSON.stringify(eventsOf(decided, OBSERVER, now))).not.toMatch(/cabinet|trust|board/);
  });

  it('[CAL6] of what few may know of there is the number, and no word of it', () => {
    for (const body of [opened(), agreed()])
      for (const event of eventsOf(body, holder('C1'), T0 + 6 * DAY, { restricted: true })) {
        expect(event.summary).toMatch(/: D4$/);
        expect(JSON.stringify(event)).not.toContain('shared trips');
      }
  });
});

const asking = (change: Partial<DatedAsking> = {}): DatedAsking => ({
  ...{ id: 'a1', rung: 'consult', closesAt: T0 + DAY, minutes: 10, asked: true, answered: false },
  about: { kind: 'document', id: 'plan', number: null, title: 'The plan', restricted: false },
  ...change,
});

it('[CAL5] an asking’s close says what is needed of me, and how long it takes', () => {
  expect(askingEvent(asking())).toEqual({
    ...{ kind: 'asking', id: 'a1', when: { kind: 'moment', at: T0 + DAY }, href: '/documents/plan' },
    summary: 'Have your say by now: “The plan”',
    lines: ['You are asked for your view. It takes about 10 minutes.'],
  });
  expect(askingEvent(asking({ rung: 'inform' })).summary).toBe('Read by now: “The plan”');
  expect(askingEvent(asking({ answered: true })).lines).toContain('You have answered.');
  expect(askingEvent(asking({ asked: false })).lines).toContain('You are not asked yourself.');
  const restricted = askingEvent(asking({ about: { ...asking().about, restricted: true } }));
  expect(JSON.stringify(restricted)).not.toContain('The plan');
});

it('[CAL5] what a leader signed is looked at again on its day', () => {
  const promise = { id: 'b1', partnershipId: 'p', will: 'Say no early', reviewAt: T0 };
  const theirs = promiseEvent({ ...promise, leader: 'Wren', isMine: false }, 'Europe/London');
  expect(theirs.summary).toBe('Look again at what Wren promised');
  expect(theirs.when.kind).toBe('day');
  expect(promiseEvent({ ...promise, leader: 'Wren', isMine: true }, 'Europe/London').summary).toBe(
    'Look again at what you promised',
  );
});

it('[CAL9] the day of a moment is the one that clocks there show, on the days when they change too', () => {
  const day = (iso: string, timeZone: string) => dayOf(Date.parse(iso), timeZone);
  expect(day('2026-03-28T23:59:59Z', 'Europe/London')).toEqual({ kind: 'day', day: '2026-03-28' });
  expect(day('2026-03-29T00:00:00Z', 'Europe/London')).toEqual({ kind: 'day', day: '2026-03-29' });
  expect(day('2026-03-29T22:59:59Z', 'Europe/London')).toEqual({ kind: 'day', day: '2026-03-29' });
  expect(day('2026-03-29T23:00:00Z', 'Europe/London')).toEqual({ kind: 'day', day: '2026-03-30' });
  expect(day('2026-10-25T23:59:59Z', 'Europe/London')).toEqual({ kind: 'day', day: '2026-10-25' });
  // In Lebanon clocks skip midnight itself; in Kiritimati it is tomorrow already.
  expect(day('2026-03-28T22:00:00Z', 'Asia/Beirut')).toEqual({ kind: 'day', day: '2026-03-29' });
  expect(day('2026-03-28T10:00:00Z', 'Pacific/Kiritimati')).toEqual({ kind: 'day', day: '2026-03-29' });
});

it('[CAL5] the soonest is first', () => {
  const at = (name: string, when: Parameters<typeof inOrder>[0][number]['when']) => ({
    ...{ kind: 'asking' as const, id: name, when, summary: '', lines: [], href: '' },
  });
  const late = at('late', { kind: 'moment', at: Date.parse('2026-03-29T12:00:00Z') });
  const day = at('day', { kind: 'day', day: '2026-03-29' });
  const soon = at('soon', { kind: 'moment', at: Date.parse('2026-03-28T12:00:00Z') });
  expect(inOrder([late, day, soon]).map(({ id }) => id)).toEqual(['soon', 'day', 'late']);
});
