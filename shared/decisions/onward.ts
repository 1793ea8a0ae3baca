import { entry, TIME } from '../ledger/entry.ts';
import { type Decision, type Stage, type StepRun, sealedOf } from './decision.ts';
import { end } from './ending.ts';
import { type Applied, followedBy } from './entries.ts';
import { consensusRounds, standingBlocks, stepOf } from './facts.ts';
import { isVoting, type Step, type Trigger } from './ladder.ts';
import { DAY } from './moments.ts';
import { openVote } from './rounds.ts';

/**
 * What comes after a round or a step that decided nothing, for the reasons that `fired`. The next step of the ladder
 * that one of them triggers starts by itself; while there are rounds left and none is ready, people talk on; when
 * nothing is left, the decision ends.
 */
export function onward(decision: Decision, fired: readonly Trigger[], now: number): Applied {
  const again = pauseAgain(decision, fired, now);
  if (again) return again;
  const next = remaining(decision).find(({ when }) => when.some((trigger) => fired.includes(trigger)));
  if (next && isReady(decision, next)) return start(decision, next, fired, now);
  const talkOn =
    decision.steps.length === 0 && !has(fired, 'rounds_used') && !has(fired, 'quorum_missed_twice');
  if (talkOn) {
    const until = now + sealedOf(decision).rule.rounds.gapDays * DAY;
    return stage(decision, { kind: 'between', until }, now);
  }
  if (next?.after) {
    const until = now + next.after.waitDays * DAY;
    return stage({ ...decision, fired }, { kind: 'waiting', step: next.id, until }, now);
  }
  if (has(fired, 'quorum_missed_twice')) return end(decision, { kind: 'lapsed' }, now, TIME);
  return end(decision, { kind: 'not_agreed', step: decision.steps.at(-1)?.step ?? null }, now, TIME);
}

const has = (fired: readonly Trigger[], trigger: Trigger) => fired.includes(trigger);

/** Steps run in order, and each has one turn: what is left is what comes after the last that had its own. */
function remaining(decision: Decision): readonly Step[] {
  const { ladder } = sealedOf(decision).rule;
  const last = decision.steps.at(-1)?.step;
  return ladder.slice(last === undefined ? 0 : ladder.findIndex(({ id }) => id === last) + 1);
}

/** Whether what a step asks for has happened. */
export function isReady(decision: Decision, { after }: Step): boolean {
  if (!after) return true;
  return (
    consensusRounds(decision).length >= (after.rounds ?? 0) &&
    decision.meetings.length >= (after.meetings ?? 0) &&
    (!after.blocksAnswered || standingBlocks(decision).every(({ answer }) => answer !== null))
  );
}

/** Starts the step that the ladder waits for, once what it asks for has happened. */
export function proceed(decision: Decision, now: number): Applied {
  const { state } = decision;
  if (state.kind === 'open' && state.stage.kind === 'waiting') {
    const step = stepOf(decision, state.stage.step);
    if (isReady(decision, step)) return start(decision, step, decision.fired, now);
  }
  return { decision, entries: [] };
}

/** What the ladder waited for did not happen: the step has had its turn, and never starts. */
export function passOver(decision: Decision, step: string, at: number, now: number): Applied {
  const run: StepRun = { step, at, how: 'passed_over', times: 0 };
  const passed: Applied = {
    decision: { ...decision, steps: [...decision.steps, run] },
    entries: [entry('step_passed_over', at, TIME, { step })],
  };
  return followedBy(passed, (after) => onward(after, decision.fired, now));
}

function start(decision: Decision, step: Step, fired: readonly Trigger[], now: number): Applied {
  const run: StepRun = { step: step.id, at: now, how: 'started', times: 1 };
  // Whoever is on the ladder has no further rounds before them; a tie or a want of answers belongs to one step only.
  const kept = fired.filter((trigger) => trigger !== 'tie' && trigger !== 'quorum_missed_twice');
  const started: Applied = {
    decision: {
      ...decision,
      steps: [...decision.steps, run],
      fired: [...new Set<Trigger>([...kept, 'rounds_used'])],
    },
    entries: [entry('step_started', now, TIME, { step: step.id, kind: step.kind, fired })],
  };
  return followedBy(started, (after) => begin(after, step, now));
}

function begin(decision: Decision, step: Step, now: number): Applied {
  if (isVoting(step)) return openVote(decision, step, now, TIME);
  switch (step.kind) {
    case 'named_decider':
      return stage(decision, { kind: 'deciding', step: step.id, until: now + step.days * DAY }, now);
    case 'pause':
      return stage(decision, { kind: 'paused', step: step.id, until: now + step.days * DAY }, now);
    case 'refer_to_bodies':
      return end(decision, { kind: 'referred', step: step.id }, now, TIME);
    case 'trial':
      return end(
        decision,
        { kind: 'adopted_as_trial', step: step.id, until: now + step.days * DAY },
        now,
        TIME,
      );
    case 'status_quo':
      return end(decision, { kind: 'not_agreed', step: step.id }, now, TIME);
  }
}

/** A pause that may come several times comes again after a round that brought no agreement. */
function pauseAgain(decision: Decision, fired: readonly Trigger[], now: number): Applied | undefined {
  const run = decision.steps.at(-1);
  if (run?.how !== 'started' || has(fired, 'quorum_missed_twice')) return undefined;
  const step = stepOf(decision, run.step);
  if (step.kind !== 'pause' || run.times >= step.times) return undefined;
  const steps = [...decision.steps.slice(0, -1), { ...run, times: run.times + 1 }];
  const until = now + step.days * DAY;
  return stage({ ...decision, steps }, { kind: 'paused', step: step.id, until }, now);
}

function stage(decision: Decision, next: Stage, now: number): Applied {
  return {
    decision: { ...decision, state: { kind: 'open', stage: next } },
    entries: [entry(`now_${next.kind}`, now, TIME, { ...next })],
  };
}
