import type { Question } from './blocks.ts';
import type { Choice } from './positions.ts';

/** What can be said for a seat in the round that is open. `options`: what can be put in order, where that is asked. */
interface Answering {
  readonly choices: readonly Choice[];
  readonly options: readonly string[];
}

/**
 * An act that this person may do with this decision now, with for whom or on what. What they write is not looked at:
 * `open` is offered to a facilitator while things are still missing. A block is named as the page names it.
 */
export type Offer =
  | {
      readonly kind:
        | 'set_draft'
        | 'open'
        | 'withdraw'
        | 'handle_conflict'
        | 'hold_meeting'
        | 'open_next_round'
        | 'close_early'
        | 'write_statement'
        | 'correct'
        | 'stop_trial'
        | 'review'
        | 'supersede';
    }
  | {
      readonly kind: 'take_temperature' | 'declare_capacity' | 'confirm_position' | 'add_minority_statement';
      readonly seat: string;
    }
  | ({ readonly kind: 'take_position'; readonly seat: string } & Answering)
  /** `take_position` by the recorder, for what was given on paper or spoken, for any of these seats. */
  | ({ readonly kind: 'record_position'; readonly seats: readonly string[] } & Answering)
  | {
      readonly kind: 'test_block';
      readonly block: string;
      readonly question: Question;
      /** The seat that tests, where one from each side does. */
      readonly as: string | null;
    }
  | { readonly kind: 'answer_block' | 'release_block'; readonly block: string }
  | {
      readonly kind: 'amend';
      /** What can become of new words: in the freeze before closing only one of these may be left. */
      readonly ifFrozen: readonly ('move_closing' | 'next_round')[];
    }
  /** To a later time than it closes now, and no later than this. */
  | { readonly kind: 'extend'; readonly after: number; readonly latest: number }
  /** Each of these blocks needs an answer in writing. */
  | { readonly kind: 'decide'; readonly blocks: readonly string[] }
  | {
      readonly kind: 'answer_for_body';
      readonly body: string;
      /** The recorder enters a body's answer from a document, and says from which. */
      readonly needsReference: boolean;
    }
  | { readonly kind: 'answer_condition'; readonly body: string }
  | { readonly kind: 'meet_condition'; readonly condition: string };

/** What waits for this person, the most pressing first. */
export type Need =
  | 'answer'
  | 'confirm'
  | 'say_for_whom'
  | 'test_block'
  | 'decide'
  | 'answer_for_body'
  | 'answer_block'
  | 'answer_condition'
  | 'write_statement'
  | 'review';
