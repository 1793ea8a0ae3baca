import type { Hearer } from '../../shared/live/changes.ts';

/** What comments are about. */
export type About =
  | { readonly kind: 'document'; readonly id: string }
  | { readonly kind: 'decision'; readonly id: string };

/** What comments must know of a decision, told by decisions themselves. */
export interface DecisionSeen {
  readonly partnershipId: string;
  readonly number: number;
  readonly restricted: boolean;
  /** The number of the round whose answers are being kept back now; null: nothing is hidden. */
  readonly hidingRound: number | null;
  mayRead(member: Hearer): boolean;
}
