import { decisionRecordWords as words } from '../messages/en/decisionRecord.ts';
import { PROPOSAL, STATUS_QUO } from './count/ranked.ts';
import { type Decision, type Ending, type Stage, sealedOf } from './decision.ts';
import { effectOf } from './effect.ts';
import { isPositive } from './ending.ts';
import { stepOf, votingStep } from './facts.ts';
import type { NextThing } from './recordApi.ts';
import { say } from './say.ts';
import { due } from './time.ts';

/** Where a decision stands, in plain sentences without a date. */
export function whereItStands(decision: Decision): string {
  const { state, life } = decision;
  switch (state.kind) {
    case 'draft':
      return words.says.draft;
    case 'open':
      return openSays(decision, state.stage);
    case 'ended': {
      const said = endedSays(decision, state.ending);
      if (!isPositive(state.ending)) return said;
      const { agreement, force } = effectOf(decision);
      const rest =
        life.kind === 'over' ? [words.over[life.why]] : [words.agreement[agreement], words.force[force]];
      return [said, ...rest].filter((each) => each !== '').join(' ');
    }
  }
}

function openSays(decision: Decision, stage: Stage): string {
  switch (stage.kind) {
    case 'round': {
      const round = decision.rounds.at(-1);
      const step = round ? votingStep(decision, round) : null;
      if (!step) return say(words.says.consensus, { number: stage.number });
      return step.kind === 'ranked_choice' ? words.says.ranking : words.says.vote;
    }
    case 'deciding':
      return say(words.says.deciding, { name: deciderOf(decision, stage.step) });
    case 'between':
    case 'waiting':
    case 'paused':
      return words.says[stage.kind];
  }
}

function endedSays(decision: Decision, ending: Ending): string {
  if (ending.kind !== 'passed_by_fallback' || ending.option === PROPOSAL) return words.says[ending.kind];
  if (ending.option === STATUS_QUO) return words.says.statusQuo;
  return say(words.says.alternative, { name: optionName(decision, ending.option) });
}

/** What time does next by itself, in plain words, and when; null: nothing more. */
export function nextThing(decision: Decision): NextThing | null {
  const coming = due(decision);
  if (!coming) return null;
  const { at, action } = coming;
  switch (action.kind) {
    case 'decider_silent': {
      const { state } = decision;
      const step = state.kind === 'open' && 'step' in state.stage ? state.stage.step : '';
      return { at, says: say(words.next.decider_silent, { name: deciderOf(decision, step) }) };
    }
    case 'body_lapses': {
      const line = decision.bodies.find(({ body }) => body.id === action.body);
      return { at, says: say(words.next.body_lapses, { name: line?.body.name ?? words.someBody }) };
    }
    default:
      return { at, says: words.next[action.kind] };
  }
}

/** What an option of a vote is called. */
export function optionName(decision: Decision, option: string): string {
  if (option === PROPOSAL || option === STATUS_QUO) return words.options[option];
  return (sealedOf(decision).alternatives ?? []).find(({ id }) => id === option)?.name ?? option;
}

function deciderOf(decision: Decision, id: string): string {
  const step = stepOf(decision, id);
  return step.kind === 'named_decider' ? step.decider.name : words.someBody;
}
