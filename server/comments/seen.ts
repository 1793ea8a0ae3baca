import type { Hearer } from '../../shared/live/changes.ts';
import type { CommentRow, ThreadRow } from './store.ts';
import type { Subject } from './subject.ts';

type Held = Pick<CommentRow, 'memberId' | 'seatId' | 'heldRound'>;

/** Whether something was written in a round of hidden answers that is still going on: then it is kept back like them. */
export function isHeld(
  { heldRound }: Pick<Held, 'heldRound'>,
  { hidingRound }: Pick<Subject, 'hidingRound'>,
) {
  return heldRound !== null && heldRound === hidingRound;
}

/** Whether they may know of it: of what is kept back only whoever wrote it, their seat, and who leads the meeting. */
export function maySee(said: Held, subject: Pick<Subject, 'hidingRound' | 'member'>): boolean {
  return !isHeld(said, subject) || mayHear(said, subject.member);
}

/** Who may know of what is kept back. */
export function mayHear({ memberId, seatId }: Omit<Held, 'heldRound'>, hearer: Hearer): boolean {
  return (
    memberId === hearer.id ||
    hearer.roles.includes('facilitator') ||
    hearer.seats.some(({ id }) => id === seatId)
  );
}

/** Those who read hidden comments: by these roles, or because the words are their own. */
export function mayReadHidden({ memberId }: Pick<CommentRow, 'memberId'>, hearer: Hearer): boolean {
  return memberId === hearer.id || mayHide(hearer);
}

export function mayHide({ roles }: Pick<Hearer, 'roles'>): boolean {
  return roles.some((role) => role === 'facilitator' || role === 'safeguarding_lead');
}

/** Whether a thread with these comments is there at all for them: it is as absent as its first comment. */
export function isThere(
  { id }: Pick<ThreadRow, 'id'>,
  comments: readonly CommentRow[],
  subject: Subject,
): boolean {
  const first = comments.find(({ threadId }) => threadId === id);
  return first !== undefined && maySee(first, subject);
}

/** A thread as they may know of it: what became of it while answers are hidden is kept back like them. */
export function asSeen(thread: ThreadRow, subject: Pick<Subject, 'hidingRound' | 'member'>): ThreadRow {
  return thread.held && !maySee(thread.held, subject) ? { ...thread, ...thread.held.before } : thread;
}
