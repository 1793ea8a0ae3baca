import { valuesWords as words } from '../messages/en/values.ts';
import type { OwnMember } from '../partnerships/api.ts';
import { type Refusal, refuse } from '../refusal.ts';

type Doer = Pick<OwnMember, 'id' | 'roles' | 'seats'>;

/** Anyone who sits at the table proposes values and words them anew. */
export function mayPropose({ seats }: Doer): Refusal | undefined {
  return seats.length > 0 ? undefined : refuse('not_allowed', words.onlySeats);
}

/** Only leaders write down what they will do, and only for themselves. */
export function mayWrite({ id, roles }: Doer, leaderId: string): Refusal | undefined {
  if (!roles.includes('leader')) return refuse('not_allowed', words.onlyLeaders);
  return id === leaderId ? undefined : refuse('not_allowed', words.onlyOwn);
}

export interface Retiring {
  /** Whether a decision has adopted it. */
  readonly adopted: boolean;
  /** Who proposed a value first, or whose behaviour it is. */
  readonly ownerId: string | null;
  readonly kind: 'value' | 'behaviour';
}

/**
 * What a decision adopted only a decision retires: else one person could undo what all agreed. What is only proposed
 * is taken back by whoever brought it, or by a facilitator. A behaviour is its leader's own promise, and nobody can
 * be held to a promise by keeping it on a list: its leader takes it back at any time, for all to see.
 */
export function mayRetire({ id, roles }: Doer, { adopted, ownerId, kind }: Retiring): Refusal | undefined {
  if (kind === 'behaviour' && id === ownerId) return undefined;
  if (adopted) return refuse('conflict', words.adoptedStays);
  if (id === ownerId || roles.includes('facilitator')) return undefined;
  return refuse('not_allowed', words.onlyOwner);
}
