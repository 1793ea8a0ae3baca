import { isVoting, type Step } from '../../../shared/decisions/ladder.ts';
import type { Position } from '../../../shared/decisions/positions.ts';
import { say } from '../../../shared/decisions/say.ts';
import { tryRuleWords as words } from '../../../shared/messages/en/tryRule.ts';

export type RoundKind = 'consensus' | 'vote' | 'ranking';

/** What a made-up seat says: nothing, one of the choices, or which option it likes best. */
export type Answer = 'silent' | Exclude<Position['choice'], 'ranking'> | `first ${string}`;

/** One round as it is made up: what each seat says; seats that are not there are silent. */
export interface MadeUp {
  readonly kind: RoundKind;
  readonly answers: Readonly<Record<string, Answer>>;
}

const CONSENSUS: readonly Answer[] = [
  'silent',
  'agree',
  'agree_with_reservations',
  'stand_aside',
  'block',
  'abstain',
  'outside_our_powers',
];

/** What can be said in a round of this kind, in the order in which a seat goes through it. */
export function answersIn(kind: RoundKind, options: readonly string[]): readonly Answer[] {
  switch (kind) {
    case 'consensus':
      return CONSENSUS;
    case 'vote':
      return ['silent', 'for', 'against', 'abstain'];
    case 'ranking':
      return ['silent', ...options.map((option) => `first ${option}` as const), 'abstain'];
  }
}

export function kindOf(step: Step | undefined): RoundKind {
  if (!step || !isVoting(step)) return 'consensus';
  return step.kind === 'ranked_choice' ? 'ranking' : 'vote';
}

/** An answer as the count takes it, with a made-up reason where one is asked for; null: silence. */
export function positionOf(answer: Answer): Position | null {
  switch (answer) {
    case 'silent':
      return null;
    case 'agree':
    case 'abstain':
    case 'for':
    case 'against':
      return { choice: answer };
    case 'agree_with_reservations':
    case 'stand_aside':
    case 'outside_our_powers':
      return { choice: answer, reason: words.madeUp };
    case 'block':
      return { choice: answer, reason: words.madeUp, harm: words.madeUp };
    default:
      return { choice: 'ranking', ranking: [answer.slice('first '.length)] };
  }
}

export function sayAnswer(answer: Answer, nameOf: (option: string) => string): string {
  if (!answer.startsWith('first ')) return words.answers[answer as keyof typeof words.answers];
  return say(words.answers.first, { option: nameOf(answer.slice('first '.length)) });
}
