import type { Db } from '../../db/open.ts';
import type { AfterCommit } from '../../db/transact.ts';
import { runningWords as words } from '../../shared/messages/en/running.ts';
import type { Side } from '../../shared/partnerships/sides.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';

/**
 * Who changes something, where and when, and whom to tell once it is on disk. Every change looks again,
 * inside its transaction, at whether this person may make it: what was true when the request came may not be now.
 */
export interface Change {
  readonly partnershipId: string;
  readonly memberId: string;
  readonly at: number;
  readonly changed: () => void;
}

/** A seat that comes to the table, or leaves it. */
export type TableChange =
  | { readonly kind: 'seat_joins'; readonly id: string; readonly name: string; readonly side: Side }
  | { readonly kind: 'seat_leaves'; readonly id: string; readonly reason: string };

/** Carries a change of the table into whatever depends on it, in the same transaction. */
export type CarryOver = (
  under: { readonly orm: Db['orm']; readonly afterCommit: AfterCommit },
  by: Change,
  change: TableChange,
) => void;

/** What `row` says where `other` says something else. */
export function before<T extends Record<string, unknown>>(row: Record<string, unknown>, other: T) {
  return Object.fromEntries(
    Object.keys(other)
      .filter((key) => key in row && row[key] !== other[key])
      .map((key) => [key, String(row[key])]),
  );
}

export function changedMeanwhile(): Refusal {
  return refuse('conflict', words.changedMeanwhile);
}

export function entryOf({ partnershipId, memberId, at }: Change, subjectId: string) {
  return { partnershipId, memberId, at, subjectId };
}
