import type { Decision } from '../../../../shared/decisions/decision.ts';
import { sealedOf } from '../../../../shared/decisions/decision.ts';
import { outs } from '../../../../shared/decisions/facts.ts';
import { readStep } from '../../../../shared/decisions/readStep.ts';
import type { DecisionAnswer, NamedSeat, RecordRound } from '../../../../shared/decisions/recordApi.ts';
import { type Viewer, viewOf } from '../../../../shared/decisions/view.ts';

/** What pages need of a decision's rounds, as the engine shows them to someone. */
export function answerFor(decision: Decision, viewer: Viewer) {
  const view = viewOf(decision, viewer);
  const out = new Map(outs(decision).map(({ seat, why }) => [seat, why]));
  const rounds = view.rounds.map((round): RecordRound => {
    const { counted } = round;
    return {
      ...round,
      kind: 'consensus',
      wordsFixedFrom: null,
      options: [],
      counted: counted && { ...counted, inWords: [] },
    };
  });
  const seats = sealedOf(decision).electorate.map(({ id, side }): NamedSeat => {
    const why = out.get(id);
    const told = why === 'outside_our_powers' ? null : (why ?? null);
    return { id, code: id, name: `Seat ${id}`, side, here: 'voting', out: told };
  });
  const blocks = view.blocks.map((block, index) => ({ ...block, block: `block-${index}` }));
  return {
    now: decision.rounds.at(-1)?.openedAt ?? 0,
    state: decision.state,
    sealed: sealedOf(decision),
    rounds,
    seats,
    blocks,
    steps: stepsOf(decision),
    meetings: decision.meetings,
    bodies: decision.bodies,
    review: decision.review,
    me: { actor: null, seats: viewer.seats, capacity: null, facilitates: viewer.facilitates, receipts: [] },
  } as unknown as DecisionAnswer;
}

function stepsOf(decision: Decision): DecisionAnswer['steps'] {
  return sealedOf(decision).rule.ladder.map((step, index) => {
    const run = decision.steps.findLast((each) => each.step === step.id);
    const state = !run ? 'ahead' : run.how === 'passed_over' ? 'passed_over' : 'ran';
    const reading = readStep(step, index > 0);
    return { id: step.id, kind: step.kind, reading, state, at: run?.at ?? null, times: run?.times ?? 0 };
  });
}
