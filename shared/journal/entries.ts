import type { Preset, RightLine, Sensitivity } from '../access.ts';

/** Someone in a seat. The journal holds people's ids, never their names: a name may be sealed later. */
export interface InSeat {
  readonly memberId: string;
  readonly kind: 'holder' | 'substitute';
}

/** What someone held when they went. */
interface Held {
  readonly roles: readonly string[];
  readonly seatIds: readonly string[];
  readonly reason: string;
}

/** What a seat, or the partnership itself, said of itself before and after. Only what changed is there. */
type Wording = Readonly<Record<string, string>>;

/** Lines that only whoever they are about reads. */
export const OWN_KINDS = ['calendar_made', 'calendar_taken_back'] as const;

/** What the journal can say happened, each with what it needs to say it. */
export type Happening =
  | {
      readonly kind: 'document_created';
      readonly detail: { readonly title: string; readonly template: string; readonly preset: Preset };
    }
  | { readonly kind: 'document_renamed'; readonly detail: { readonly from: string; readonly to: string } }
  | { readonly kind: 'version_named'; readonly detail: { readonly name: string } }
  | { readonly kind: 'document_archived'; readonly detail: Record<string, never> }
  | { readonly kind: 'document_restored'; readonly detail: Record<string, never> }
  | {
      readonly kind: 'document_rights_changed';
      readonly detail: { readonly from: readonly RightLine[]; readonly to: readonly RightLine[] };
    }
  | {
      readonly kind: 'document_published';
      readonly detail: { readonly title: string; readonly contentHash: string };
    }
  | { readonly kind: 'document_withdrawn'; readonly detail: Record<string, never> }
  | {
      readonly kind: 'document_sensitivity_changed';
      readonly detail: { readonly from: Sensitivity; readonly to: Sensitivity; readonly reason: string };
    }
  | {
      readonly kind: 'partnership_founded';
      readonly detail: { readonly name: string; readonly seats: number };
    }
  | {
      readonly kind: 'partnership_changed';
      readonly detail: { readonly from: Wording; readonly to: Wording; readonly reason: string };
    }
  | {
      readonly kind: 'seat_added';
      readonly detail: { readonly name: string; readonly side: string; readonly reason: string };
    }
  | {
      readonly kind: 'seat_changed';
      readonly detail: {
        readonly name: string;
        readonly from: Wording;
        readonly to: Wording;
        readonly reason: string;
      };
    }
  | { readonly kind: 'seats_ordered'; readonly detail: { readonly reason: string } }
  | {
      readonly kind: 'seat_retired';
      readonly detail: {
        readonly name: string;
        readonly people: readonly InSeat[];
        readonly reason: string;
      };
    }
  | {
      readonly kind: 'seat_people_changed';
      readonly detail: {
        readonly name: string;
        readonly from: readonly InSeat[];
        readonly to: readonly InSeat[];
        readonly reason: string;
      };
    }
  | {
      readonly kind: 'member_roles_changed';
      readonly detail: {
        readonly from: readonly string[];
        readonly to: readonly string[];
        readonly reason: string;
      };
    }
  /** Which name was left or taken is nobody's business, and what was opened stays with who opened it. */
  /** A personal link, told of by whose it is alone: what it is about may be for few. */
  | {
      readonly kind: 'link_made' | 'link_taken_back' | 'person_added';
      readonly detail: Record<string, never>;
    }
  /** One's own business: shown to nobody else. */
  | {
      readonly kind: (typeof OWN_KINDS)[number];
      readonly detail: Record<string, never>;
    }
  | { readonly kind: 'chosen_name_taken'; readonly detail: Record<string, never> }
  | { readonly kind: 'chosen_name_left'; readonly detail: Record<string, never> }
  | { readonly kind: 'name_opened'; readonly detail: { readonly reason: string } }
  | { readonly kind: 'facilitation_handed_over'; readonly detail: { readonly reason: string } }
  | { readonly kind: 'member_left'; readonly detail: Held }
  | { readonly kind: 'member_removed'; readonly detail: Held }
  /** Invitations are told of by the place alone: whoever comes in may do so under a chosen name. */
  | { readonly kind: 'invited'; readonly detail: PlaceOffered }
  | { readonly kind: 'invited_again'; readonly detail: PlaceOffered }
  | { readonly kind: 'invitation_revoked'; readonly detail: PlaceOffered }
  | { readonly kind: 'invitation_declined'; readonly detail: PlaceOffered }
  | { readonly kind: 'came_in'; readonly detail: PlaceOffered }
  | { readonly kind: 'rule_named'; readonly detail: { readonly name: string } }
  | { readonly kind: 'rule_retired'; readonly detail: { readonly name: string } }
  | { readonly kind: 'comment_hidden' | 'comment_shown'; readonly detail: { readonly reason: string } }
  | {
      readonly kind: 'suggestion_accepted' | 'question_made';
      readonly detail: { readonly suggestedBy: string };
    }
  | { readonly kind: 'values_signed'; readonly detail: { readonly contentHash: string } }
  | ValuesHappening
  | AskingHappening;

/** That people were asked about something, and that it was said what came of it. Of a decision, by its number, as above. */
type AskingHappening =
  | {
      readonly kind: 'document_asking_asked' | 'document_asking_answered' | 'document_asking_withdrawn';
      readonly detail: { readonly rung: string };
    }
  | {
      readonly kind: 'decision_asking_asked' | 'decision_asking_answered' | 'decision_asking_withdrawn';
      readonly detail: { readonly rung: string; readonly decision: number | null };
    };

/** What can happen to a shared value or a behaviour. A decision is told of by its number; null: not everyone may see it. */
type ValuesHappening =
  | { readonly kind: 'value_proposed'; readonly detail: { readonly words: string } }
  | {
      readonly kind: 'value_reworded';
      readonly detail: { readonly words: string; readonly from: Wording; readonly to: Wording };
    }
  | { readonly kind: 'value_retired'; readonly detail: { readonly words: string; readonly reason: string } }
  /** What is not signed yet is nobody else's to read, so that its words are not told. */
  | { readonly kind: 'behaviour_written' | 'behaviour_dropped'; readonly detail: Record<string, never> }
  | { readonly kind: 'behaviour_signed'; readonly detail: { readonly will: string } }
  | {
      readonly kind: 'behaviour_retired';
      readonly detail: { readonly will: string; readonly reason: string };
    }
  | {
      readonly kind: 'values_adopted' | 'values_retired';
      readonly detail: { readonly decision: number | null; readonly words: readonly string[] };
    };

/** The place that an invitation offers: a seat by its name, roles by their key. */
export interface PlaceOffered {
  readonly seat: string | null;
  readonly seatKind: 'holder' | 'substitute' | null;
  readonly roles: readonly string[];
}

/** One line of the journal. `memberId` is null when the server itself did it. */
export type JournalEntry = Happening & {
  readonly partnershipId: string;
  readonly subjectId: string;
  readonly memberId: string | null;
  readonly at: number;
};
