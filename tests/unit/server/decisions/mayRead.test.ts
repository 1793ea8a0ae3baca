import { describe, expect, it } from 'vitest';
import { mayRead } from '../../../../server/decisions/mayRead.ts';
import { type Decision, newDecision } from '../../../../shared/decisions/decision.ts';
import { opened, STATUS_QUO } from '../../shared/decisions/table.ts';

const restricted = (body: Decision, createdBy: string | null = null) => ({
  sensitivity: 'restricted' as const,
  createdBy,
  body,
});
const person = (id: string, seats: readonly string[] = [], roles: readonly string[] = []) => ({
  ...{ id, roles },
  seats: seats.map((seat) => ({ id: seat })),
});

describe('a restricted decision', () => {
  const cabinet = { id: 'cabinet-seat', name: 'Cabinet' };
  const decider = { id: 'ada', name: 'Ada' };
  const days = 9;
  const body = opened(
    { ladder: [{ kind: 'named_decider', id: 'one', when: ['tie'], days, decider }, STATUS_QUO] },
    { standing: { kind: 'recommendation', bodies: [cabinet], answerDays: 9 } },
  );

  it('[KEEP4] is for the seats that decide, and not for a seat that came later or an observer', () => {
    expect(mayRead(restricted(body), person('a', ['C1']))).toBe(true);
    expect(mayRead(restricted(body), person('b', ['late-seat']))).toBe(false);
    expect(mayRead(restricted(body), person('c', [], ['observer', 'administrator']))).toBe(false);
  });

  it('[KEEP4] is for those whose own word it needs, by its standing or on its ladder', () => {
    expect(mayRead(restricted(body), person('d', ['cabinet-seat']))).toBe(true);
    expect(mayRead(restricted(body), person('ada'))).toBe(true);
    expect(mayRead(restricted(body), person('bob'))).toBe(false);
  });

  it('[KEEP4] is for those who serve the meeting, and for whoever drafted it', () => {
    expect(mayRead(restricted(body), person('e', [], ['facilitator']))).toBe(true);
    expect(mayRead(restricted(body), person('f', [], ['recorder']))).toBe(true);
    expect(mayRead(restricted(body, 'g'), person('g'))).toBe(true);
  });

  it('[KEEP4] is, while it is a draft, for everyone who sits at the table', () => {
    const draft = newDecision('d');
    expect(mayRead(restricted(draft), person('h', ['late-seat']))).toBe(true);
    expect(mayRead(restricted(draft), person('i'))).toBe(false);
    expect(mayRead({ ...restricted(draft), sensitivity: 'members' }, person('i'))).toBe(true);
  });
});
