import { readFileSync } from 'node:fs';
import type { Role } from '../../shared/partnerships/roles.ts';
import type { Side } from '../../shared/partnerships/sides.ts';

/** The example partnership as its file tells it. Seats go by their code: C1, G2. */
export interface NorthvaleFile {
  readonly partnership: {
    readonly name: string;
    readonly place: string;
    readonly started: string;
    readonly political_outcome: { readonly by: string; readonly text: string };
    readonly strategic_output: { readonly text: string };
    readonly tactical_spec: { readonly text: string };
  };
  readonly parties: readonly Party[];
  readonly people_without_votes: readonly {
    readonly name: string;
    readonly role: Role;
    readonly note?: string;
  }[];
  readonly rules: {
    readonly quorum: { readonly min_votes: number };
    readonly consensus: { readonly max_stand_aside_share: number };
    readonly max_rounds_before_fallback: number;
    readonly text_freeze_hours_before_close: number;
    readonly fallbacks: Readonly<Record<'F1' | 'F2' | 'F3' | 'F4', { readonly name: string }>>;
  };
  readonly values: readonly {
    readonly id: string;
    readonly text: string;
    readonly in_practice: string;
    readonly question: string;
    /** The seat that brought it in. */
    readonly proposed_by: string;
  }[];
  readonly behaviours: readonly {
    readonly id: string;
    readonly leader: string;
    readonly will: string;
    readonly will_not: string;
    readonly seen_by: string;
    readonly links: readonly string[];
  }[];
  readonly hypotheses: readonly Hypothesis[];
  readonly gap_analysis: readonly {
    readonly objective: string;
    readonly gap: readonly string[];
    readonly implications: readonly string[];
  }[];
  readonly offers: readonly Offer[];
  readonly delivery: readonly DeliveryLine[];
  readonly due_diligence: readonly {
    readonly offer: string;
    readonly item: string;
    readonly state: 'done' | 'open';
    readonly evidence?: string;
    readonly expires?: string;
    readonly owner?: string;
    readonly due?: string;
  }[];
  readonly experiments: readonly {
    readonly question: string;
    readonly start: string;
    readonly end: string;
    readonly limit: string;
    readonly measure: string;
    readonly stop_if: string;
  }[];
  readonly decisions: readonly Decision[];
}

export interface Party {
  readonly id: string;
  readonly name: string;
  readonly side: Side;
  readonly lead: string;
  readonly substitute?: string;
  readonly note?: string;
}

export interface Hypothesis {
  readonly id: string;
  readonly text: string;
  readonly tests?: readonly string[];
  readonly evidence?: readonly { readonly source: string; readonly finding: string }[];
  readonly status: 'accepted' | 'refuted_as_worded' | 'being_tested';
  readonly replaced_by?: string;
}

export interface Offer {
  readonly party: string;
  readonly prepared_to: string;
  readonly skills: readonly string[];
  readonly limits: string;
  readonly firmness: string;
}

export interface DeliveryLine {
  readonly what: string;
  readonly how: string;
  readonly by_whom: readonly string[];
  readonly answerable: string;
  readonly where: string;
  readonly when: string;
  readonly cost_gbp: number;
  readonly measure: string;
}

export interface Decision {
  readonly id: string;
  readonly title: string;
  readonly conflicts: readonly {
    readonly seat: string;
    readonly kind: string;
    readonly note: string;
    readonly managed: string;
  }[];
  readonly rounds: readonly Round[];
  readonly minority_statement?: { readonly by: string; readonly text: string };
  readonly conditions?: readonly string[];
  readonly ratification: readonly {
    readonly body: string;
    readonly result: string;
    readonly date: string;
    readonly condition?: string;
  }[];
  readonly referral?: readonly {
    readonly body: string;
    readonly result: string;
    readonly reason: string;
    readonly date: string;
  }[];
  readonly outcome: string;
}

export interface Round {
  readonly kind: 'consensus' | 'fallback';
  readonly opened: string;
  readonly closed: string;
  readonly amendment?: { readonly by: string; readonly change: string };
  readonly votes: readonly Vote[];
  /** What was counted then: what the raw answers have to come to. */
  readonly worked: {
    readonly eligible: number;
    readonly quorum_needed: number;
    readonly votes_cast: number;
    readonly quorate: boolean;
    readonly tally: Readonly<Record<string, number>>;
    readonly result: string;
  };
}

export interface Vote {
  readonly seat: string;
  readonly choice: string;
  readonly channel: string;
  readonly reason?: string;
  readonly value?: string;
  readonly harm?: string;
  readonly recorded_by?: string;
  readonly witness?: string;
  readonly paper_ref?: string;
}

/** Reads the example's own copy of the partnership, fresh each time. */
export function northvaleFile(): NorthvaleFile {
  return JSON.parse(readFileSync(new URL('./northvale.json', import.meta.url), 'utf8')) as NorthvaleFile;
}
