import { describe, expect, it } from 'vitest';
import type { PersonAction } from '../../../../shared/decisions/actions.ts';
import { personAction } from '../../../../shared/decisions/actions.ts';
import { apply } from '../../../../shared/decisions/apply.ts';
import { type Decision, openRound } from '../../../../shared/decisions/decision.ts';
import { DAY, HOUR } from '../../../../shared/decisions/moments.ts';
import { position } from '../../../../shared/decisions/positions.ts';
import { advance } from '../../../../shared/decisions/time.ts';
import { isRefusal } from '../../../../shared/refusal.ts';
import { FACILITATOR, holder, must, OTHER_HASH, RECORDER, takes } from './northvale.ts';
import { A, AB, B, ending, next, opened, R, result, S, say, saying, T0 } from './table.ts';

const web = { channel: 'web' } as const;
const paper = { channel: 'paper', witness: 'del-fenn', reference: 'PV-001' } as const;
const take = (seat: string, choice: 'agree' | 'block' | 'stand_aside', through: object = web) =>
  ({ kind: 'take_position', seat, position: saying(choice), through }) as PersonAction;
const amend = (ifFrozen: 'move_closing' | 'next_round' = 'move_closing') =>
  ({ kind: 'amend', hash: OTHER_HASH, change: 'Clause 6', ifFrozen }) as const;
const refused = (decision: Decision, action: PersonAction, actor = holder('C1'), now = T0) => {
  const applied = apply(decision, action, { now, actor });
  return isRefusal(applied) ? applied.message : undefined;
};

describe('taking a position', () => {
  it('[DEC10] a substitute adds to the sequence: the newest counts, all are kept, with who and how', () => {
    const first = must(opened(), take('C1', A), holder('C1'), T0).decision;
    const stand = { ...holder('C1'), id: 'substitute' };
    const second = must(first, take('C1', S, { channel: 'email_link' }), stand, T0 + 5).decision;
    expect(second.rounds[0]?.positions).toMatchObject([
      { seat: 'C1', by: 'holder-C1', at: T0, channel: 'web', position: { choice: 'agree' } },
      {
        seat: 'C1',
        by: 'substitute',
        at: T0 + 5,
        channel: 'email_link',
        position: { choice: 'stand_aside' },
      },
    ]);
    expect(next(second).rounds[0]?.counts[0]?.working).toMatchObject({ cast: 1, tally: { stand_aside: 1 } });
  });

  it('[DEC10] nobody speaks for a seat that is not theirs', () => {
    expect(refused(opened(), take('C1', A), holder('C2'))).toBeDefined();
    expect(refused(opened(), take('C1', A), FACILITATOR)).toBeDefined();
  });

  it('[DEC11] paper is entered by the recorder, with another person as witness and a reference', () => {
    const entered = must(opened(), take('G1', A, paper), RECORDER, T0).decision;
    expect(entered.rounds[0]?.positions[0]).toMatchObject({
      by: 'ravi',
      channel: 'paper',
      witness: 'del-fenn',
      reference: 'PV-001',
    });
    expect(refused(opened(), take('G1', A, { ...paper, witness: 'ravi' }), RECORDER)).toContain(
      'somebody else',
    );
    expect(refused(opened(), take('G1', A, paper), holder('G1'))).toBeDefined();
    expect(personAction.safeParse(take('G1', A, { channel: 'paper', witness: 'x' })).success).toBe(false);
  });

  it('[DEC11] the seat can put right what was entered for it, until the round closes', () => {
    const entered = must(opened(), take('G1', A, paper), RECORDER, T0).decision;
    const put = takes(entered, 'G1', saying(S), T0 + 6 * DAY);
    expect(next(put).rounds[0]?.counts[0]?.working.tally).toEqual({ stand_aside: 1 });
    expect(refused(put, take('G1', A), holder('G1'), T0 + 7 * DAY)).toContain('closed');
  });

  it('[DEC13] a worry, standing aside, a block and "outside our powers" say why; agreeing need not', () => {
    for (const choice of ['agree_with_reservations', 'stand_aside', 'outside_our_powers', 'block'])
      expect(position.safeParse({ choice }).success).toBe(false);
    for (const choice of ['agree', 'abstain', 'for', 'against'])
      expect(position.safeParse({ choice }).success).toBe(true);
  });

  it('[DEC13] a block rests on a shared value or on a harm, and may say what would lift it', () => {
    const block = { choice: 'block', reason: 'why' };
    expect(position.safeParse(block).success).toBe(false);
    expect(position.safeParse({ ...block, value: 'V1' }).success).toBe(true);
    expect(position.safeParse({ ...block, harm: 'h', change: 'c' }).success).toBe(true);
    const unknown = { kind: 'take_position', seat: 'C1', position: { ...block, value: 'V9' }, through: web };
    expect(refused(opened(), unknown as PersonAction)).toContain('shared values');
  });

  it('[DEC13] a worry counts as agreeing, and its reason stays', () => {
    const decision = next(say(opened(), [R, R, R, R, R], T0));
    expect(ending(decision)).toBe('agreed_by_consensus');
    expect(decision.rounds[0]?.positions[0]?.position.reason).toBe('Because of this');
  });

  it('[DEC21] a changed mind is one position with a history, never two votes', () => {
    const changed = say(say(opened(), [A, A, A, A, A], T0), [S, S], T0 + 1);
    expect(next(changed).rounds[0]?.counts[0]?.working).toMatchObject({
      cast: 5,
      tally: { agree: 3, stand_aside: 2 },
    });
    expect(changed.rounds[0]?.positions).toHaveLength(7);
  });

  it('[DEC37] no act edits a position, a count or an outcome; a correction is a note with a name and a reason', () => {
    const decision = next(say(opened(), [A, A, A, A, A], T0));
    const now = T0 + 8 * DAY;
    const noted = must(decision, { kind: 'correct', about: 'PV-001', reason: 'The date' }, RECORDER, now);
    expect(noted.decision.corrections).toEqual([{ about: 'PV-001', by: 'ravi', at: now, text: 'The date' }]);
    expect({ ...noted.decision, corrections: [] }).toEqual(decision);
  });
});

describe('the clock', () => {
  it('[DEC23] a round is open by the clock at the moment of asking, whether or not anything ran', () => {
    const decision = opened();
    const { closesAt } = decision.rounds[0] ?? { closesAt: 0 };
    expect(refused(decision, take('C1', A), holder('C1'), closesAt - 1)).toBeUndefined();
    expect(refused(decision, take('C1', A), holder('C1'), closesAt)).toContain('closed');
    expect(refused(decision, take('C1', A), holder('C1'), closesAt + 400 * DAY)).toContain('closed');
    expect([closesAt - 1, closesAt].map((now) => openRound(decision, now)?.number)).toEqual([1, undefined]);
  });

  it('[DEC23] what follows is the same whenever it is carried out, and carrying it out twice changes nothing', () => {
    const decision = say(opened(), [A, A, A, A, A], T0);
    const { closesAt } = decision.rounds[0] ?? { closesAt: 0 };
    expect(advance(decision, closesAt - 1)).toEqual({ decision, entries: [] });
    const late = advance(decision, closesAt + 3 * DAY).decision;
    expect(late.rounds[0]?.closedAt).toBe(closesAt);
    expect(advance(late, closesAt + 3 * DAY)).toEqual({ decision: late, entries: [] });
  });

  it('[DEC23] what begins while the server was down begins when it is back, so that nobody loses time', () => {
    const decision = say(opened({ rounds: { most: 2 } }), [B, A, A, A, A], T0);
    const late = T0 + 30 * DAY;
    const back = advance(decision, late).decision;
    expect(back.state).toMatchObject({ stage: { kind: 'between', until: late + 7 * DAY } });
  });

  it('[DEC37] closing early, extending and withdrawing have a name and a reason', () => {
    const decision = say(opened(), [A, A, A, A, '-'], T0);
    const early = { kind: 'close_early', reason: 'All have answered' } as const;
    expect(refused(decision, early, FACILITATOR, T0 + 1)).toContain('not answered');
    const all = takes(decision, 'U1', saying(AB), T0 + 1);
    const { entries, decision: closed } = must(all, early, FACILITATOR, T0 + 2);
    expect(entries[0]).toMatchObject({ kind: 'round_closed', by: 'marsha', words: { reason: early.reason } });
    expect(ending(closed)).toBe('agreed_by_consensus');
    const later = { kind: 'extend', closesAt: T0 + 9 * DAY, reason: 'Holidays' } as const;
    expect(must(decision, later, FACILITATOR, T0 + 1).decision.rounds[0]?.closesAt).toBe(T0 + 9 * DAY);
    expect(refused(decision, { ...later, closesAt: T0 + 2 * DAY }, FACILITATOR, T0 + 1)).toBeDefined();
    const gone = must(decision, { kind: 'withdraw', reason: 'New law' }, FACILITATOR, T0 + 1);
    expect(gone.entries[0]).toMatchObject({ by: 'marsha', words: { reason: 'New law' } });
    expect(ending(gone.decision)).toBe('withdrawn');
  });
});

describe('changed words', () => {
  it('[DEC19] every position is stale until its seat confirms or changes it; stale is no answer', () => {
    const amended = must(say(opened(), [A, A, A, A, A], T0), amend(), FACILITATOR, T0 + 1).decision;
    expect(next(amended).rounds[0]?.counts[0]?.working).toMatchObject({ cast: 0, silent: 5 });
    const confirm = (seat: string) => ({ kind: 'confirm_position', seat }) as const;
    const two = ['C1', 'P1', 'G1'].reduce(
      (so, seat) => must(so, confirm(seat), holder(seat), T0 + 2).decision,
      amended,
    );
    expect(next(two).rounds[0]?.counts[0]?.working).toMatchObject({ cast: 3, tally: { agree: 3 } });
    expect(refused(two, confirm('C1'), holder('C1'), T0 + 3)).toBeDefined();
  });

  it('[BYLINK2] an answer by a personal link says so, and who helped; confirming says how it was confirmed', () => {
    const through = { channel: 'link', supporter: 'Ann, my advocate' } as const;
    const take = { kind: 'take_position', seat: 'C1', position: saying(A), through } as const;
    const { decision, entries } = must(opened(), take, holder('C1'), T0 + 1);
    expect(entries[0]).toMatchObject({
      payload: { channel: 'link' },
      words: { supporter: through.supporter },
    });
    expect(JSON.stringify(entries[0]?.payload)).not.toContain('Ann');
    expect(decision.rounds[0]?.positions[0]).toMatchObject(through);
    const amended = must(decision, amend(), FACILITATOR, T0 + 2).decision;
    const confirm = { kind: 'confirm_position', seat: 'C1' } as const;
    const alone = must(amended, confirm, holder('C1'), T0 + 3).decision.rounds[0]?.positions.at(-1);
    expect(alone).toMatchObject({ channel: 'web' });
    expect(alone).not.toHaveProperty('supporter');
    const helped = must(amended, { ...confirm, through }, holder('C1'), T0 + 3).decision;
    expect(helped.rounds[0]?.positions.at(-1)).toMatchObject({ ...through, version: 2 });
  });

  it('[DEC19] a block lives on through new words and rounds until its owner clears it', () => {
    const blocked = say(opened({ rounds: { most: 2 } }), [B, A, A, A, A], T0);
    const amended = must(blocked, amend(), FACILITATOR, T0 + 1).decision;
    const second = next(next(say(amended, ['-', A, A, A, A], T0 + 2)));
    expect(result(second)).toBe('blocked');
    const silent = say(second, ['-', A, A, A, A], second.rounds[1]?.openedAt ?? 0);
    expect(result(next(silent))).toBe('blocked');
    const cleared = say(second, [A, A, A, A, A], second.rounds[1]?.openedAt ?? 0);
    expect(ending(next(cleared))).toBe('agreed_by_consensus');
    expect(cleared.blocks[0]?.steps.at(-1)?.state).toBe('integrated');
  });

  it('[DEC20] in the last 48 hours new words move the closing, or wait for the next round', () => {
    const decision = say(opened({ rounds: { most: 2 } }), [A, A, A, A, A], T0);
    const frozen = T0 + 5 * DAY;
    const before = must(decision, amend(), FACILITATOR, frozen - 1).decision;
    expect(before.rounds[0]).toMatchObject({ version: 2, closesAt: T0 + 7 * DAY });
    const moved = must(decision, amend(), FACILITATOR, frozen + HOUR).decision;
    expect(moved.rounds[0]).toMatchObject({ version: 2, closesAt: frozen + HOUR + 48 * HOUR });
    const waits = must(decision, amend('next_round'), FACILITATOR, frozen).decision;
    expect(waits.rounds[0]).toMatchObject({ version: 1, closesAt: T0 + 7 * DAY });
    const blocked = takes(waits, 'C1', saying(B), frozen + 1);
    expect(next(next(blocked)).rounds[1]).toMatchObject({ version: 2 });
    expect(refused(opened(), amend('next_round'), FACILITATOR, frozen)).toContain('no next round');
  });

  it('[DEC20] words that wait for the next round give way to newer ones, and no version is lost', () => {
    const decision = say(opened({ rounds: { most: 2 } }), [B, A, A, A, A], T0);
    const waits = must(decision, amend('next_round'), FACILITATOR, T0 + 6 * DAY).decision;
    const newer = { ...amend(), hash: 'c'.repeat(64) };
    const between = must(next(waits), newer, FACILITATOR, T0 + 8 * DAY).decision;
    expect(between.versions.map(({ number, hash }) => [number, hash[0]])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ]);
    expect(next(between).rounds[1]).toMatchObject({ version: 3 });
  });

  it('[DEC20] a round can’t be kept open for ever by changing the words', () => {
    const closesAt = T0 + 365 * DAY;
    const long = opened({}, { closesAt, reviewAt: closesAt + DAY });
    expect(refused(long, amend(), FACILITATOR, closesAt - 1)).toContain('a year');
  });
});
