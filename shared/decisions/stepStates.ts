import type { Decision } from './decision.ts';
import { readStep } from './readStep.ts';
import type { RecordStep } from './recordApi.ts';
import type { Rule } from './rule.ts';

/** The ladder as it is climbed: which steps ran, which one is on, which comes next, and what was never reached. */
export function stepStates(decision: Decision, rule: Rule | undefined): RecordStep[] {
  const { ladder } = rule ?? { ladder: [] };
  const lastRun = ladder.findIndex(({ id }) => id === decision.steps.at(-1)?.step);
  return ladder.map((step, index) => {
    const run = decision.steps.findLast((each) => each.step === step.id);
    return {
      id: step.id,
      kind: step.kind,
      reading: readStep(step, index > 0),
      state: stateOfStep(decision, step.id, index - lastRun),
      at: run?.at ?? null,
      times: run?.times ?? 0,
    };
  });
}

/** `past`: how far it comes after the last step that had its turn. */
function stateOfStep(decision: Decision, id: string, past: number): RecordStep['state'] {
  const { state, steps } = decision;
  if (isOn(decision, id))
    return state.kind === 'open' && state.stage.kind === 'waiting' ? 'waiting' : 'running';
  const run = steps.findLast((each) => each.step === id);
  if (run) return run.how === 'passed_over' ? 'passed_over' : 'ran';
  if (state.kind === 'ended' || past < 0) return 'not_reached';
  const waits = state.kind === 'open' && state.stage.kind === 'waiting';
  return past === 1 && !waits ? 'next' : 'ahead';
}

function isOn({ state, rounds }: Decision, id: string): boolean {
  if (state.kind !== 'open') return false;
  if (state.stage.kind === 'round') return rounds.at(-1)?.step === id;
  return 'step' in state.stage && state.stage.step === id;
}
