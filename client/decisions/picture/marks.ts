import type { Choice } from '../../../shared/decisions/positions.ts';

/** Everything that a place at the table can show: an answer, or why there is none. */
export type MarkKind =
  | Choice
  | 'silent'
  /** No answer in a round that is closed: it is not coming any more. */
  | 'unanswered'
  /** An answer about words that have changed since. */
  | 'to_confirm'
  | 'no_vote'
  | 'left'
  | 'hidden';

/** In the order of the legend. */
export const MARKS: readonly MarkKind[] = [
  'agree',
  'for',
  'agree_with_reservations',
  'stand_aside',
  'block',
  'against',
  'ranking',
  'abstain',
  'outside_our_powers',
  'no_vote',
  'left',
  'to_confirm',
  'silent',
  'unanswered',
  'hidden',
];
