import type { Preset, RightLine } from '../access.ts';

/** What the journal can say happened, each with what it needs to say it. */
export type Happening =
  | {
      readonly kind: 'document_created';
      readonly detail: { readonly title: string; readonly template: string; readonly preset: Preset };
    }
  | { readonly kind: 'document_renamed'; readonly detail: { readonly from: string; readonly to: string } }
  | { readonly kind: 'document_archived'; readonly detail: Record<string, never> }
  | { readonly kind: 'document_restored'; readonly detail: Record<string, never> }
  | {
      readonly kind: 'document_rights_changed';
      readonly detail: { readonly from: readonly RightLine[]; readonly to: readonly RightLine[] };
    };

/** One line of the journal. `memberId` is null when the server itself did it. */
export type JournalEntry = Happening & {
  readonly partnershipId: string;
  readonly subjectId: string;
  readonly memberId: string | null;
  readonly at: number;
};
