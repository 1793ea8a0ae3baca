import type { AfterCommit } from '../../db/transact.ts';
import type { Context } from '../context.ts';
import type { About } from './about.ts';
import { mayHear } from './seen.ts';
import type { CommentRow } from './store.ts';
import { subjectFor } from './subject.ts';

/** Something that was said while answers are hidden: only some may know of it. */
type Held = Pick<CommentRow, 'memberId' | 'seatId'>;

/**
 * Tells open pages that something changed in what is said about a document or a decision. Who may read that is asked
 * for each of them when they are told, because it may have changed by then.
 */
export function tellOf(
  context: Pick<Context, 'db' | 'changes' | 'decisionSeen'>,
  afterCommit: AfterCommit,
  { partnershipId, about, held }: { partnershipId: string; about: About; held?: Held | undefined },
): void {
  afterCommit(() =>
    context.changes.tell(
      partnershipId,
      { kind: 'thread', id: about.id },
      (hearer) =>
        (held === undefined || mayHear(held, hearer)) && subjectFor(context, hearer.id, about) !== undefined,
    ),
  );
}
