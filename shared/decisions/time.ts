import { entry, TIME } from '../ledger/entry.ts';
import type { TimeAction } from './actions.ts';
import type { Decision } from './decision.ts';
import { type Applied, followedBy } from './entries.ts';
import { onward, passOver } from './onward.ts';
import { openConsensusRound } from './rounds.ts';
import { closeRound } from './settle.ts';

export interface Due {
  readonly at: number;
  readonly action: TimeAction;
}

/** What time will do next to a decision by itself, and when; undefined when it will do nothing more. */
export function due({ state, rounds, bodies, review, life }: Decision): Due | undefined {
  switch (state.kind) {
    case 'draft':
      return undefined;
    case 'open':
      switch (state.stage.kind) {
        case 'round':
          return { at: rounds.at(-1)?.closesAt ?? 0, action: { kind: 'close_round' } };
        case 'between':
          return { at: state.stage.until, action: { kind: 'gap_over' } };
        case 'waiting':
          return { at: state.stage.until, action: { kind: 'wait_over' } };
        case 'deciding':
          return { at: state.stage.until, action: { kind: 'decider_silent' } };
        case 'paused':
          return { at: state.stage.until, action: { kind: 'pause_over' } };
      }
      break;
    case 'ended': {
      const found: Due[] = bodies
        .filter(({ answer }) => answer === null)
        .map(({ body, dueAt }) => ({ at: dueAt, action: { kind: 'body_lapses', body: body.id } }));
      if (life.kind === 'standing' && state.ending.kind === 'adopted_as_trial')
        found.push({ at: state.ending.until, action: { kind: 'trial_over' } });
      if (life.kind === 'standing' && review && !review.told)
        found.push({ at: review.at, action: { kind: 'review_due' } });
      return found.sort((a, b) => a.at - b.at)[0];
    }
  }
}

/**
 * Carries out whatever time has brought by `now`, in its order. Asking twice changes nothing more, so that it may be
 * called by a timer, at start-up and before every act.
 */
export function advance(decision: Decision, now: number): Applied {
  let so: Applied = { decision, entries: [] };
  for (let next = due(decision); next && next.at <= now; next = due(so.decision)) {
    const { at, action } = next;
    so = followedBy(so, (before) => brought(before, action, at, now));
  }
  return so;
}

function brought(decision: Decision, action: TimeAction, at: number, now: number): Applied {
  switch (action.kind) {
    case 'close_round':
      return closeRound(decision, at, now);
    case 'gap_over':
    case 'pause_over':
      return openConsensusRound(decision, now, TIME);
    case 'wait_over':
      return passOver(decision, stepInStage(decision), at, now);
    case 'decider_silent': {
      const silent = entry('decider_silent', at, TIME, { step: stepInStage(decision) });
      return followedBy({ decision, entries: [silent] }, (after) => onward(after, after.fired, now));
    }
    case 'body_lapses':
      return {
        decision: {
          ...decision,
          bodies: decision.bodies.map((line) =>
            line.body.id === action.body
              ? { ...line, answer: { kind: 'lapsed', at, by: TIME, reason: '', reference: null } }
              : line,
          ),
        },
        entries: [entry('body_lapsed', at, TIME, { body: action.body })],
      };
    case 'trial_over':
      return {
        decision: { ...decision, life: { kind: 'over', at, why: 'trial_over' } },
        entries: [entry('trial_over', at, TIME)],
      };
    case 'review_due':
      return {
        decision: { ...decision, review: decision.review && { ...decision.review, told: true } },
        entries: [entry('review_due', at, TIME)],
      };
  }
}

function stepInStage({ state }: Decision): string {
  if (state.kind === 'open' && 'step' in state.stage) return state.stage.step;
  throw new Error('no step of the ladder is under way');
}
