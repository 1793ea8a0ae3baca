import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../../../../shared/decisions/apply.ts';
import { newDecision } from '../../../../shared/decisions/decision.ts';
import type { Draft } from '../../../../shared/decisions/draft.ts';
import type { Step } from '../../../../shared/decisions/ladder.ts';
import { DAY } from '../../../../shared/decisions/moments.ts';
import { meets, needed, parts, ratio } from '../../../../shared/decisions/ratio.ts';
import { rule } from '../../../../shared/decisions/rule.ts';
import { isRefusal } from '../../../../shared/refusal.ts';
import { FACILITATOR, HASH, holder, must, OTHER_HASH } from './northvale.ts';
import { A, draftOf, FIVE, next, opened, ruleOf, STATUS_QUO, say, saying, T0 } from './table.ts';

const MAJORITY_LIKE = {
  id: 'rank',
  when: ['rounds_used' as const],
  days: 7,
  wording: 'last' as const,
  quorum: true,
};

const open = (draft: Draft, now = T0) =>
  apply({ ...newDecision('d'), draft }, { kind: 'open' }, { now, actor: FACILITATOR });

describe('before opening', () => {
  it('[DEC1] what is missing is named, all of it at once, in plain words', () => {
    const refused = open({});
    expect(isRefusal(refused) && Object.keys(refused.fields ?? {}).sort()).toEqual(
      ['closesAt', 'electorate', 'opensAt', 'proposal', 'question', 'reviewAt', 'rule', 'standing'].sort(),
    );
    expect(refused).toMatchObject({ fields: { question: 'Ask the question.' } });
  });

  it('[DEC1] what cannot be is named with it: times that cross, a quorum out of reach, a vote of nobody', () => {
    const draft = draftOf(
      {
        quorum: { atLeast: 6, fromEachSide: 0 },
      },
      {
        closesAt: T0,
        reviewAt: T0 - DAY,
        conflicts: [{ seat: 'X', kind: 'personal', handling: 'may_vote', reason: 'r' }],
      },
    );
    const refused = open(draft);
    expect(isRefusal(refused) && Object.keys(refused.fields ?? {}).sort()).toEqual([
      'closesAt',
      'conflicts',
      'reviewAt',
      'rule',
    ]);
  });

  it('[DEC1] alternatives have names of their own, and there are some where options are ranked', () => {
    const hash = OTHER_HASH;
    const named = (...ids: string[]) =>
      open(draftOf({}, { alternatives: ids.map((id) => ({ id, name: id, hash })) }));
    for (const ids of [['proposal'], ['status_quo'], ['x', 'x']])
      expect(named(...ids)).toMatchObject({
        fields: { alternatives: expect.stringContaining('of its own') },
      });
    expect(isRefusal(named('x', 'y'))).toBe(false);
    const ladder: Step[] = [
      { ...MAJORITY_LIKE, kind: 'ranked_choice', method: 'schulze', unranked: 'below', withStatusQuo: true },
      STATUS_QUO,
    ];
    expect(open(draftOf({ ladder }))).toMatchObject({
      fields: { alternatives: expect.stringContaining('besides') },
    });
  });

  it('[DEC1] it opens neither before its time nor by anyone but a facilitator', () => {
    expect(open(draftOf({}, { opensAt: T0 + 1 }))).toMatchObject({ fields: { opensAt: expect.any(String) } });
    const drafted = { ...newDecision('d'), draft: draftOf() };
    expect(apply(drafted, { kind: 'open' }, { now: T0, actor: holder('C1') })).toMatchObject({
      refused: 'not_allowed',
    });
  });

  it('[DEC1] a ladder has a step, and its last one ends the decision whatever happens', () => {
    const pause = { kind: 'pause' as const, id: 'p', when: ['rounds_used' as const], days: 7, times: 1 };
    expect(rule.safeParse(ruleOf({ ladder: [] })).success).toBe(false);
    expect(rule.safeParse(ruleOf({ ladder: [pause] })).success).toBe(false);
    expect(rule.safeParse(ruleOf({ ladder: [{ ...STATUS_QUO, when: ['tie'] }] })).success).toBe(false);
    expect(
      rule.safeParse(ruleOf({ ladder: [{ ...STATUS_QUO, after: { meetings: 1, waitDays: 1 } }] })).success,
    ).toBe(false);
    expect(rule.safeParse(ruleOf({ ladder: [pause, STATUS_QUO] })).success).toBe(true);
  });

  it('[DEC2] opening seals the draft, and nobody can change it any more', () => {
    const decision = opened();
    expect(decision.sealed).toEqual(draftOf());
    const refused = apply(decision, { kind: 'set_draft', draft: {} }, { now: T0, actor: FACILITATOR });
    expect(isRefusal(refused) && refused.message).toContain('follows');
  });

  it('[DEC2] the entry of the opening carries everything that was sealed, and no free text', () => {
    const draft = draftOf({}, { follows: 'earlier' });
    const { entries } = must({ ...newDecision('d'), draft }, { kind: 'open' }, FACILITATOR, T0);
    const { payload, words } = entries.find(({ kind }) => kind === 'opened') as (typeof entries)[number];
    const { rule: sealedRule, electorate, standing, closesAt, proposal, follows } = draft;
    const { quorum, consensus, rounds, ladder } = sealedRule;
    expect(payload).toMatchObject({ electorate, standing, closesAt, proposal, follows });
    expect(payload.rule).toMatchObject({ quorum, consensus, rounds, ladder });
    expect(JSON.stringify(payload)).not.toContain(draft.question);
    expect(JSON.parse(words.sealed ?? '')).toEqual(draft);
  });

  it('[DEC5] a temperature is taken before opening only, changes at will, and is never counted', () => {
    const warm = { kind: 'take_temperature', seat: 'C1', reading: 'warm' } as const;
    const drafted = { ...newDecision('d'), draft: draftOf() };
    const once = must(drafted, warm, holder('C1'), T0).decision;
    const twice = must(once, { ...warm, reading: 'cool' }, holder('C1'), T0 + 1).decision;
    expect(twice.temperature).toEqual([{ seat: 'C1', reading: 'cool', at: T0 + 1 }]);
    const after = must(twice, { kind: 'open' }, FACILITATOR, T0 + 2).decision;
    expect(isRefusal(apply(after, warm, { now: T0 + 3, actor: holder('C1') }))).toBe(true);
    expect(next(after).rounds[0]?.counts[0]?.working).toMatchObject({ cast: 0, tally: {} });
  });
});

describe('who decides', () => {
  it('[DEC6] a seat that joins later is shown, and has no position', () => {
    const seat = { id: 'G9', side: 'community_provider' as const };
    const joined = must(opened(), { kind: 'seat_joins', seat }, FACILITATOR, T0).decision;
    expect(joined.joined).toEqual([{ seat, at: T0 }]);
    const said = {
      kind: 'take_position',
      seat: 'G9',
      position: saying(A),
      through: { channel: 'web' },
    } as const;
    expect(apply(joined, said, { now: T0, actor: holder('G9') })).toMatchObject({
      message: expect.stringContaining('joined after'),
    });
    expect(next(say(joined, [A, A, A, A, A], T0)).rounds[0]?.counts[0]?.working.eligible).toBe(FIVE.length);
  });

  it('[DEC9] whoever holds two seats says once for which they speak, and speaks for no other', () => {
    const both = holder('C1', 'U1');
    const position = (seat: string) =>
      ({ kind: 'take_position', seat, position: saying(A), through: { channel: 'web' } }) as const;
    expect(isRefusal(apply(opened(), position('C1'), { now: T0, actor: both }))).toBe(true);
    const declared = must(opened(), { kind: 'declare_capacity', seat: 'U1' }, both, T0).decision;
    expect(isRefusal(apply(declared, position('C1'), { now: T0, actor: both }))).toBe(true);
    expect(isRefusal(apply(declared, position('U1'), { now: T0, actor: both }))).toBe(false);
    const again = apply(declared, { kind: 'declare_capacity', seat: 'C1' }, { now: T0, actor: both });
    expect(isRefusal(again)).toBe(true);
  });
});

describe('shares', () => {
  it('[DEC3] a share is two whole numbers, and no more than the whole', () => {
    for (const good of ['3/4', '0/1', '2/3', '99999/99999']) expect(ratio.safeParse(good).success).toBe(true);
    for (const bad of ['0.75', '3/0', '4/3', '-1/2', '3 / 4', '100000/100000', 3])
      expect(ratio.safeParse(bad).success).toBe(false);
  });

  it('[DEC3] what is needed is rounded up: 48.3 needs 49, and more than half of 8 is 5', () => {
    expect(needed(69, '7/10', 'at_least')).toBe(49);
    expect(needed(8, '1/2', 'more_than')).toBe(5);
    expect(needed(8, '3/4', 'at_least')).toBe(6);
    expect(needed(9, '2/3', 'at_least')).toBe(6);
  });

  it('[DEC3] what is needed is exactly the fewest that meet the share, for every share and base', () => {
    const share = fc
      .tuple(fc.nat(300), fc.integer({ min: 1, max: 300 }))
      .map(([a, b]) => `${Math.min(a, b)}/${b}`);
    fc.assert(
      fc.property(
        share,
        fc.integer({ min: 1, max: 10_000 }),
        fc.constantFrom('at_least', 'more_than'),
        (of, base, how) => {
          const fewest = needed(base, of, how as 'at_least');
          expect(meets(fewest, base, of, how as 'at_least')).toBe(true);
          if (fewest > 0) expect(meets(fewest - 1, base, of, how as 'at_least')).toBe(false);
          const [over, under] = parts(of);
          expect(Number.isSafeInteger(over * base) && Number.isSafeInteger(fewest * under)).toBe(true);
        },
      ),
    );
  });

  it('[DEC3] nothing is a share of nothing', () => {
    expect(meets(0, 0, '0/1', 'at_least')).toBe(false);
  });
});

it('[DEC19] the same words again are no amendment', () => {
  const same = { kind: 'amend', hash: HASH, change: 'None', ifFrozen: 'move_closing' } as const;
  expect(isRefusal(apply(opened(), same, { now: T0, actor: FACILITATOR }))).toBe(true);
  expect(isRefusal(apply(opened(), { ...same, hash: OTHER_HASH }, { now: T0, actor: FACILITATOR }))).toBe(
    false,
  );
});
