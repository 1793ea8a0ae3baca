import { describe, expect, it } from 'vitest';
import { whatNext } from '../../../../client/decisions/record/whatNext.ts';
import { sayLeft, sayMoment } from '../../../../client/decisions/times.ts';
import type { Decision } from '../../../../shared/decisions/decision.ts';
import type { Step } from '../../../../shared/decisions/ladder.ts';
import { DAY, HOUR } from '../../../../shared/decisions/moments.ts';
import {
  A,
  B,
  MAJORITY,
  next,
  opened,
  type RuleGiven,
  STATUS_QUO,
  say,
  T0,
} from '../../shared/decisions/table.ts';
import { answerFor } from './roundOf.ts';

const NOBODY = { seats: [], facilitates: false };
const told = (decision: Decision) => whatNext(answerFor(decision, NOBODY)).join('\n');
const TWO_ROUNDS: RuleGiven = { rounds: { most: 2 }, ladder: [MAJORITY, STATUS_QUO] };
const ON_BLOCK: Step = { ...MAJORITY, when: ['sustained_block', 'rounds_used'] };

/** Where it went after the round, as the engine takes it there. */
function goesTo(decision: Decision): string {
  const after = next(decision);
  if (after.state.kind !== 'open') return after.state.kind;
  return after.state.stage.kind === 'round' ? String(after.rounds.at(-1)?.step) : after.state.stage.kind;
}

describe('what happens next, in sentences', () => {
  it('[SHOW4] in the last round the next step is named with its moment, and it is the step that then starts', () => {
    const decision = say(opened({ ladder: [MAJORITY, STATUS_QUO] }), [A, B, A, A, A], T0);
    const closes = decision.rounds[0]?.closesAt ?? 0;
    expect(told(decision)).toContain(
      `If you do not agree at ${sayMoment(closes, T0)}, step 2 starts: there is a vote of 7 days.`,
    );
    expect(goesTo(decision)).toBe('vote');
  });

  it('[SHOW4] while there are rounds left another round is said to follow, and does', () => {
    const decision = say(opened(TWO_ROUNDS), [A, B, A, A, A], T0);
    expect(told(decision)).toContain('there is another round after at most 7 days');
    expect(told(decision)).not.toContain('step 2 starts');
    expect(goesTo(decision)).toBe('between');
  });

  it('[SHOW4] a step that a block starts is told apart from what follows without one', () => {
    const decision = say(opened({ ...TWO_ROUNDS, ladder: [ON_BLOCK, STATUS_QUO] }), [A, B, A, A, A], T0);
    expect(told(decision)).toContain('If a block stands at');
    expect(told(decision)).toContain('step 2 starts: there is a vote of 7 days.');
    expect(told(decision)).toContain('If you do not agree otherwise, there is another round');
    expect(goesTo(decision)).toBe('vote');
  });

  it('[SHOW4] a step that asks for something first is said to wait for it', () => {
    const waiting: Step = { ...MAJORITY, after: { meetings: 1, waitDays: 7 } };
    const decision = say(opened({ ladder: [waiting, STATUS_QUO] }), [A, B, A, A, A], T0);
    expect(told(decision)).toContain('step 2 waits for what it asks for');
    expect(goesTo(decision)).toBe('waiting');
    expect(told(next(decision))).toContain('Step 2 waits until');
  });

  it('[SHOW4] in a vote the step after it is named, and where there is none things stay as they are', () => {
    const voting = next(say(opened({ ladder: [MAJORITY, STATUS_QUO] }), [A, B, A, A, A], T0));
    expect(told(voting)).toContain('If it does not pass, step 3 starts: things stay as they are.');
    const alone: Step = { ...MAJORITY, when: ['rounds_used'] };
    const last = next(say(opened({ ladder: [alone] }), [A, B, A, A, A], T0));
    expect(told(last)).toContain('If it does not pass, things stay as they are.');
  });

  it('[SHOW4] too few answers: open for longer where the rule says so, else it lapses, and that is never a no', () => {
    expect(told(opened({ rounds: { extensionDays: 5 } }))).toContain('it stays open 5 days longer, once');
    expect(told(opened())).toContain('If too few have answered, it lapses. That is not a no.');
  });
});

describe('time, as people say it', () => {
  it('[SHOW5] what is left is said in the two largest units, down to the last minute', () => {
    expect(sayLeft(T0 + 2 * DAY + 4 * HOUR + 59_000, T0)).toBe('2 days 4 hours left');
    expect(sayLeft(T0 + DAY + 30_000, T0)).toBe('1 day left');
    expect(sayLeft(T0 + 2 * DAY + 5 * 60_000, T0)).toBe('2 days left');
    expect(sayLeft(T0 + 61 * 60_000, T0)).toBe('1 hour 1 minute left');
    expect(sayLeft(T0 + 59_000, T0)).toBe('less than a minute left');
    expect(sayLeft(T0, T0)).toContain('time is up');
  });

  it('[SHOW5] a moment has its clock and its day, and its year where it is another one', () => {
    const at = new Date(2025, 3, 4, 17, 0).getTime();
    expect(sayMoment(at, at)).toBe('17:00 on Friday 4 April');
    expect(sayMoment(at, new Date(2024, 3, 4).getTime())).toBe('17:00 on Friday 4 April 2025');
  });
});
