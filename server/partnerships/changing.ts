import { runningWords as words } from '../../shared/messages/en/running.ts';
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
