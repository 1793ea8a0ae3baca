import type { Side } from '../../partnerships/sides.ts';
import type { BlockState } from '../blocks.ts';
import type { Out, OutReason } from '../electorate.ts';
import type { Choice } from '../positions.ts';
import type { Comparison, Denominator, Ratio } from '../ratio.ts';

/** What a round of answers came to. `option` is `proposal` or the id of an alternative. */
export type Result =
  | { readonly kind: 'agreed' }
  | { readonly kind: 'blocked' }
  | { readonly kind: 'not_agreed' }
  | { readonly kind: 'passed'; readonly option: string }
  | { readonly kind: 'failed' }
  | { readonly kind: 'tie'; readonly options: readonly string[] }
  /** Too few answered. It is never "rejected". */
  | { readonly kind: 'not_quorate' }
  /** Nobody answered, or everybody abstained. */
  | { readonly kind: 'not_decided' };

export type LineName =
  | 'answers'
  | 'answers_from_side'
  | 'blocks'
  | 'support'
  | 'stand_asides'
  | 'majority'
  | 'more_for_than_against';

/** One comparison: `have` voices, against the whole number that the rule comes to here. */
export interface Line {
  readonly test: LineName;
  /** Null: all seats together. */
  readonly side: Side | null;
  readonly have: number;
  readonly limit: 'at_least' | 'at_most';
  readonly need: number;
  /** Where `need` comes from, when it is a share. */
  readonly share: {
    readonly ratio: Ratio;
    readonly comparison: Comparison;
    readonly of: Denominator;
    readonly base: number;
  } | null;
  readonly holds: boolean;
  /** Why nothing is asked of this side: none of its seats is counted. */
  readonly waived: readonly OutReason[] | null;
}

export type Tally = { readonly [choice in Choice]?: number };

export interface SideCount {
  readonly side: Side;
  readonly eligible: number;
  readonly cast: number;
  readonly tally: Tally;
}

/** For every pair, how many voices like `over` better than `under`, and the strength of the strongest path. */
export interface Pair {
  readonly over: string;
  readonly under: string;
  readonly voices: number;
  readonly path: number;
}

export interface Stage {
  readonly counts: readonly { readonly option: string; readonly voices: number }[];
  /** Voices none of whose ranked options are left. */
  readonly spent: number;
  /** Who goes out after this stage. Several: they tie for last, and each way was tried. */
  readonly last: readonly string[];
}

export type RankedWorking =
  | { readonly method: 'schulze'; readonly pairs: readonly Pair[]; readonly winners: readonly string[] }
  | {
      readonly method: 'instant_runoff';
      readonly stages: readonly Stage[];
      readonly winners: readonly string[];
    };

/** Everything that led to a result, so that a reader can redo the count by hand. */
export interface Working {
  readonly kind: 'consensus' | 'majority' | 'concurrent_majority' | 'ranked_choice';
  readonly voice: 'seat' | 'organisation';
  readonly eligible: number;
  readonly cast: number;
  readonly silent: number;
  readonly quorate: boolean;
  readonly out: readonly Out[];
  readonly tally: Tally;
  /** The tally as it would be with the positions of seats that have left; null when none did. */
  readonly tallyWithLeavers: Tally | null;
  readonly sides: readonly SideCount[];
  readonly lines: readonly Line[];
  readonly blocks: readonly { readonly seat: string; readonly state: BlockState; readonly stands: boolean }[];
  /** Organisations whose seats answered differently: they count as abstaining. */
  readonly divided: readonly string[];
  readonly castingVote: { readonly seat: string; readonly choice: 'for' | 'against' } | null;
  readonly ranked: RankedWorking | null;
}

export interface Counted {
  readonly result: Result;
  readonly working: Working;
}
