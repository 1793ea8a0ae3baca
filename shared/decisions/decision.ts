import type { Block } from './blocks.ts';
import type { Counted } from './count/working.ts';
import type { Draft, Whole } from './draft.ts';
import type { Body, Conflict, Seat } from './electorate.ts';
import type { Trigger } from './ladder.ts';
import type { Position } from './positions.ts';

export type Channel = 'live' | 'web' | 'email_link' | 'link' | 'paper' | 'spoken';

/** What a seat said, once. A seat's positions are a sequence: the newest counts, all are kept. */
export interface GivenPosition {
  readonly seat: string;
  readonly position: Position;
  readonly by: string;
  readonly at: number;
  readonly channel: Channel;
  /** The version of the words that it is about: about others it is stale. */
  readonly version: number;
  /** For paper and spoken word: who saw it, and where the paper is. */
  readonly witness: string | null;
  readonly reference: string | null;
  /** Who helped whoever answered, where they said so. */
  readonly supporter?: string;
}

export interface Round {
  /** From 1, over all rounds of the decision. */
  readonly number: number;
  /** The id of the ladder's step; null in a round of consensus. */
  readonly step: string | null;
  readonly openedAt: number;
  readonly closesAt: number;
  readonly closedAt: number | null;
  readonly extended: boolean;
  /** In a fallback round the version that is voted on; in a round of consensus the newest. */
  readonly version: number;
  readonly positions: readonly GivenPosition[];
  /** One count each time the round came to its end: two, if it was extended for want of answers. */
  readonly counts: readonly Counted[];
}

/** The words of the proposal: a new version with each amendment, the newest last. A round says which it is about. */
export interface Version {
  readonly number: number;
  readonly hash: string;
  readonly at: number;
  readonly by: string;
  readonly change: string | null;
}

/** Where an open decision is. Time leads out of every one of these. */
export type Stage =
  | { readonly kind: 'round'; readonly number: number }
  /** Between two rounds of consensus: the words can be changed. */
  | { readonly kind: 'between'; readonly until: number }
  /** A step's trigger has fired, and what it asks for has not happened yet. */
  | { readonly kind: 'waiting'; readonly step: string; readonly until: number }
  | { readonly kind: 'deciding'; readonly step: string; readonly until: number }
  | { readonly kind: 'paused'; readonly step: string; readonly until: number };

export type Ending =
  | { readonly kind: 'agreed_by_consensus'; readonly round: number }
  | { readonly kind: 'passed_by_fallback'; readonly step: string; readonly option: string }
  /** The status quo stands. `step` is the last that ran; null when none did. */
  | { readonly kind: 'not_agreed'; readonly step: string | null }
  | { readonly kind: 'referred'; readonly step: string }
  | { readonly kind: 'adopted_as_trial'; readonly step: string; readonly until: number }
  | { readonly kind: 'lapsed' }
  | { readonly kind: 'withdrawn' };

/** Computed, never typed. `paused` is an outcome for the time being. */
export type Outcome = Ending | { readonly kind: 'paused'; readonly step: string; readonly until: number };

export type State =
  | { readonly kind: 'draft' }
  | { readonly kind: 'open'; readonly stage: Stage }
  | { readonly kind: 'ended'; readonly at: number; readonly ending: Ending };

/** A step of the ladder that has had its turn. `passedOver`: what it asked for did not happen in time. */
export interface StepRun {
  readonly step: string;
  readonly at: number;
  readonly how: 'started' | 'passed_over';
  /** For a pause: how many times. */
  readonly times: number;
}

export type BodyAnswer =
  | { readonly kind: 'ratified' }
  | {
      readonly kind: 'ratified_with_condition';
      readonly condition: string;
      readonly accepted: boolean | null;
    }
  | { readonly kind: 'declined' }
  | { readonly kind: 'lapsed' };

/** A body that must say its own yes, and what it said. */
export interface BodyLine {
  readonly body: Body;
  readonly why: 'standing' | 'outside_our_powers' | 'referred';
  readonly dueAt: number;
  readonly answer:
    | (BodyAnswer & {
        readonly at: number;
        readonly by: string;
        readonly reason: string;
        readonly reference: string | null;
      })
    | null;
}

export interface Said {
  readonly by: string;
  readonly at: number;
  readonly text: string;
}

export type Life =
  | { readonly kind: 'standing' }
  | {
      readonly kind: 'over';
      readonly at: number;
      readonly why: 'superseded' | 'reviewed' | 'trial_over' | 'trial_stopped';
    };

/** A decision and all that has happened to it. Nothing in it is ever edited: acts only add. */
export interface Decision {
  readonly id: string;
  readonly state: State;
  readonly draft: Draft;
  /** Everything that opening fixed, unchanged ever after; null in a draft. */
  readonly sealed: Whole | null;
  readonly temperature: readonly {
    readonly seat: string;
    readonly reading: Temperature;
    readonly at: number;
  }[];
  readonly versions: readonly Version[];
  readonly rounds: readonly Round[];
  readonly blocks: readonly Block[];
  /** Handlings as they were judged, the newest for each seat counts. */
  readonly conflicts: readonly (Conflict & { readonly by: string; readonly at: number })[];
  readonly leavers: readonly { readonly seat: string; readonly at: number; readonly reason: string }[];
  /** Seats that joined after opening: shown, and without a position here. */
  readonly joined: readonly { readonly seat: Seat; readonly at: number }[];
  /** For whom a person with several seats speaks in this decision. */
  readonly capacities: readonly { readonly person: string; readonly seat: string }[];
  readonly meetings: readonly Said[];
  readonly steps: readonly StepRun[];
  /** Triggers that led onto the ladder; empty before. */
  readonly fired: readonly Trigger[];
  readonly bodies: readonly BodyLine[];
  readonly met: readonly { readonly condition: string; readonly at: number; readonly reference: string }[];
  readonly minority: readonly (Said & { readonly seat: string })[];
  readonly statement: Said | null;
  readonly corrections: readonly (Said & { readonly about: string })[];
  /** The next review, and whether it has been told that it is due. */
  readonly review: { readonly at: number; readonly told: boolean } | null;
  readonly life: Life;
}

export const TEMPERATURES = ['warm', 'mild', 'cool'] as const;
export type Temperature = (typeof TEMPERATURES)[number];

export function newDecision(id: string): Decision {
  return {
    id,
    state: { kind: 'draft' },
    draft: {},
    sealed: null,
    temperature: [],
    versions: [],
    rounds: [],
    blocks: [],
    conflicts: [],
    leavers: [],
    joined: [],
    capacities: [],
    meetings: [],
    steps: [],
    fired: [],
    bodies: [],
    met: [],
    minority: [],
    statement: null,
    corrections: [],
    review: null,
    life: { kind: 'standing' },
  };
}

/** What opening fixed. Only for decisions that have been opened. */
export function sealedOf({ sealed }: Decision): Whole {
  if (!sealed) throw new Error('a draft has nothing sealed');
  return sealed;
}

export function outcomeOf({ state }: Decision): Outcome | null {
  if (state.kind === 'ended') return state.ending;
  return state.kind === 'open' && state.stage.kind === 'paused' ? { ...state.stage } : null;
}

/** The round that is open at this moment, by the clock alone. */
export function openRound({ state, rounds }: Decision, now: number): Round | undefined {
  if (state.kind !== 'open' || state.stage.kind !== 'round') return undefined;
  const round = rounds.at(-1);
  return round && now < round.closesAt ? round : undefined;
}
