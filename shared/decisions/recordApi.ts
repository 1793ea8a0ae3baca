import type { Block as Words } from '../documents/blocks.ts';
import type { Side } from '../partnerships/sides.ts';
import type { Counted } from './count/working.ts';
import type { BodyLine, Decision, Life, Outcome, Stage } from './decision.ts';
import type { Draft, Whole } from './draft.ts';
import type { Effect } from './effect.ts';
import type { Conflict, OutReason } from './electorate.ts';
import type { Step } from './ladder.ts';
import type { Need, Offer } from './offers.ts';
import type { ShownBlock, ShownPosition } from './view.ts';

/** One line of the register. Nothing in it depends on answers that are hidden. */
export interface RegisterLine {
  readonly id: string;
  readonly number: number;
  readonly question: string;
  readonly restricted: boolean;
  readonly state: 'draft' | 'open' | 'ended';
  /** Where it stands, in one plain sentence without a date: «Round 2 is open.» */
  readonly says: string;
  readonly stage: Stage | null;
  readonly outcome: Outcome | null;
  readonly effect: Effect | null;
  readonly life: Life;
  /** When the round that is open closes. */
  readonly closesAt: number | null;
  /** What time does next by itself, in plain words, and when. */
  readonly next: NextThing | null;
  readonly openedAt: number | null;
  readonly endedAt: number | null;
  /** The next review, once something is decided. */
  readonly reviewAt: number | null;
  readonly reviewDue: boolean;
  /** What waits for the one who asks. Empty: nothing. */
  readonly needsMe: readonly Need[];
  /** Whether the words in the document differ from those that were agreed; null: not bound, or nothing agreed. */
  readonly drift: boolean | null;
}

export interface NextThing {
  readonly at: number;
  readonly says: string;
}

export interface RegisterAnswer {
  readonly decisions: readonly RegisterLine[];
  /** Ask for the next page with `before` set to this; null: this was the last. */
  readonly before: number | null;
  /** Of all that you may read. */
  readonly counts: {
    readonly draft: number;
    readonly open: number;
    readonly ended: number;
    readonly needsMe: number;
    readonly reviewDue: number;
  };
}

/** A seat as this decision knows it. Seats that are gone from the table keep the name they had. */
export interface NamedSeat {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly side: Side;
  readonly here: 'voting' | 'joined_later' | 'not_voting';
  /** Why it is not counted although it is of the electorate; null: it is. «Outside our powers» only where you may know. */
  readonly out: OutReason | null;
}

/** A text that somebody wrote, or an answer that they gave, is by one of these: `people[by]`. */
export interface NamedPerson {
  readonly name: string;
  /** Null: their name has been erased. */
  readonly memberId: string | null;
}

export interface ShownVersion {
  readonly number: number;
  readonly hash: string;
  readonly at: number;
  readonly by: string;
  readonly change: string | null;
}

export interface RecordRound {
  readonly number: number;
  readonly step: string | null;
  readonly kind: 'consensus' | 'vote' | 'ranking';
  readonly openedAt: number;
  readonly closesAt: number;
  readonly closedAt: number | null;
  readonly extended: boolean;
  readonly version: number;
  /** From when the words can't change without moving the closing; null: no freeze, or not a round of consensus. */
  readonly wordsFixedFrom: number | null;
  /** What can be put in order or voted on: ids with names. */
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly hidden: boolean;
  readonly positions: readonly ShownPosition[];
  readonly counted: (Counted & { readonly inWords: readonly string[] }) | null;
}

export interface RecordBlock extends ShownBlock {
  /** Names this block in acts: `test_block`, `answer_block`, `release_block` and `decide` take it as `seat`. */
  readonly block: string;
}

export interface RecordStep {
  readonly id: string;
  readonly kind: Step['kind'];
  readonly reading: string;
  readonly state: 'ran' | 'running' | 'waiting' | 'passed_over' | 'next' | 'ahead' | 'not_reached';
  readonly at: number | null;
  /** How many times, for a pause. */
  readonly times: number;
}

export interface TimelineLine {
  /** Stands for the line in lists; tells nothing. */
  readonly key: string;
  readonly at: number;
  readonly kind: string;
  readonly by: string | null;
  readonly seat: string | null;
  readonly says: string;
  /** What was written with it. */
  readonly words: string | null;
}

/** The ledger's line of what I did. `seq` comes when no hidden round can be counted by it any more. */
export interface ActReceipt {
  readonly hash: string;
  readonly seq: number | null;
  readonly at: number;
  readonly kind: string;
  readonly seat: string | null;
}

export interface ShownValue {
  readonly id: string;
  readonly words: string;
  readonly practice: string;
  readonly question: string;
}

/** Everything that the page of one decision needs, as the one who asks may see it. */
export interface DecisionAnswer {
  readonly id: string;
  readonly partnershipId: string;
  /** The server's clock when it answered. */
  readonly now: number;
  readonly line: RegisterLine;
  /** What was sealed; in a draft what has been written so far, with the seats that would decide if it opened now. */
  readonly terms: Draft;
  readonly sealed: Whole | null;
  readonly draft: DraftState | null;
  /** The rule as plain sentences for these seats; empty while there is none. */
  readonly ruleReading: readonly string[];
  readonly state: Decision['state'];
  readonly versions: readonly ShownVersion[];
  /** The words by their hash: the proposal's, each version's, each alternative's. */
  readonly texts: Readonly<Record<string, readonly Words[]>>;
  readonly rounds: readonly RecordRound[];
  readonly blocks: readonly RecordBlock[];
  readonly steps: readonly RecordStep[];
  readonly seats: readonly NamedSeat[];
  readonly people: Readonly<Record<string, NamedPerson>>;
  readonly me: {
    /** My name in the ledger: `by` is this where it was me. Null: I have done nothing here yet. */
    readonly actor: string | null;
    readonly seats: readonly string[];
    /** The seat for which I said that I speak here. */
    readonly capacity: string | null;
    readonly facilitates: boolean;
    readonly receipts: readonly ActReceipt[];
  };
  readonly acts: readonly Offer[];
  readonly values: readonly ShownValue[];
  /** Ids of `values` to show now because somebody blocks or stands aside, those called upon first; null: no call for them. */
  readonly valuesToShow: readonly string[] | null;
  readonly effect: Effect | null;
  readonly bodies: readonly BodyLine[];
  readonly conditions: readonly {
    readonly id: string;
    readonly text: string;
    readonly met: { readonly at: number; readonly reference: string } | null;
  }[];
  readonly conflicts: readonly (Conflict & { readonly by: string | null; readonly at: number | null })[];
  readonly leavers: Decision['leavers'];
  readonly joined: Decision['joined'];
  readonly temperature: Decision['temperature'];
  readonly meetings: Decision['meetings'];
  readonly minority: Decision['minority'];
  /** Until when seats that did not carry the day may add their words; null where there is none. */
  readonly minorityUntil: number | null;
  readonly statement: Decision['statement'];
  /** Until when someone is asked to write it; null where nobody is any more. */
  readonly statementUntil: number | null;
  readonly corrections: Decision['corrections'];
  readonly review: Decision['review'];
  readonly timeline: readonly TimelineLine[];
  readonly follows: LinkedDecision | null;
  readonly followedBy: readonly LinkedDecision[];
}

export interface LinkedDecision {
  readonly id: string;
  readonly number: number;
  readonly question: string;
}

export interface DraftState {
  /** For each field, what its present content is called: a patch says on which it rests. A field not set has ''. */
  readonly versions: Readonly<Record<string, string>>;
  /** What is missing or can't be, by field, all at once; empty: it can be opened. */
  readonly problems: Readonly<Record<string, string>>;
}

export interface WordsAnswer {
  readonly hash: string;
  readonly blocks: readonly Words[];
  readonly decision: DecisionAnswer;
}

export interface ActAnswer {
  readonly receipt: ActReceipt;
  readonly decision: DecisionAnswer;
}
