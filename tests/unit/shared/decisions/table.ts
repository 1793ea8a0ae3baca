import type { Decision } from '../../../../shared/decisions/decision.ts';
import type { Whole } from '../../../../shared/decisions/draft.ts';
import type { Seat } from '../../../../shared/decisions/electorate.ts';
import type { Step } from '../../../../shared/decisions/ladder.ts';
import { DAY } from '../../../../shared/decisions/moments.ts';
import type { Choice, Position } from '../../../../shared/decisions/positions.ts';
import type { Rule } from '../../../../shared/decisions/rule.ts';
import { advance, due } from '../../../../shared/decisions/time.ts';
import { at, HASH, northvaleRule, openDecision, takes } from './northvale.ts';

/** A small table: five seats, one or two on each side, and a rule that is easy to reckon with. */
export const FIVE: readonly Seat[] = [
  { id: 'C1', side: 'commissioner' },
  { id: 'C2', side: 'commissioner' },
  { id: 'P1', side: 'contracted_provider' },
  { id: 'G1', side: 'community_provider' },
  { id: 'U1', side: 'people_who_use_services' },
];

export const T0 = at('2025-03-03');

export const STATUS_QUO: Step = { kind: 'status_quo', id: 'end', when: ['rounds_used'] };

export const MAJORITY: Extract<Step, { kind: 'majority' }> = {
  kind: 'majority',
  id: 'vote',
  when: ['rounds_used'],
  days: 7,
  wording: 'last',
  quorum: true,
  threshold: { ratio: '1/2', comparison: 'more_than', of: 'for_and_against' },
};

export function ruleOf({ consensus, rounds, ...given }: RuleGiven = {}): Rule {
  return {
    ...northvaleRule,
    name: 'A rule for a small table',
    quorum: { atLeast: 3, fromEachSide: 0 },
    ladder: [STATUS_QUO],
    ...given,
    consensus: { ...northvaleRule.consensus, ...consensus },
    rounds: { most: 1, days: 7, gapDays: 7, extensionDays: 0, freezeHours: 48, ...rounds },
  };
}

export interface RuleGiven extends Partial<Omit<Rule, 'consensus' | 'rounds'>> {
  readonly consensus?: Partial<Rule['consensus']>;
  readonly rounds?: Partial<Rule['rounds']>;
}

export function draftOf(rule: RuleGiven = {}, given: Partial<Whole> = {}): Whole {
  return {
    question: 'Shall we start the shared trips?',
    proposal: HASH,
    standing: { kind: 'delegated' },
    electorate: [...FIVE],
    rule: ruleOf(rule),
    opensAt: T0,
    closesAt: T0 + 7 * DAY,
    reviewAt: T0 + 100 * DAY,
    values: ['V1', 'V2', 'V3'],
    ...given,
  };
}

export function opened(rule: RuleGiven = {}, given: Partial<Whole> = {}): Decision {
  return openDecision(draftOf(rule, given));
}

/** A position with a reason wherever one is asked for. */
export function saying(choice: Exclude<Choice, 'ranking'>): Position {
  switch (choice) {
    case 'block':
      return { choice, reason: 'People lose out', value: 'V2' };
    case 'agree':
    case 'abstain':
    case 'for':
    case 'against':
      return { choice };
    default:
      return { choice, reason: 'Because of this' };
  }
}

/** Each seat says something, at the same moment; `-` says nothing. In the order of the five. */
export function say(
  decision: Decision,
  choices: readonly (Exclude<Choice, 'ranking'> | '-')[],
  now: number,
): Decision {
  return choices.reduce(
    (so, choice, index) => (choice === '-' ? so : takes(so, (FIVE[index] as Seat).id, saying(choice), now)),
    decision,
  );
}

/** Lets time bring the next thing that it brings. */
export function next(decision: Decision): Decision {
  const coming = due(decision);
  if (!coming) throw new Error('time brings nothing more');
  return advance(decision, coming.at).decision;
}

export function ending(decision: Decision): string {
  return decision.state.kind === 'ended' ? decision.state.ending.kind : decision.state.kind;
}

export function result(decision: Decision): string | undefined {
  return decision.rounds.findLast(({ counts }) => counts.length > 0)?.counts.at(-1)?.result.kind;
}

export const A = 'agree';
export const S = 'stand_aside';
export const B = 'block';
export const O = 'outside_our_powers';
export const R = 'agree_with_reservations';
export const AB = 'abstain';
