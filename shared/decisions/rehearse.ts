import { decisionsWords } from '../messages/en/decisions.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import type { Actor, PersonAction } from './actions.ts';
import { apply } from './apply.ts';
import { workingInWords } from './count/lineInWords.ts';
import type { Counted } from './count/working.ts';
import { type Decision, newDecision, outcomeOf, type Round } from './decision.ts';
import { MOST_VALUES } from './draft.ts';
import type { Conflict, Seat } from './electorate.ts';
import { standingBlocks, stepOf } from './facts.ts';
import { DAY } from './moments.ts';
import type { Position } from './positions.ts';
import type { Rule } from './rule.ts';
import { advance, due } from './time.ts';

export interface Rehearsal {
  readonly rule: Rule;
  readonly electorate: readonly Seat[];
  readonly conflicts?: readonly Conflict[] | undefined;
  /** What can be ranked beside the proposal. */
  readonly alternatives?: readonly string[] | undefined;
  /** Whether what a step waits for (meetings, answers to blocks) happens. */
  readonly preconditions?: 'met' | 'missed' | undefined;
  /** What the named decider does, where it comes to that; left out, the rehearsal stops there. */
  readonly decider?: 'adopts' | 'rejects' | 'says_nothing' | undefined;
  /** One after another: what comes in each round, or in the extension of one. */
  readonly rounds: readonly {
    readonly positions: readonly { readonly seat: string; readonly position: Position }[];
  }[];
}

export interface Rehearsed {
  readonly outcome: {
    readonly kind: string;
    readonly step: string | null;
    readonly option: string | null;
  } | null;
  /** What would have to come for it to go on, when it has not ended. */
  readonly waitsFor: 'positions' | 'decider' | null;
  readonly rounds: readonly {
    readonly number: number;
    readonly step: string | null;
    readonly counts: readonly (Counted & { readonly inWords: readonly string[] })[];
  }[];
  readonly steps: readonly { readonly step: string; readonly how: 'started' | 'passed_over' }[];
}

const words = decisionsWords.rehearsal;
const FACILITATOR: Actor = { id: 'facilitator', roles: ['facilitator'], seats: [], bodies: [] };

/**
 * Plays a rule through with made-up positions: a decision that is kept nowhere goes through the same rules, and is counted
 * by the same function, as a real one. Refuses what a real one would refuse, naming the round and the seat.
 */
export function rehearse(rehearsal: Rehearsal): Rehearsed | Refusal {
  const opened = open(rehearsal);
  if (isRefusal(opened)) return opened;
  let decision = opened;
  const coming = rehearsal.rounds.entries();
  for (let next = due(decision); next && decision.state.kind === 'open'; next = due(decision)) {
    const { stage } = decision.state;
    if (stage.kind === 'deciding' && rehearsal.decider === undefined) return told(decision, 'decider');
    if (stage.kind === 'deciding') decision = decided(decision, stage.step, rehearsal.decider, next.at);
    else if (stage.kind === 'waiting' && rehearsal.preconditions !== 'missed')
      decision = fulfil(decision, next.at);
    else if (stage.kind === 'round') {
      const entry = coming.next();
      if (entry.done && !decision.rounds.at(-1)?.extended) return told(decision, 'positions');
      const said = entry.done ? decision : sayAll(decision, entry.value, next.at - 1);
      if (isRefusal(said)) return said;
      decision = advance(said, next.at).decision;
    } else decision = advance(decision, next.at).decision;
  }
  return told(decision, null);
}

function open({ rule, electorate, conflicts, alternatives = [], rounds }: Rehearsal): Decision | Refusal {
  const closesAt = rule.rounds.days * DAY;
  const hash = '0'.repeat(64);
  const draft = {
    question: words.question,
    proposal: hash,
    standing: { kind: 'delegated' as const },
    electorate: [...electorate],
    rule,
    opensAt: 0,
    closesAt,
    reviewAt: closesAt + 1,
    // In a rehearsal any value may be called upon: nothing depends on which.
    values: valuesIn(rounds),
    ...(conflicts ? { conflicts: [...conflicts] } : {}),
    ...(alternatives.length > 0 ? { alternatives: alternatives.map((id) => ({ id, name: id, hash })) } : {}),
  };
  return act({ ...newDecision('rehearsal'), draft }, { kind: 'open' }, FACILITATOR, 0);
}

function valuesIn(rounds: Rehearsal['rounds']): string[] {
  const cited = rounds.flatMap(({ positions }) =>
    positions.flatMap(({ position }) => (position.choice === 'block' ? (position.value ?? []) : [])),
  );
  return [...new Set(cited)].slice(0, MOST_VALUES);
}

function act(decision: Decision, action: PersonAction, actor: Actor, now: number): Decision | Refusal {
  const applied = apply(decision, action, { now, actor });
  return isRefusal(applied) ? applied : applied.decision;
}

type Coming = readonly [number, Rehearsal['rounds'][number]];

function sayAll(decision: Decision, [index, { positions }]: Coming, now: number): Decision | Refusal {
  let so = decision;
  for (const [at, { seat, position }] of positions.entries()) {
    const actor: Actor = { id: seat, roles: [], seats: [seat], bodies: [] };
    const said = act(so, { kind: 'take_position', seat, position, through: { channel: 'web' } }, actor, now);
    if (isRefusal(said))
      return refuse('invalid', words.refused, { [`rounds.${index}.positions.${at}`]: said.message });
    so = said;
  }
  return so;
}

/** In a rehearsal, what a step waits for is taken as done. */
function fulfil(decision: Decision, now: number): Decision {
  const { state } = decision;
  if (state.kind !== 'open' || state.stage.kind !== 'waiting') return decision;
  const { meetings = 0 } = stepOf(decision, state.stage.step).after ?? {};
  const acts: PersonAction[] = [
    ...standingBlocks(decision).map(({ seat }) => ({
      kind: 'answer_block' as const,
      seat,
      text: words.assumed,
    })),
    ...Array.from({ length: meetings }, () => ({ kind: 'hold_meeting' as const, about: words.assumed })),
  ];
  return acts.reduce((so, action) => {
    const next = act(so, action, FACILITATOR, now - 1);
    return isRefusal(next) ? so : next;
  }, decision);
}

function decided(decision: Decision, id: string, how: Rehearsal['decider'], at: number): Decision {
  const step = stepOf(decision, id);
  if (how === 'says_nothing' || step.kind !== 'named_decider') return advance(decision, at).decision;
  const answers = standingBlocks(decision).map(({ seat }) => ({ seat, text: words.assumed }));
  const action = { kind: 'decide', adopt: how === 'adopts', reason: words.assumed, answers } as const;
  const actor: Actor = { id: 'decider', roles: [], seats: [], bodies: [step.decider.id] };
  const next = act(decision, action, actor, at - 1);
  if (isRefusal(next)) throw new Error(`the decider of a rehearsal was refused: ${next.message}`);
  return next;
}

function told(decision: Decision, waitsFor: Rehearsed['waitsFor']): Rehearsed {
  const outcome = outcomeOf(decision);
  return {
    outcome: outcome && {
      kind: outcome.kind,
      step: 'step' in outcome ? outcome.step : null,
      option: 'option' in outcome ? outcome.option : null,
    },
    waitsFor,
    rounds: decision.rounds.filter(({ counts }) => counts.length > 0).map(toldRound),
    steps: decision.steps.map(({ step, how }) => ({ step, how })),
  };
}

function toldRound({ number, step, counts }: Round) {
  return { number, step, counts: counts.map((each) => ({ ...each, inWords: workingInWords(each) })) };
}
