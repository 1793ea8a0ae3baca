import { describe, expect, it } from 'vitest';
import { voicesOf } from '../../../../shared/asking/answered.ts';
import type { WantedAsking } from '../../../../shared/asking/changes.ts';
import { checkAsking, checkOutcome } from '../../../../shared/asking/checking.ts';
import { meansOf } from '../../../../shared/asking/means.ts';
import { minutesFor } from '../../../../shared/asking/minutes.ts';
import { RUNGS, type Rung, type Subject, whyNotRung } from '../../../../shared/asking/rungs.ts';
import { type Decision, newDecision } from '../../../../shared/decisions/decision.ts';
import { isRefusal } from '../../../../shared/refusal.ts';
import { NHS, northvaleDraft, openDecision, play, raw, takes } from '../decisions/northvale.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const terms = { ...northvaleDraft(raw('D1')), standing: { kind: 'delegated' as const } };
const opened = (standing: Parameters<typeof openDecision>[0]['standing']) =>
  openDecision({ ...terms, standing });
const about = (decision: Decision): Subject => ({ kind: 'decision', decision });
const document: Subject = { kind: 'document', archived: false };
const during = terms.opensAt + HOUR;
const honest = (subject: Subject, now: number): Rung[] =>
  RUNGS.filter((rung) => whyNotRung(rung, subject, now) === null);

describe('[ASK2] how much say can honestly be promised', () => {
  it('about a document people can be heard or write along, and never decide', () => {
    expect(honest(document, 0)).toEqual(['inform', 'consult', 'co_design']);
    expect(honest({ kind: 'document', archived: true }, 0)).toEqual(['inform']);
  });

  it('about a draft people can shape the words, and not decide yet', () => {
    expect(honest(about(newDecision('d')), 0)).toEqual(['inform', 'consult', 'co_design']);
  });

  it('in an open round of a decision that is theirs people decide; once the words are fixed nobody shapes them', () => {
    const decision = opened({ kind: 'delegated' });
    const { closesAt } = decision.rounds[0] as { closesAt: number };
    const freeze = terms.rule.rounds.freezeHours * HOUR;
    expect(freeze).toBeGreaterThan(0);
    expect(honest(about(decision), closesAt - freeze - 1)).toEqual([...RUNGS]);
    expect(honest(about(decision), closesAt - freeze)).toEqual(['inform', 'consult', 'decide']);
    expect(honest(about(decision), closesAt)).toEqual(['inform', 'consult']);
  });

  it('nobody is told that they decide where the partnership only advises or recommends', () => {
    expect(honest(about(opened({ kind: 'advisory' })), during)).not.toContain('decide');
    const recommended = opened({ kind: 'recommendation', bodies: [NHS], answerDays: 30 });
    expect(honest(about(recommended), during)).not.toContain('decide');
    expect(meansOf('consult', about(recommended)).join(' ')).toContain(NHS.name);
  });

  it('where each body decides for itself, they decide, and are told whose yes is still needed', () => {
    const decision = opened({ kind: 'each_body', bodies: [NHS], answerDays: 30 });
    expect(honest(about(decision), during)).toContain('decide');
    expect(meansOf('decide', about(decision)).join(' ')).toContain(
      `It binds nobody until each of these has said its own yes: ${NHS.name}.`,
    );
  });

  it('what has been decided can only be told', () => {
    expect(honest(about(play('D1')), Number.MAX_SAFE_INTEGER)).toEqual(['inform']);
  });
});

const wanted: WantedAsking = {
  ...{ requestId: 'r', rung: 'consult', seatIds: ['s'], memberIds: [], closesAt: 10 * DAY, minutes: 5 },
  ...{ difference: 'Where it stops.', background: 'One bus.', stillOpen: true, timeEnough: '' },
};
const wrong = (change: Partial<WantedAsking>, subject: Subject = document, now = 0) => {
  const found = checkAsking({ ...wanted, ...change }, subject, now);
  return found ? Object.keys(found.fields ?? {}).sort() : [];
};

describe('[ASK1] what must be said before people are asked', () => {
  it('with all of it, they can be asked', () => expect(wrong({})).toEqual([]));

  it('where views are asked for: what is proposed, that it is open, and time', () => {
    expect(wrong({ background: '', stillOpen: false, closesAt: 3 * DAY })).toEqual([
      'background',
      'stillOpen',
      'timeEnough',
    ]);
    expect(wrong({ closesAt: 3 * DAY, timeEnough: 'They met about it last week.' })).toEqual([]);
    expect(wrong({ rung: 'inform', background: '', stillOpen: false, closesAt: 3 * DAY })).toEqual([]);
  });

  it('somebody, and an hour at the least', () => {
    expect(wrong({ seatIds: [], memberIds: [], closesAt: HOUR - 1, timeEnough: 'x' })).toEqual([
      'closesAt',
      'whom',
    ]);
    expect(wrong({ closesAt: 367 * DAY })).toEqual(['closesAt']);
  });

  it('nobody is asked to decide for longer than the round is open', () => {
    const decision = opened({ kind: 'delegated' });
    const { closesAt } = decision.rounds[0] as { closesAt: number };
    const decide = (until: number) =>
      wrong({ rung: 'decide', closesAt: until }, about(decision), terms.opensAt + 1);
    expect(decide(closesAt)).toEqual([]);
    expect(decide(closesAt + 1)).toEqual(['closesAt']);
  });

  it('minutes are suggested from the words there are to read, and what is to be done with them', () => {
    expect(minutesFor('inform', 0)).toBe(1);
    expect(minutesFor('inform', 300)).toBe(2);
    expect(minutesFor('consult', 300)).toBe(7);
    expect(minutesFor('co_design', 300)).toBe(20);
    expect(minutesFor('co_design', 10_000_000)).toBe(600);
  });
});

describe('[ASK5] what came of it', () => {
  const done = { said: 'Stop at the library.', did: 'done' as const, what: 'It stops there.', why: '' };
  const fieldsOf = (points: Parameters<typeof checkOutcome>[0]['points'], tookPart = 1) => {
    const found = checkOutcome({ summary: 's', points }, { rung: 'consult', tookPart });
    return isRefusal(found) ? Object.keys(found.fields ?? {}) : [];
  };

  it('whatever was not done needs a reason, and what was done its words', () => {
    expect(fieldsOf([done])).toEqual([]);
    expect(fieldsOf([{ ...done, what: '' }])).toEqual(['points.0.what']);
    expect(fieldsOf([done, { ...done, did: 'partly' }])).toEqual(['points.1.why']);
    expect(fieldsOf([{ ...done, did: 'not_done', what: '' }])).toEqual(['points.0.why']);
    expect(fieldsOf([{ ...done, did: 'not_done', what: '', why: 'No money.' }])).toEqual([]);
  });

  it('people who said something are answered, thing by thing', () => {
    expect(fieldsOf([])).toEqual(['points']);
    expect(fieldsOf([], 0)).toEqual([]);
  });
});

describe('[ASK4] who has answered', () => {
  const people = [
    { memberId: 'ann', seatId: 'C1' },
    { memberId: 'ben', seatId: 'C1' },
    { memberId: 'cat', seatId: null },
  ];
  const answered = (said: Partial<Parameters<typeof voicesOf>[1]>) =>
    voicesOf(people, { since: 100, remarks: [], decision: null, decides: false, ...said }).map(
      (voice) => voice.answered,
    );

  it('one of a seat is enough, for the seat and for nobody else', () => {
    expect(answered({})).toEqual([false, false]);
    expect(answered({ remarks: [{ memberId: 'ben', seatId: null, at: 100 }] })).toEqual([true, false]);
    expect(answered({ remarks: [{ memberId: 'zoe', seatId: 'C1', at: 100 }] })).toEqual([true, false]);
    expect(answered({ remarks: [{ memberId: 'cat', seatId: null, at: 100 }] })).toEqual([false, true]);
  });

  it('what was said before they were asked is no answer, and to decide takes a position that counts', () => {
    const remarks = [{ memberId: 'ben', seatId: 'C1', at: 99 }];
    expect(answered({ remarks })).toEqual([false, false]);
    const now = [{ memberId: 'ben', seatId: 'C1', at: 200 }];
    expect(answered({ remarks: now, decides: true })).toEqual([false, false]);
    const decision = takes(opened({ kind: 'delegated' }), 'C1', { choice: 'agree' }, during);
    expect(answered({ decision, decides: true })).toEqual([true, false]);
    const stale = { ...decision, rounds: decision.rounds.map((round) => ({ ...round, version: 2 })) };
    expect(answered({ decision: stale, decides: true })).toEqual([false, false]);
  });
});
