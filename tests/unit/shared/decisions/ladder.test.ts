import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../shared/decisions/actions.ts';
import { apply } from '../../../../shared/decisions/apply.ts';
import type { Decision } from '../../../../shared/decisions/decision.ts';
import type { Step } from '../../../../shared/decisions/ladder.ts';
import { DAY } from '../../../../shared/decisions/moments.ts';
import { advance } from '../../../../shared/decisions/time.ts';
import { isRefusal } from '../../../../shared/refusal.ts';
import { FACILITATOR, must, OTHER_HASH, speaker, takes } from './northvale.ts';
import {
  A,
  AB,
  B,
  ending,
  MAJORITY,
  next,
  opened,
  type RuleGiven,
  result,
  S,
  STATUS_QUO,
  say,
  saying,
  T0,
} from './table.ts';

const BLOCKED = [B, A, A, A, A] as const;

/** Blocked in the only round there is, so that the ladder begins. */
function onLadder(
  ladder: Step[],
  rule: RuleGiven = {},
  first: Parameters<typeof say>[1] = BLOCKED,
): Decision {
  return next(say(opened({ ladder, ...rule }), first, T0));
}

function voted(decision: Decision, choices: Parameters<typeof say>[1]): Decision {
  return next(say(decision, choices, decision.rounds.at(-1)?.openedAt ?? 0));
}

const stage = ({ state }: Decision) => (state.kind === 'open' ? state.stage.kind : state.kind);
const F = 'for';
const N = 'against';

describe('the ladder', () => {
  it('[DEC26] a step is triggered by a block that stands, by the rounds used up, by want of answers, or by a tie', () => {
    const on = (when: Step['when'][number]): Step[] => [
      { kind: 'status_quo', id: 'first', when: [when] },
      { kind: 'status_quo', id: 'last', when: ['rounds_used'] },
    ];
    const two = { rounds: { most: 2 } };
    expect(onLadder(on('sustained_block'), two).steps).toMatchObject([{ step: 'first' }]);
    expect(stage(onLadder(on('rounds_used'), two))).toBe('between');
    expect(onLadder(on('quorum_missed_twice'), two, [A]).steps).toMatchObject([{ step: 'first' }]);
    const tie = onLadder([MAJORITY, { ...STATUS_QUO, id: 'tied', when: ['tie'] }, STATUS_QUO]);
    expect(voted(tie, [F, F, N, N, AB]).steps.map(({ step }) => step)).toEqual(['vote', 'tied']);
    expect(voted(tie, [F, N, N, N, AB]).steps.map(({ step }) => step)).toEqual(['vote', 'end']);
  });

  it('[DEC26] it waits for what the step asks for, which then starts at once; obstructing does not bring it', () => {
    const after = { meetings: 1, blocksAnswered: true as const, waitDays: 7 };
    const waiting = onLadder([{ ...MAJORITY, after }, STATUS_QUO]);
    expect(stage(waiting)).toBe('waiting');
    const met = must(waiting, { kind: 'hold_meeting', about: 'Ways' }, FACILITATOR, T0 + 8 * DAY).decision;
    expect(stage(met)).toBe('waiting');
    const answer = { kind: 'answer_block', seat: 'C1', text: 'We hear it' } as const;
    const started = must(met, answer, FACILITATOR, T0 + 9 * DAY);
    expect(started.decision.steps).toMatchObject([{ step: 'vote', how: 'started', at: T0 + 9 * DAY }]);
    const passed = next(met);
    expect(passed.steps).toMatchObject([
      { step: 'vote', how: 'passed_over' },
      { step: 'end', how: 'started' },
    ]);
    expect(ending(passed)).toBe('not_agreed');
  });

  it('[DEC26] whatever brings about what it waits for starts it: a block that is tested needs no answer', () => {
    const after = { blocksAnswered: true as const, waitDays: 7 };
    const waiting = onLadder([{ ...MAJORITY, after }, STATUS_QUO], {
      consensus: { testedBy: 'facilitator' },
    });
    const test = { kind: 'test_block', seat: 'C1', question: 'is_a_block', yes: false, reason: 'r' } as const;
    const tested = must(waiting, test, FACILITATOR, T0 + 8 * DAY).decision;
    expect(tested.steps).toMatchObject([{ step: 'vote', how: 'started' }]);
  });

  it('[DEC26] a step for which too few rounds have been held does not start yet', () => {
    const after = { rounds: 2, waitDays: 7 };
    const step: Step = { ...MAJORITY, when: ['sustained_block'], after };
    const first = onLadder([step, STATUS_QUO], { rounds: { most: 2 } });
    expect(stage(first)).toBe('between');
    expect(voted(next(first), BLOCKED).steps).toMatchObject([{ step: 'vote', how: 'started' }]);
  });

  it('[DEC27] steps run in order, each starts once, and nobody can start one', () => {
    const steps: Step[] = [MAJORITY, { ...MAJORITY, id: 'second' }, STATUS_QUO];
    const first = onLadder(steps);
    const second = voted(first, [N, N, N, N, N]);
    const third = voted(second, [N, N, N, N, N]);
    expect(third.steps.map(({ step }) => step)).toEqual(['vote', 'second', 'end']);
    expect(ending(third)).toBe('not_agreed');
    expect(voted(first, [F, F, F, F, F]).state).toMatchObject({
      ending: { kind: 'passed_by_fallback', step: 'vote', option: 'proposal' },
    });
  });

  it('[DEC24] want of answers extends once, then the ladder’s step for it, else it lapses', () => {
    const rule = { rounds: { extensionDays: 3 } };
    const extended = onLadder([STATUS_QUO], rule, [A]);
    expect(extended.rounds[0]).toMatchObject({ extended: true, closesAt: T0 + 10 * DAY, positions: [{}] });
    expect(ending(next(extended))).toBe('lapsed');
    const ladder: Step[] = [{ ...MAJORITY, when: ['quorum_missed_twice'], quorum: false }, STATUS_QUO];
    const step = next(onLadder(ladder, rule, [A]));
    expect(step.steps).toMatchObject([{ step: 'vote' }]);
    expect(ending(voted(step, [F, '-', '-', '-', '-']))).toBe('passed_by_fallback');
    expect(ending(voted(step, [N, '-', '-', '-', '-']))).toBe('not_agreed');
    expect(ending(next(onLadder([MAJORITY, STATUS_QUO], rule, [A])))).toBe('lapsed');
  });

  it('[DEC24] a vote with too few answers is extended once too', () => {
    const vote = voted(onLadder([MAJORITY, STATUS_QUO], { rounds: { extensionDays: 3 } }), [F]);
    expect(vote.rounds[1]).toMatchObject({ extended: true, closedAt: null });
    expect(ending(next(vote))).toBe('lapsed');
  });
});

describe('kinds of step', () => {
  it('[DEC28] a majority counts as its denominator says', () => {
    const of = (base: 'eligible' | 'cast' | 'for_and_against', choices: Parameters<typeof say>[1]) => {
      const threshold = { ratio: '1/2', comparison: 'more_than' as const, of: base };
      const decision = voted(onLadder([{ ...MAJORITY, threshold }, STATUS_QUO]), choices);
      return result(decision);
    };
    expect(of('for_and_against', [F, F, N, AB, AB])).toBe('passed');
    expect(of('cast', [F, F, N, AB, AB])).toBe('failed');
    expect(of('cast', [F, F, N, '-', '-'])).toBe('passed');
    expect(of('eligible', [F, F, N, '-', '-'])).toBe('failed');
    expect(of('eligible', [F, F, F, N, N])).toBe('passed');
  });

  it('[DEC28] concurrent majorities: overall and within each side; an empty side is let off or fails, as set', () => {
    const step: Step = {
      kind: 'concurrent_majority',
      id: 'both',
      when: ['rounds_used'],
      days: 7,
      wording: 'last',
      quorum: true,
      overall: { ratio: '3/5', comparison: 'at_least', of: 'for_and_against' },
      within: { ratio: '1/2', comparison: 'more_than', of: 'for_and_against' },
      sides: ['commissioner', 'people_who_use_services'],
      emptySide: 'waived',
    };
    expect(result(voted(onLadder([step, STATUS_QUO]), [F, F, F, N, N]))).toBe('failed');
    expect(result(voted(onLadder([step, STATUS_QUO]), [F, F, N, N, F]))).toBe('passed');
    expect(result(voted(onLadder([step, STATUS_QUO]), [F, F, F, N, '-']))).toBe('failed');
    const conflict = { seat: 'U1', kind: 'personal', handling: 'may_speak', reason: 'r' } as const;
    const without = (each: Step) =>
      must(onLadder([each, STATUS_QUO]), { kind: 'handle_conflict', conflict }, FACILITATOR, T0 + 8 * DAY)
        .decision;
    expect(result(voted(without(step), [F, F, F, N]))).toBe('passed');
    expect(result(voted(without({ ...step, emptySide: 'fails' }), [F, F, F, N]))).toBe('failed');
  });

  it('[DEC28] a named decider decides by a date and answers each block; silent, the ladder goes on', () => {
    const decider = { id: 'director', name: 'The director' };
    const step: Step = { kind: 'named_decider', id: 'one', when: ['rounds_used'], days: 7, decider };
    const deciding = onLadder([step, STATUS_QUO]);
    const decide = (
      answers: { seat: string; text: string }[],
      actor: Actor = speaker('director'),
      adopt = true,
    ) => apply(deciding, { kind: 'decide', adopt, reason: 'Weighed', answers }, { now: T0 + 8 * DAY, actor });
    expect(isRefusal(decide([]))).toBe(true);
    expect(isRefusal(decide([{ seat: 'C1', text: 'No' }], FACILITATOR))).toBe(true);
    const decided = decide([{ seat: 'C1', text: 'Heard' }]);
    expect(!isRefusal(decided) && ending(decided.decision)).toBe('passed_by_fallback');
    expect(!isRefusal(decided) && decided.decision.blocks[0]?.answer?.text).toBe('Heard');
    const refused = decide([{ seat: 'C1', text: 'Heard' }], speaker('director'), false);
    expect(!isRefusal(refused) && ending(refused.decision)).toBe('not_agreed');
    expect(next(deciding).steps.map((each) => each.step)).toEqual(['one', 'end']);
  });

  it('[DEC28] refer: each body decides alone, with reasons, by a date', () => {
    const bodies = [
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B' },
    ];
    const decision = onLadder([
      { kind: 'refer_to_bodies', id: 'refer', when: ['rounds_used'], days: 28, bodies },
    ]);
    expect(decision.state).toMatchObject({ kind: 'ended', ending: { kind: 'referred', step: 'refer' } });
    expect(decision.bodies.map(({ body, dueAt }) => [body.id, dueAt])).toEqual([
      ['a', T0 + 35 * DAY],
      ['b', T0 + 35 * DAY],
    ]);
    expect(next(next(decision)).bodies.map(({ answer }) => answer?.kind)).toEqual(['lapsed', 'lapsed']);
  });

  it('[DEC28] a trial is adopted until its date, can be stopped by its rule, and then is over', () => {
    const step: Step = {
      kind: 'trial',
      id: 'try',
      when: ['rounds_used'],
      days: 30,
      scope: 's',
      stopRule: 'r',
    };
    const trial = onLadder([step]);
    expect(trial.state).toMatchObject({ ending: { kind: 'adopted_as_trial', until: T0 + 37 * DAY } });
    expect(next(trial).life).toMatchObject({ kind: 'over', why: 'trial_over' });
    const stop = { kind: 'stop_trial', reason: 'Someone fell' } as const;
    expect(must(trial, stop, FACILITATOR, T0 + 10 * DAY).decision.life).toMatchObject({
      why: 'trial_stopped',
    });
  });

  it('[DEC28] a pause brings one more round on its date, at most as often as the step says', () => {
    const step: Step = { kind: 'pause', id: 'pause', when: ['rounds_used'], days: 10, times: 2 };
    const paused = onLadder([step, STATUS_QUO]);
    expect(paused.state).toMatchObject({ stage: { kind: 'paused', until: T0 + 17 * DAY } });
    const again = voted(next(paused), [B, A, A, A, A]);
    expect(stage(again)).toBe('paused');
    const third = voted(next(again), [B, A, A, A, A]);
    expect(ending(third)).toBe('not_agreed');
    expect(third.rounds).toHaveLength(3);
    expect(ending(voted(next(paused), [A, A, A, A, A]))).toBe('agreed_by_consensus');
  });

  it('[DEC29] a tie fails a majority, whatever its share', () => {
    const threshold = { ratio: '1/2', comparison: 'at_least' as const, of: 'for_and_against' as const };
    const tied = voted(onLadder([{ ...MAJORITY, threshold }, STATUS_QUO]), [F, F, N, N, AB]);
    expect(result(tied)).toBe('tie');
    expect(ending(tied)).toBe('not_agreed');
  });

  it('[DEC29] a casting vote is the position its holder had given, and no other', () => {
    const tie = (holder: string, choices: Parameters<typeof say>[1]) =>
      voted(onLadder([{ ...MAJORITY, castingVote: holder }, STATUS_QUO]), choices);
    const passed = tie('C1', [F, F, N, N, AB]);
    expect(result(passed)).toBe('passed');
    expect(passed.rounds[1]?.counts[0]?.working.castingVote).toEqual({ seat: 'C1', choice: 'for' });
    expect(passed.rounds[1]?.counts[0]?.working.tally).toEqual({ for: 2, against: 2, abstain: 1 });
    expect(result(tie('P1', [F, F, N, N, AB]))).toBe('failed');
    expect(result(tie('U1', [F, F, N, N, AB]))).toBe('tie');
    expect(result(tie('C1', [F, N, N, N, F]))).toBe('failed');
  });

  it('[DEC30] who stood aside abstains unless they speak; nothing else is carried over', () => {
    const vote = onLadder([MAJORITY, STATUS_QUO], { consensus: { standAsides: 0 } }, [S, A, A, A, S]);
    const counted = voted(vote, ['-', F, F, '-', N]).rounds[1]?.counts[0]?.working;
    expect(counted).toMatchObject({ cast: 4, silent: 1, tally: { for: 2, against: 1, abstain: 1 } });
  });

  it('[DEC30] the vote is on the words last put to consensus, unless the step says the original', () => {
    const amended = (wording: 'last' | 'original') => {
      const decision = opened({ ladder: [{ ...MAJORITY, wording }, STATUS_QUO] });
      const amend = { kind: 'amend', hash: OTHER_HASH, change: 'c', ifFrozen: 'move_closing' } as const;
      return next(say(must(decision, amend, FACILITATOR, T0).decision, BLOCKED, T0 + 1));
    };
    expect(amended('last').rounds[1]?.version).toBe(2);
    expect(amended('original').rounds[1]?.version).toBe(1);
    const late = { kind: 'amend', hash: 'c'.repeat(64), change: 'c', ifFrozen: 'move_closing' } as const;
    expect(isRefusal(apply(amended('last'), late, { now: T0 + 8 * DAY, actor: FACILITATOR }))).toBe(true);
  });

  it('[DEC30] words that waited for a round that never came are not voted on', () => {
    const step: Step = { ...MAJORITY, when: ['sustained_block'] };
    const decision = say(opened({ ladder: [step, STATUS_QUO], rounds: { most: 2 } }), BLOCKED, T0);
    const amend = { kind: 'amend', hash: OTHER_HASH, change: 'c', ifFrozen: 'next_round' } as const;
    const vote = next(must(decision, amend, FACILITATOR, T0 + 6 * DAY).decision);
    expect(vote.rounds[1]).toMatchObject({ step: 'vote', version: 1 });
    expect(vote.versions).toHaveLength(2);
  });

  it('[DEC30] a vote takes for, against and abstain, and nothing else', () => {
    const vote = onLadder([MAJORITY, STATUS_QUO]);
    expect(() => takes(vote, 'C1', saying(A), T0 + 8 * DAY)).toThrow('not one of the answers');
    expect(() => takes(opened(), 'C1', saying(F), T0)).toThrow('not one of the answers');
  });
});

it('[DEC27] whenever the server looks, the step has started once', () => {
  const decision = say(opened({ ladder: [MAJORITY, STATUS_QUO] }), BLOCKED, T0);
  const at = T0 + 7 * DAY;
  const once = advance(decision, at);
  expect(once.entries.filter(({ kind }) => kind === 'step_started')).toHaveLength(1);
  expect(advance(once.decision, at).entries).toEqual([]);
});
