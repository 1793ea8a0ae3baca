import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../../../../shared/decisions/apply.ts';
import type { Decision } from '../../../../shared/decisions/decision.ts';
import type { Position } from '../../../../shared/decisions/positions.ts';
import { valuesToShow } from '../../../../shared/decisions/values.ts';
import { viewOf } from '../../../../shared/decisions/view.ts';
import { isRefusal } from '../../../../shared/refusal.ts';
import { FACILITATOR, holder, must, OTHER_HASH, takes } from './northvale.ts';
import {
  A,
  AB,
  B,
  FIVE,
  MAJORITY,
  next,
  O,
  opened,
  type RuleGiven,
  S,
  STATUS_QUO,
  say,
  saying,
  T0,
} from './table.ts';

const SEAT = { seats: ['U1'], facilitates: false };
const NOBODY = { seats: [], facilitates: false };
const CHAIR = { seats: [], facilitates: true };
const hidden: RuleGiven = { visibility: { when: 'when_closed', by: 'seat' } };
const bySide: RuleGiven = { visibility: { when: 'as_they_come', by: 'side' } };

describe('what is shown of the answers', () => {
  it('[DEC22] as they come, by seat: everyone sees each answer, its history and the count so far', () => {
    const [round] = viewOf(say(say(opened(), [A, A], T0), [S], T0 + 1), NOBODY).rounds;
    expect(round?.positions).toMatchObject([
      { by: 'seat', given: { seat: 'C1', position: { choice: 'stand_aside' } }, earlier: [{ seat: 'C1' }] },
      { by: 'seat', given: { seat: 'C2' }, earlier: [] },
    ]);
    expect(round?.counted?.working).toMatchObject({ cast: 2 });
  });

  it('[DEC22] hidden: one sees one’s own answer and nothing of the others, until the round has closed', () => {
    const decision = say(opened(hidden), [A, B, S, A, A], T0);
    const seen = viewOf(decision, SEAT);
    expect(seen.rounds[0]).toMatchObject({
      hidden: true,
      counted: null,
      positions: [{ given: { seat: 'U1' } }],
    });
    expect(seen.blocks).toEqual([]);
    expect(viewOf(decision, CHAIR).rounds[0]).toMatchObject({ hidden: false, positions: { length: 5 } });
    const closed = viewOf(next(decision), SEAT);
    expect(closed.rounds[0]).toMatchObject({ hidden: false, positions: { length: 5 } });
    expect(closed.blocks).toMatchObject([{ seat: 'C2', state: 'raised' }]);
  });

  it('[DEC22] hidden, and withdrawn before it closed: all is told then as after a close, but nothing is counted', () => {
    const decision = say(opened(hidden), [A, B, S, A, A], T0);
    const withdraw = { kind: 'withdraw', reason: 'The grant is gone' } as const;
    const ended = (so: Decision) => must(so, withdraw, FACILITATOR, T0 + 5).decision;
    const seen = viewOf(ended(decision), SEAT);
    expect(seen.rounds).toMatchObject([
      { hidden: false, closedAt: T0 + 5, counted: null, positions: { length: 5 } },
    ]);
    expect(seen.blocks).toMatchObject([{ seat: 'C2', state: 'raised' }]);
    expect(valuesToShow(ended(decision), NOBODY)).toEqual(['V2', 'V1', 'V3']);
    const sides = { visibility: { when: 'when_closed', by: 'side' } } as const;
    const bySides = viewOf(ended(say(opened(sides), [A, B, S, A, A], T0)), NOBODY);
    expect(bySides.rounds[0]).toMatchObject({ hidden: false, counted: null, positions: { length: 5 } });
    expect(JSON.stringify(bySides)).not.toMatch(/C1|C2|P1|G1|holder/);
  });

  it('[DEC22] by side only: no seat, no time and no person, in an order that tells nothing', () => {
    const given = say(opened(bySide), [A, S, A, A, '-'], T0);
    const shown = JSON.stringify(viewOf(given, NOBODY));
    expect(shown).not.toMatch(/C1|C2|P1|G1|holder/);
    const other = ['G1', 'C2', 'P1', 'C1'].reduce(
      (so, seat, index) => takes(so, seat, saying(seat === 'C2' ? S : A), T0 + index),
      opened(bySide),
    );
    expect(viewOf(other, NOBODY)).toEqual(viewOf(given, NOBODY));
    const swapped = say(opened(bySide), [S, A, A, A, '-'], T0);
    expect(viewOf(swapped, NOBODY)).toEqual(viewOf(given, NOBODY));
  });

  it('[DEC22] by side only: what a seat said that left, or that is outside its powers, is in no list and no tally', () => {
    const tell = (choice: 'agree' | 'stand_aside') => {
      const decision = takes(opened(bySide), 'C1', saying(choice), T0);
      const leaves = { kind: 'seat_leaves', seat: 'C1', reason: 'r' } as const;
      return viewOf(must(decision, leaves, FACILITATOR, T0 + 1).decision, NOBODY);
    };
    expect(tell(A)).toEqual(tell(S));
    const outside = (seat: string) => viewOf(takes(opened(bySide), seat, saying(O), T0), NOBODY);
    expect(outside('C1')).toEqual(outside('C2'));
    const block = viewOf(takes(opened(bySide), 'C1', saying(B), T0), NOBODY);
    expect(JSON.stringify(block)).not.toMatch(/C1|holder/);
  });

  it('[DEC22] a block from an earlier round is shown as it stood, whatever its owner says in the hidden one', () => {
    const second = next(next(say(opened({ ...hidden, rounds: { most: 2 } }), [B, A, A, A, A], T0)));
    const now = second.rounds[1]?.openedAt ?? 0;
    const cleared = takes(second, 'C1', saying(A), now);
    const other = takes(second, 'C1', { choice: 'block', reason: 'r', harm: 'Cold' }, now);
    for (const after of [cleared, other]) expect(viewOf(after, SEAT)).toEqual(viewOf(second, SEAT));
    expect(viewOf(cleared, { seats: ['C1'], facilitates: false }).blocks).toMatchObject([
      { state: 'withdrawn' },
    ]);
  });

  it('[DEC22] nor does a refusal tell: a test of a block answers alike whether or not there is one', () => {
    const rule: RuleGiven = { ...hidden, consensus: { testedBy: 'each_side' } };
    const test = {
      kind: 'test_block',
      seat: 'C1',
      question: 'is_a_block',
      yes: true,
      reason: 'r',
      as: 'U1',
    } as const;
    const asked = (decision: Decision) => apply(decision, test, { now: T0 + 1, actor: holder('U1') });
    expect(asked(say(opened(rule), [B], T0))).toEqual(asked(opened(rule)));
    expect(isRefusal(asked(opened(rule)))).toBe(true);
  });

  it('[DEC22] entries of a hidden round are marked, so that nothing else tells of them either', () => {
    const take = {
      kind: 'take_position',
      seat: 'C1',
      position: saying(B),
      through: { channel: 'web' },
    } as const;
    expect(must(opened(hidden), take, holder('C1'), T0).entries.map((each) => each.hidden)).toEqual([true]);
    expect(must(opened(), take, holder('C1'), T0).entries.map((each) => each.hidden)).toEqual([false]);
  });

  const others = ['C1', 'C2', 'P1', 'G1'];
  const anyPosition = fc.oneof(
    fc.constantFrom(...([A, S, B, AB, O] as const).map((choice) => saying(choice))),
    fc
      .string({ minLength: 1, maxLength: 9 })
      .map((text): Position => ({ choice: 'block', reason: `${text}.`, harm: `${text}.` })),
  );
  const anyPlay = fc.array(fc.tuple(fc.constantFrom(...others), anyPosition, fc.nat(1000)), {
    maxLength: 12,
  });
  const played = (start: Decision, play: readonly (readonly [string, Position, number])[], now: number) =>
    play.reduce((so, [seat, position, later]) => takes(so, seat, position, now + later), start);

  it('[DEC22] whatever the others do in a hidden round, whoever does not facilitate sees exactly the same', () => {
    const first = opened({ ...hidden, rounds: { most: 2 } });
    const second = next(next(say(first, [B, A, S, A, A], T0)));
    for (const start of [first, second])
      fc.assert(
        fc.property(anyPlay, anyPlay, (one, another) => {
          const now = start.rounds.at(-1)?.openedAt ?? 0;
          const own = (play: typeof one) => takes(played(start, play, now), 'U1', saying(S), now + 2000);
          for (const viewer of [SEAT, NOBODY]) {
            expect(viewOf(own(one), viewer)).toEqual(viewOf(own(another), viewer));
            expect(valuesToShow(own(one), viewer)).toEqual(valuesToShow(own(another), viewer));
          }
          const amend = { kind: 'amend', hash: OTHER_HASH, change: 'c', ifFrozen: 'move_closing' } as const;
          const amended = (play: typeof one) => must(own(play), amend, FACILITATOR, now + 3000).decision;
          expect(viewOf(amended(one), SEAT)).toEqual(viewOf(amended(another), SEAT));
        }),
      );
  });

  it('[DEC22] a hidden vote is hidden as well', () => {
    const vote = next(say(opened({ ...hidden, ladder: [MAJORITY, STATUS_QUO] }), [B, A, A, A, A], T0));
    const now = vote.rounds[1]?.openedAt ?? 0;
    const voted = say(vote, ['for', 'against', 'for'], now);
    expect(viewOf(voted, NOBODY)).toEqual(viewOf(vote, NOBODY));
  });
});

describe('the values, when someone blocks or stands aside', () => {
  it('[DEC14] they are shown to everyone at once, the one called upon first', () => {
    expect(valuesToShow(say(opened(), [A, A], T0), NOBODY)).toBeNull();
    expect(valuesToShow(say(opened(), [A, B], T0), NOBODY)).toEqual(['V2', 'V1', 'V3']);
    expect(valuesToShow(say(opened(), [A, S], T0), NOBODY)).toEqual(['V1', 'V2', 'V3']);
  });

  it('[DEC14] and in a hidden round to its owner and the facilitator, until it closes', () => {
    const decision = say(opened(hidden), [B], T0);
    expect(valuesToShow(decision, NOBODY)).toBeNull();
    expect(valuesToShow(decision, { seats: ['C1'], facilitates: false })).toEqual(['V2', 'V1', 'V3']);
    expect(valuesToShow(decision, CHAIR)).toEqual(['V2', 'V1', 'V3']);
    expect(valuesToShow(next(decision), NOBODY)).toEqual(['V2', 'V1', 'V3']);
  });
});

it('[DEC22] a table of five has five own views, and each has its own answer', () => {
  const decision = say(opened(hidden), [A, A, A, A, A], T0);
  for (const { id } of FIVE)
    expect(viewOf(decision, { seats: [id], facilitates: false }).rounds[0]?.positions).toMatchObject([
      { given: { seat: id } },
    ]);
});
