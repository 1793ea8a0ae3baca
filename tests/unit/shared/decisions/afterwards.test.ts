import { describe, expect, it } from 'vitest';
import type { PersonAction } from '../../../../shared/decisions/actions.ts';
import { minorityUntil } from '../../../../shared/decisions/acts/afterwards.ts';
import { apply } from '../../../../shared/decisions/apply.ts';
import { type Decision, newDecision, outcomeOf } from '../../../../shared/decisions/decision.ts';
import type { Standing } from '../../../../shared/decisions/draft.ts';
import { effectOf, isReviewDue } from '../../../../shared/decisions/effect.ts';
import type { Step } from '../../../../shared/decisions/ladder.ts';
import { DAY } from '../../../../shared/decisions/moments.ts';
import { needsOf, statementUntil } from '../../../../shared/decisions/needsOf.ts';
import { advance } from '../../../../shared/decisions/time.ts';
import { isRefusal } from '../../../../shared/refusal.ts';
import { at, CABINET, FACILITATOR, holder, must, NHS, play, RECORDER, speaker } from './northvale.ts';
import { A, B, draftOf, MAJORITY, next, opened, R, S, STATUS_QUO, say, T0 } from './table.ts';

const NOW = T0 + 8 * DAY;
const two: Standing = { kind: 'each_body', bodies: [CABINET, NHS], answerDays: 30 };
const agreed = (standing: Standing = two, more: object = {}) =>
  next(say(opened({}, { standing, ...more }), [A, A, A, A, A], T0));

type Answer = Extract<PersonAction, { kind: 'answer_for_body' }>['answer'];
function answers(decision: Decision, body: string, answer: Answer, now = NOW): Decision {
  const action = { kind: 'answer_for_body', body, answer, reason: 'Weighed' } as const;
  return must(decision, action, speaker(body), now).decision;
}
const yes = { kind: 'ratified' } as const;
const no = { kind: 'declined' } as const;
const iff = { kind: 'ratified_with_condition', condition: 'A review' } as const;

describe('what a yes counts for', () => {
  it('[DEC34] agreed in principle until every body has said yes; one no is agreed in part, never agreed', () => {
    expect(effectOf(agreed())).toMatchObject({ agreement: 'in_principle', force: 'not_in_force' });
    const one = answers(agreed(), 'cabinet', yes);
    expect(effectOf(one)).toMatchObject({ agreement: 'in_principle', waitsFor: { bodies: ['nhs'] } });
    expect(effectOf(answers(one, 'nhs', yes))).toMatchObject({ agreement: 'agreed', force: 'in_force' });
    expect(effectOf(answers(one, 'nhs', no))).toMatchObject({
      agreement: 'in_part',
      force: 'in_part',
      bodies: { yes: ['cabinet'], no: ['nhs'] },
    });
    expect(effectOf(answers(answers(agreed(), 'cabinet', no), 'nhs', no))).toMatchObject({
      agreement: 'declined',
    });
  });

  it('[DEC34] a condition goes back to the partnership; until it is accepted it is not in force', () => {
    const conditional = answers(answers(agreed(), 'cabinet', iff), 'nhs', yes);
    expect(effectOf(conditional)).toMatchObject({
      agreement: 'in_principle',
      force: 'not_in_force',
      waitsFor: { conditionsOf: ['cabinet'] },
    });
    const said = (accepted: boolean) => {
      const action = { kind: 'answer_condition', body: 'cabinet', accepted, reason: 'All sides' } as const;
      return effectOf(must(conditional, action, FACILITATOR, NOW).decision);
    };
    expect(said(true)).toMatchObject({ agreement: 'agreed', force: 'in_force' });
    expect(said(false)).toMatchObject({ agreement: 'in_part' });
  });

  it('[DEC34] a body has its own line, with who, when and where; it answers once, and lapses at its date', () => {
    const action = {
      kind: 'answer_for_body',
      body: 'nhs',
      answer: no,
      reason: 'No money',
      reference: 'Item 4',
    } as const;
    const line = must(agreed(), action, speaker('nhs'), NOW).decision.bodies[1];
    expect(line?.answer).toEqual({ ...no, at: NOW, by: 'for-nhs', reason: 'No money', reference: 'Item 4' });
    expect(isRefusal(apply(agreed(), action, { now: NOW, actor: speaker('cabinet') }))).toBe(true);
    expect(isRefusal(apply(agreed(), action, { now: NOW, actor: RECORDER }))).toBe(false);
    expect(isRefusal(apply(agreed(), action, { now: T0 + 37 * DAY, actor: speaker('nhs') }))).toBe(true);
    const lapsed = advance(answers(agreed(), 'cabinet', yes), T0 + 37 * DAY).decision;
    expect(effectOf(lapsed)).toMatchObject({ agreement: 'in_part', bodies: { no: ['nhs'] } });
  });

  it('[DEC34] conditions that must be so first hold it out of force', () => {
    const conditions = [{ id: 'checks', text: 'Checks are done' }];
    const decision = agreed({ kind: 'delegated' }, { conditions });
    expect(effectOf(decision)).toMatchObject({
      agreement: 'agreed',
      force: 'not_in_force',
      waitsFor: { conditions: ['checks'] },
    });
    const met = must(
      decision,
      { kind: 'meet_condition', condition: 'checks', reference: 'DD-7' },
      RECORDER,
      NOW,
    );
    expect(effectOf(met.decision)).toMatchObject({ force: 'in_force' });
  });

  it('[DEC34] advice is never in force: it is advice', () => {
    expect(effectOf(agreed({ kind: 'advisory' }))).toMatchObject({
      agreement: 'agreed',
      force: 'not_in_force',
    });
    expect(effectOf(next(opened()))).toMatchObject({ agreement: 'none' });
  });

  it('[DEC34] the example: four ratify, a cabinet condition, checks to be done, one body varies and one declines', () => {
    const ratified = ['cabinet', 'nhs', 'larchmere', 'skelby'].reduce(
      (so, body) => answers(so, body, yes, at('2025-02-20')),
      play('D1'),
    );
    expect(effectOf(ratified)).toMatchObject({ agreement: 'agreed', force: 'in_force' });
    const d4 = answers(play('D4'), 'cabinet', iff, at('2025-05-20'));
    expect(effectOf(d4)).toMatchObject({ agreement: 'in_principle', force: 'not_in_force' });
    expect(effectOf(play('D5'))).toMatchObject({ agreement: 'agreed', force: 'not_in_force' });
    const varied = answers(
      play('D6'),
      'cabinet',
      { ...iff, condition: '70% for 6 months' },
      at('2025-05-20'),
    );
    const d6 = answers(varied, 'nhs', no, at('2025-05-22'));
    expect(effectOf(d6)).toMatchObject({ agreement: 'in_part', bodies: { yes: ['cabinet'], no: ['nhs'] } });
  });
});

describe('what comes after', () => {
  it('[DEC33] a seat that did not carry the day adds its own words, once, within the set time', () => {
    const decision = next(say(opened(), [S, A, R, A, A], T0));
    const states = (seat: string, now = NOW) =>
      apply(
        decision,
        { kind: 'add_minority_statement', seat, text: 'A start date first' },
        { now, actor: holder(seat) },
      );
    const stated = states('C1');
    expect(!isRefusal(stated) && stated.decision.minority).toMatchObject([
      { seat: 'C1', text: 'A start date first' },
    ]);
    expect(isRefusal(states('C2'))).toBe(true);
    expect(isRefusal(states('P1'))).toBe(true);
    expect(isRefusal(states('C1', T0 + 21 * DAY))).toBe(true);
    const lost = next(say(opened(), [B, A, A, A, A], T0));
    const action = { kind: 'add_minority_statement', seat: 'C2', text: 'We wanted it' } as const;
    expect(isRefusal(apply(lost, action, { now: NOW, actor: holder('C2') }))).toBe(false);
    expect(isRefusal(apply(lost, { ...action, seat: 'C1' }, { now: NOW, actor: holder('C1') }))).toBe(true);
  });

  it('[DEC35] a decision in force is looked at again; it ends by review, by another, or by its trial’s end', () => {
    const decision = agreed({ kind: 'delegated' });
    const due = T0 + 100 * DAY;
    expect([due - 1, due].map((now) => isReviewDue(decision, now))).toEqual([false, true]);
    const told = advance(decision, due);
    expect(told.entries.map(({ kind }) => kind)).toEqual(['review_due']);
    const kept = must(
      decision,
      { kind: 'review', again: due + DAY, reason: 'It works' },
      FACILITATOR,
      due,
    ).decision;
    expect(isReviewDue(kept, due)).toBe(false);
    expect(advance(kept, due + DAY).entries.map(({ kind }) => kind)).toEqual(['review_due']);
    const over = (action: PersonAction) => must(decision, action, FACILITATOR, due).decision.life;
    expect(over({ kind: 'review', reason: 'Not needed' })).toMatchObject({ why: 'reviewed' });
    expect(over({ kind: 'supersede', by: 'other', reason: 'New plan' })).toMatchObject({ why: 'superseded' });
    const nothing = next(say(opened(), [B, A, A, A, A], T0));
    expect(isRefusal(apply(nothing, { kind: 'review', reason: 'r' }, { now: due, actor: FACILITATOR }))).toBe(
      true,
    );
  });

  it('[DEC31] every outcome is worked out; a person only writes the words that go with it, once', () => {
    const pause: Step = { kind: 'pause', id: 'p', when: ['rounds_used'], days: 5, times: 1 };
    const on = (ladder: Step[], said: Parameters<typeof say>[1]) => next(say(opened({ ladder }), said, T0));
    expect(outcomeOf(on([pause, STATUS_QUO], [B, A, A, A, A]))).toMatchObject({
      kind: 'paused',
      until: T0 + 12 * DAY,
    });
    expect(outcomeOf(on([MAJORITY], [B, A, A, A, A]))).toBeNull();
    expect(outcomeOf(newDecision('d'))).toBeNull();
    const decision = agreed();
    const statement = { kind: 'write_statement', text: 'We start in May' } as const;
    const written = must(decision, statement, RECORDER, NOW).decision;
    expect(outcomeOf(written)).toEqual(outcomeOf(decision));
    expect(isRefusal(apply(written, statement, { now: NOW, actor: RECORDER }))).toBe(true);
    expect(isRefusal(apply(decision, statement, { now: NOW, actor: holder('C1') }))).toBe(true);
  });

  it('[DEC31] the statement is asked for two weeks, by those who may write it; then the outcome stands without one', () => {
    const decision = agreed({ kind: 'delegated' });
    const ended = T0 + 7 * DAY;
    const last = ended + 14 * DAY;
    expect(statementUntil(decision)).toBe(last);
    const asked = (actor: typeof RECORDER, now: number) =>
      needsOf(decision, actor, now).includes('write_statement');
    expect([RECORDER, FACILITATOR, holder('C1')].map((actor) => asked(actor, last - 1))).toEqual([
      true,
      true,
      false,
    ]);
    expect(asked(RECORDER, last)).toBe(false);
    const late = must(
      decision,
      { kind: 'write_statement', text: 'We start in May' },
      RECORDER,
      last,
    ).decision;
    expect([late.statement?.text, statementUntil(late)]).toEqual(['We start in May', null]);
    const withdrawn = must(opened(), { kind: 'withdraw', reason: 'Over' }, FACILITATOR, T0).decision;
    expect(statementUntil(withdrawn)).toBeNull();
  });

  it('[DEC33] until when is said only where a seat did not carry the day', () => {
    const said = (all: Parameters<typeof say>[1]) => minorityUntil(next(say(opened(), all, T0)));
    expect(said([A, A, A, A, A])).toBeNull();
    expect(said([S, A, A, A, A])).toBe(T0 + 21 * DAY);
    expect(said([B, A, A, A, A])).toBe(T0 + 21 * DAY);
    expect(minorityUntil(opened())).toBeNull();
  });

  it('[DEC38] every act has its line for the ledger, in order, with free text beside it and not in it', () => {
    const trial: Step = {
      kind: 'trial',
      id: 't',
      when: ['rounds_used'],
      days: 9,
      scope: 'Sekrit',
      stopRule: 'Sekrit',
    };
    const draft = draftOf(
      { ladder: [trial] },
      { conflicts: [{ seat: 'U1', kind: 'personal', handling: 'may_speak', reason: 'Aunt' }] },
    );
    const drafted = must(newDecision('d'), { kind: 'set_draft', draft }, FACILITATOR, T0);
    const open = must(drafted.decision, { kind: 'open' }, FACILITATOR, T0);
    const position = {
      choice: 'block',
      reason: 'Sekrit one',
      harm: 'Sekrit two',
      change: 'Sekrit three',
    } as const;
    const take = {
      kind: 'take_position',
      seat: 'C1',
      position,
      through: { channel: 'paper', witness: 'w', reference: 'Sekrit four' },
    } as const;
    const taken = must(open.decision, take, RECORDER, T0 + 1);
    const all = [...drafted.entries, ...open.entries, ...taken.entries];
    expect(all.map(({ kind }) => kind)).toEqual(['drafted', 'opened', 'round_opened', 'position_taken']);
    expect(JSON.stringify(all.map(({ payload }) => payload))).not.toMatch(/Sekrit|Aunt|shared trips/);
    expect(taken.entries[0]?.words).toEqual({
      reason: 'Sekrit one',
      harm: 'Sekrit two',
      change: 'Sekrit three',
      reference: 'Sekrit four',
    });
  });
});
