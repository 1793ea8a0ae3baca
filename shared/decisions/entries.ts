import type { Entry } from '../ledger/entry.ts';
import type { Decision } from './decision.ts';

/** A decision as it is now, and what happened, in order. */
export interface Applied {
  readonly decision: Decision;
  readonly entries: readonly Entry[];
}

/** What came of one act, with what it brought about by itself. */
export function followedBy(first: Applied, next: (decision: Decision) => Applied): Applied {
  const second = next(first.decision);
  return { decision: second.decision, entries: [...first.entries, ...second.entries] };
}
