import { atLeast } from '../../shared/access.ts';
import type { Comment, Thread } from '../../shared/comments/api.ts';
import { EDITABLE_MS } from '../../shared/comments/comment.ts';
import { mayHide } from './seen.ts';
import type { CommentRow, ThreadRow } from './store.ts';
import { mayWrite, type Subject } from './subject.ts';

/** What someone may do with a thread. Accepting also needs the words to be those that were quoted. */
export function rightsIn(thread: ThreadRow, subject: Subject): Thread['may'] {
  const { kind, state, startedBy, hash, decisionMade, questionAt } = thread;
  const { right, member, about } = subject;
  const writes = mayWrite(subject) === undefined;
  const open = state === 'open';
  const leads = member.roles.some((role) => role === 'facilitator' || role === 'recorder');
  const edits = writes && about.kind === 'document' && atLeast(right, 'edit');
  return {
    reply: writes && open,
    resolve: writes && open && (startedBy === member.id || edits || leads),
    reopen: writes && (state === 'resolved' || state === 'declined'),
    accept: edits && open && kind === 'suggestion',
    decline: edits && open && kind === 'suggestion',
    makeDecision: writes && hash !== null && decisionMade === null && (member.seats.length > 0 || leads),
    makeQuestion: edits && questionAt === null,
  };
}

/** What someone may do with a comment; `comments` are all of its thread that they may know of, the oldest first. */
export function rightsOn(
  comment: CommentRow,
  comments: readonly CommentRow[],
  subject: Subject,
  now: number,
): Comment['may'] {
  const { member } = subject;
  const writes = mayWrite(subject) === undefined;
  const isHidden = comment.hiddenAt !== null;
  return {
    edit: writes && comment.memberId === member.id && isEditable(comment, comments, subject, now),
    same: writes && comment.memberId !== member.id && !isHidden,
    hide: mayHide(member) && !isHidden,
    show: mayHide(member) && isHidden,
  };
}

/** For a while, until somebody has answered; and never so that it would say in public what answers may not say yet. */
function isEditable(
  { id, at, hiddenAt, heldRound }: CommentRow,
  comments: readonly CommentRow[],
  { hidingRound }: Subject,
  now: number,
): boolean {
  const answered = comments.slice(comments.findIndex((each) => each.id === id) + 1);
  return (
    hiddenAt === null &&
    now - at <= EDITABLE_MS &&
    answered.every(({ memberId }) => memberId === comments.find((each) => each.id === id)?.memberId) &&
    (hidingRound === null || heldRound === hidingRound)
  );
}
