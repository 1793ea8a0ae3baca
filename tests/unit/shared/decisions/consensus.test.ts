import { describe, expect, it } from 'vitest';
import { apply } from '../../../../shared/decisions/apply.ts';
import type { Line } from '../../../../shared/decisions/count/working.ts';
import type { Decision } from '../../../../shared/decisions/decision.ts';
import type { Conflict } from '../../../../shared/decisions/electorate.ts';
import { quorum } from '../../../../shared/decisions/rule.ts';
import { isRefusal } from '../../../../shared/refusal.ts';
import { FACILITATOR, holder, must, takes } from './northvale.ts';
import { A, AB, B, draftOf, ending, FIVE, next, O, opened, R, result, S, say, saying, T0 } from './table.ts';

const conflict = (seat: string, handling: Conflict['handling']): Conflict => ({
  seat,
  kind: 'financial',
  handling,
  reason: 'Is paid for it',
});
const handle = (decision: Decision, seat: string, handling: Conflict['handling'], now = T0) =>
  must(decision, { kind: 'handle_conflict', conflict: conflict(seat, handling) }, FACILITATOR, now).decision;
const leaves = (decision: Decision, seat: string) =>
  must(decision, { kind: 'seat_leaves', seat, reason: 'Closed down' }, FACILITATOR, T0 + 1).decision;
const working = (decision: Decision) => {
  const counted = decision.rounds[0]?.counts.at(-1);
  if (!counted) throw new Error('not counted yet');
  return counted.working;
};
const line = (decision: Decision, test: Line['test'], side: Line['side'] = null) =>
  working(decision).lines.find((each) => each.test === test && each.side === side);

describe('who is counted', () => {
  it('[DEC7] a seat that leaves is struck, its history kept, and the tally shown with it and without', () => {
    const left = leaves(say(opened(), [S, A, A, A, A], T0), 'C1');
    const counted = working(next(left));
    expect(counted).toMatchObject({ eligible: 4, cast: 4, tally: { agree: 4 } });
    expect(counted.tallyWithLeavers).toEqual({ agree: 4, stand_aside: 1 });
    expect(counted.out).toEqual([{ seat: 'C1', why: 'left' }]);
    expect(left.rounds[0]?.positions).toHaveLength(5);
  });

  it('[DEC7] its block does not lapse by itself: only the facilitator sets it aside, with a reason for all', () => {
    const left = leaves(say(opened(), [B, A, A, A, A], T0), 'C1');
    expect(result(next(left))).toBe('blocked');
    const release = { kind: 'release_block', seat: 'C1', reason: 'They asked us to' } as const;
    const released = must(left, release, FACILITATOR, T0 + 2);
    expect(ending(next(released.decision))).toBe('agreed_by_consensus');
    expect(released.entries[0]).toMatchObject({ by: 'marsha', words: { reason: 'They asked us to' } });
    const present = say(opened(), [B, A, A, A, A], T0);
    expect(isRefusal(apply(present, release, { now: T0 + 1, actor: FACILITATOR }))).toBe(true);
  });

  it('[DEC8] an interest is judged, never automatic: a seat may keep its vote, or not be counted at all', () => {
    const votes = say(handle(opened(), 'C1', 'may_vote'), [A, A, A, A, A], T0);
    expect(working(next(votes)).eligible).toBe(5);
    for (const handling of ['may_speak', 'leaves_the_room'] as const) {
      const judged = handle(opened(), 'C1', handling);
      const position = {
        kind: 'take_position',
        seat: 'C1',
        position: saying(A),
        through: { channel: 'web' },
      } as const;
      expect(apply(judged, position, { now: T0, actor: holder('C1') })).toMatchObject({
        message: expect.stringContaining('no vote'),
      });
      expect(working(next(judged))).toMatchObject({ eligible: 4, out: [{ seat: 'C1', why: 'conflict' }] });
    }
  });

  it('[DEC8] declared in the middle of a round, it strikes the answer and reckons the quorum anew', () => {
    const declared = handle(say(opened(), [A, A, A, '-', '-'], T0), 'C1', 'may_speak', T0 + 1);
    expect(working(next(declared))).toMatchObject({ cast: 2, quorate: false });
    const again = handle(declared, 'C1', 'may_vote', T0 + 2);
    expect(working(next(again))).toMatchObject({ cast: 3, quorate: true });
    expect(again.conflicts.map(({ handling, by }) => [handling, by])).toEqual([
      ['may_speak', 'marsha'],
      ['may_vote', 'marsha'],
    ]);
  });

  it('[DEC18] outside our powers takes a seat out of the count, and its body has its own word afterwards', () => {
    const electorate = FIVE.map((seat) =>
      seat.id === 'P1' ? { ...seat, body: { id: 'nhs', name: 'NHS' } } : seat,
    );
    const decision = next(say(opened({}, { electorate }), [A, A, O, A, A], T0));
    expect(working(decision)).toMatchObject({
      eligible: 4,
      cast: 4,
      out: [{ seat: 'P1', why: 'outside_our_powers' }],
    });
    expect(ending(decision)).toBe('agreed_by_consensus');
    expect(decision.bodies).toMatchObject([{ body: { id: 'nhs' }, why: 'outside_our_powers', answer: null }]);
  });

  it('[DEC18] it holds through new rounds, until the seat itself says otherwise', () => {
    const outside = next(next(say(opened({ rounds: { most: 2 } }), [B, A, O, A, A], T0)));
    const now = outside.rounds[1]?.openedAt ?? 0;
    const cleared = next(say(outside, [A, A, '-', A, A], now));
    expect(cleared.rounds[1]?.counts[0]?.working.eligible).toBe(4);
    const back = next(say(outside, [A, A, A, A, A], now));
    expect(back.rounds[1]?.counts[0]?.working.eligible).toBe(5);
  });

  it('[DEC18] when everyone says so, nothing is decided', () => {
    expect(result(next(say(opened(), [O, O, O, O, O], T0)))).toBe('not_decided');
  });

  it('[DEC16] one organisation, one voice: its seats count once, and abstain if they differ', () => {
    const body = { id: 'council', name: 'Council' };
    const electorate = FIVE.map((seat) => (seat.side === 'commissioner' ? { ...seat, body } : seat));
    const table = () => opened({ voice: 'organisation' }, { electorate });
    expect(working(next(say(table(), [A, R, A, A, A], T0)))).toMatchObject({
      eligible: 4,
      tally: { agree: 3, agree_with_reservations: 1 },
    });
    expect(working(next(say(table(), [A, S, A, A, A], T0)))).toMatchObject({
      cast: 4,
      tally: { agree: 3, abstain: 1 },
      divided: ['C1', 'C2'],
    });
    expect(result(next(say(table(), [A, B, A, A, A], T0)))).toBe('blocked');
    const minusOne = opened({ voice: 'organisation', consensus: { blocks: 1 } }, { electorate });
    expect(result(next(say(minusOne, [B, B, A, A, A], T0)))).toBe('agreed');
  });
});

describe('a round of consensus', () => {
  it('[DEC12] silence is no consent: it never counts as anything but the want of an answer', () => {
    expect(result(next(say(opened(), [A, A, '-', '-', '-'], T0)))).toBe('not_quorate');
    const rule = {
      consensus: { support: { ratio: '1/2', comparison: 'more_than', of: 'eligible' } },
    } as const;
    expect(
      result(
        next(say(opened({ ...rule, quorum: { atLeast: 2, fromEachSide: 0 } }), [A, A, '-', '-', '-'], T0)),
      ),
    ).toBe('not_agreed');
  });

  it('[DEC16] enough answers overall, and some from every side', () => {
    const rule = { quorum: { atLeast: 3, fromEachSide: 1 } };
    const decision = next(say(opened(rule), [A, A, A, A, '-'], T0));
    expect(line(decision, 'answers')).toMatchObject({ have: 4, need: 3, holds: true });
    expect(line(decision, 'answers_from_side', 'people_who_use_services')).toMatchObject({
      have: 0,
      need: 1,
      holds: false,
    });
    expect(result(decision)).toBe('not_quorate');
    expect(ending(next(say(opened(rule), [A, '-', A, A, A], T0)))).toBe('agreed_by_consensus');
  });

  it('[DEC16] a side all of whose seats have another interest is let off, and the record says why', () => {
    const decision = next(
      say(
        handle(opened({ quorum: { atLeast: 3, fromEachSide: 1 } }), 'U1', 'may_speak'),
        [A, A, A, A, '-'],
        T0,
      ),
    );
    expect(line(decision, 'answers_from_side', 'people_who_use_services')).toMatchObject({
      holds: true,
      waived: ['conflict'],
    });
    expect(ending(decision)).toBe('agreed_by_consensus');
  });

  it('[DEC16] a side with fewer seats than the rule asks of it is asked for all it has', () => {
    const decision = next(say(opened({ quorum: { atLeast: 3, fromEachSide: 2 } }), [A, A, A, A, A], T0));
    expect(line(decision, 'answers_from_side', 'community_provider')).toMatchObject({ need: 1, holds: true });
    expect(line(decision, 'answers_from_side', 'commissioner')).toMatchObject({ need: 2, holds: true });
  });

  it('[DEC16] below the floor the scaled quorum holds, and never asks for more than the full one', () => {
    const rule = { quorum: { atLeast: 4, fromEachSide: 0, scaled: { below: 5, share: '2/3' } } };
    expect(line(next(opened(rule)), 'answers')).toMatchObject({ need: 4, share: null });
    expect(line(next(handle(opened(rule), 'U1', 'may_speak')), 'answers')).toMatchObject({
      need: 3,
      share: { ratio: '2/3', base: 4 },
    });
    const steep = { quorum: { atLeast: 2, fromEachSide: 0, scaled: { below: 5, share: '1/1' } } };
    expect(line(next(handle(opened(steep), 'U1', 'may_speak')), 'answers')).toMatchObject({ need: 2 });
  });

  it('[DEC16] there is no quorum of nobody', () => {
    expect(quorum.safeParse({ atLeast: 0, fromEachSide: 0 }).success).toBe(false);
    expect(line(next(opened({ quorum: { atLeast: '0/1', fromEachSide: 0 } })), 'answers')).toMatchObject({
      need: 1,
    });
  });

  it('[DEC17] a sea of abstentions is no agreement', () => {
    expect(result(next(say(opened(), [A, AB, AB, AB, AB], T0)))).toBe('not_agreed');
    expect(result(next(say(opened(), [A, A, A, AB, AB], T0)))).toBe('agreed');
  });

  it('[DEC17] stand-asides within the cap pass, one more does not', () => {
    expect(line(next(say(opened(), [S, A, A, A, A], T0)), 'stand_asides')).toMatchObject({
      have: 1,
      need: 1,
      holds: true,
    });
    expect(result(next(say(opened(), [S, S, A, A, A], T0)))).toBe('not_agreed');
    expect(result(next(say(opened({ consensus: { standAsides: 2 } }), [S, S, A, A, A], T0)))).toBe('agreed');
  });

  it('[DEC17] a block stops it; a rule may bear one', () => {
    expect(result(next(say(opened(), [B, A, A, A, A], T0)))).toBe('blocked');
    expect(result(next(say(opened({ consensus: { blocks: 1 } }), [B, A, A, A, A], T0)))).toBe('agreed');
    expect(result(next(say(opened({ consensus: { blocks: 1 } }), [B, B, A, A, A], T0)))).toBe('blocked');
  });

  it('[DEC17] where the rule says so every side must agree in itself; a side with no vote is let off', () => {
    const support = { ratio: '1/2', comparison: 'more_than', of: 'cast' } as const;
    const rule = { consensus: { standAsides: 5, eachSide: { support, standAsides: 0 } } };
    const decision = next(say(opened(rule), [A, A, A, A, S], T0));
    expect(result(decision)).toBe('not_agreed');
    expect(line(decision, 'support', 'people_who_use_services')).toMatchObject({ have: 0, holds: false });
    expect(line(decision, 'stand_asides', 'people_who_use_services')).toMatchObject({
      have: 1,
      need: 0,
      holds: false,
    });
    const waived = next(handle(say(opened(rule), [A, A, A, A, S], T0), 'U1', 'may_speak'));
    expect(line(waived, 'support', 'people_who_use_services')).toMatchObject({
      waived: ['conflict'],
      holds: true,
    });
    expect(ending(waived)).toBe('agreed_by_consensus');
  });

  it('[DEC25] nobody, or everybody abstaining: nothing is decided, and nothing is divided', () => {
    for (const decision of [opened(), say(opened(), [AB, AB, AB, AB, AB], T0)])
      expect(result(next(decision))).toBe('not_decided');
    expect(ending(next(opened()))).toBe('lapsed');
    expect(ending(next(say(opened(), [AB, AB, AB, AB, AB], T0)))).toBe('not_agreed');
  });

  it('[DEC32] the working redoes the count: who may, who did, by side, and every comparison', () => {
    const { working: found } = next(say(opened(), [A, S, A, R, '-'], T0)).rounds[0]?.counts[0] ?? {};
    expect(found).toMatchObject({ kind: 'consensus', eligible: 5, cast: 4, silent: 1, quorate: true });
    expect(found?.sides).toEqual([
      { side: 'commissioner', eligible: 2, cast: 2, tally: { agree: 1, stand_aside: 1 } },
      { side: 'contracted_provider', eligible: 1, cast: 1, tally: { agree: 1 } },
      { side: 'community_provider', eligible: 1, cast: 1, tally: { agree_with_reservations: 1 } },
      { side: 'people_who_use_services', eligible: 1, cast: 0, tally: {} },
    ]);
    expect(
      found?.lines.map(({ test, have, limit, need, holds }) => [test, have, limit, need, holds]),
    ).toEqual([
      ['answers', 4, 'at_least', 3, true],
      ['blocks', 0, 'at_most', 0, true],
      ['support', 3, 'at_least', 3, true],
      ['stand_asides', 1, 'at_most', 1, true],
    ]);
  });
});

describe('the life of a block', () => {
  const sides = { consensus: { testedBy: 'each_side' } } as const;
  const test = (
    as: string | undefined,
    yes: boolean,
    question: 'is_a_block' | 'is_addressed' = 'is_a_block',
  ) => ({ kind: 'test_block', seat: 'C1', question, yes, reason: 'Because', ...(as && { as }) }) as const;
  const blocked = (rule: Parameters<typeof opened>[0]) => say(opened(rule), [B, A, A, A, A], T0);

  it('[DEC15] where nobody tests, only its owner lifts it', () => {
    const decision = blocked({});
    expect(isRefusal(apply(decision, test(undefined, false), { now: T0 + 1, actor: FACILITATOR }))).toBe(
      true,
    );
    const lifted = takes(decision, 'C1', saying(A), T0 + 1);
    expect(lifted.blocks[0]?.steps.map(({ state, by }) => [state, by])).toEqual([
      ['raised', 'holder-C1'],
      ['withdrawn', 'holder-C1'],
    ]);
    expect(ending(next(lifted))).toBe('agreed_by_consensus');
  });

  it('[DEC15] the facilitator tests: a concern after all does not stop it, a qualified block does', () => {
    const decision = blocked({ consensus: { testedBy: 'facilitator' } });
    expect(isRefusal(apply(decision, test(undefined, false), { now: T0 + 1, actor: holder('C2') }))).toBe(
      true,
    );
    const concern = must(decision, test(undefined, false), FACILITATOR, T0 + 1).decision;
    expect(concern.blocks[0]?.steps.at(-1)).toMatchObject({
      state: 'concern',
      by: 'marsha',
      reason: 'Because',
    });
    expect(ending(next(concern))).toBe('agreed_by_consensus');
    expect(result(next(must(decision, test(undefined, true), FACILITATOR, T0 + 1).decision))).toBe('blocked');
  });

  it('[DEC15] one seat from each side tests: every side must say so to set a block aside', () => {
    const seats = ['C2', 'P1', 'G1', 'U1'];
    const found = (yes: readonly boolean[]) =>
      seats
        .slice(0, yes.length)
        .reduce(
          (so, seat, index) => must(so, test(seat, yes[index] as boolean), holder(seat), T0 + 1).decision,
          blocked(sides),
        );
    expect(found([false, false, false]).blocks[0]?.steps.at(-1)?.state).toBe('raised');
    expect(found([false, false, false, false]).blocks[0]?.steps.at(-1)?.state).toBe('concern');
    expect(found([false, true, false, false]).blocks[0]?.steps.at(-1)?.state).toBe('qualified');
    for (const [as, actor] of [
      ['C1', holder('C1')],
      ['P1', holder('G1')],
      [undefined, FACILITATOR],
    ] as const)
      expect(isRefusal(apply(blocked(sides), test(as, false), { now: T0 + 1, actor }))).toBe(true);
    const once = found([false]);
    expect(isRefusal(apply(once, test('C2', true), { now: T0 + 2, actor: holder('C2') }))).toBe(true);
  });

  it('[DEC15] a qualified block is answered in writing, then found to be addressed or sustained', () => {
    const rule = { consensus: { testedBy: 'facilitator' } } as const;
    const qualified = must(blocked(rule), test(undefined, true), FACILITATOR, T0 + 1).decision;
    const addressed = test(undefined, true, 'is_addressed');
    expect(isRefusal(apply(qualified, addressed, { now: T0 + 2, actor: FACILITATOR }))).toBe(true);
    const answer = { kind: 'answer_block', seat: 'C1', text: 'We will check each month' } as const;
    const answered = must(qualified, answer, FACILITATOR, T0 + 2).decision;
    const set = must(answered, addressed, FACILITATOR, T0 + 3).decision;
    expect(set.blocks[0]?.steps.map(({ state }) => state)).toEqual(['raised', 'qualified', 'addressed']);
    expect(ending(next(set))).toBe('agreed_by_consensus');
    const kept = must(answered, test(undefined, false, 'is_addressed'), FACILITATOR, T0 + 3).decision;
    expect(kept.blocks[0]?.steps.at(-1)?.state).toBe('sustained');
    expect(result(next(kept))).toBe('blocked');
  });

  it('[DEC15] saying a block again does not undo its test; another ground is another block', () => {
    const rule = { consensus: { testedBy: 'facilitator' } } as const;
    const concern = must(blocked(rule), test(undefined, false), FACILITATOR, T0 + 1).decision;
    expect(takes(concern, 'C1', saying(B), T0 + 2).blocks).toEqual(concern.blocks);
    const other = takes(concern, 'C1', { choice: 'block', reason: 'r', harm: 'Cold homes' }, T0 + 2);
    expect(other.blocks.map(({ steps }) => steps.at(-1)?.state)).toEqual(['withdrawn', 'raised']);
    expect(result(next(other))).toBe('blocked');
  });
});

it('[DEC8] interests that are named in the draft hold from the first moment', () => {
  const decision = opened({}, draftOf({}, { conflicts: [conflict('U1', 'leaves_the_room')] }));
  expect(working(next(decision)).out).toEqual([{ seat: 'U1', why: 'conflict' }]);
});
