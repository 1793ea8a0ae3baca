import type { Db } from '../../db/open.ts';
import { type AfterCommit, transact } from '../../db/transact.ts';
import type { Hiding } from '../../shared/comments/api.ts';
import { commentsWords as our } from '../../shared/messages/en/comments.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { record } from '../journal/store.ts';
import { kept } from './mentioned.ts';
import { tellOfComment } from './notices.ts';
import { rightsOn } from './rights.ts';
import { isHeld, isThere, maySee } from './seen.ts';
import { mayNotSpeak, speaksFor } from './speaking.ts';
import {
  aboutOf,
  addReaction,
  type CommentRow,
  changeComment,
  changeThread,
  commentRow,
  commentsIn,
  namesIn,
  removeReaction,
  type ThreadRow,
  threadRow,
} from './store.ts';
import { mayWrite, type Subject, subjectFor } from './subject.ts';
import { tellOf } from './telling.ts';

type Parts = Pick<Context, 'db' | 'now' | 'changes' | 'decisionSeen' | 'mail'>;

/** Which comment, and who would do something with it. */
export interface OnComment {
  readonly commentId: string;
  readonly memberId: string;
}

interface Here {
  readonly orm: Db['orm'];
  readonly afterCommit: AfterCommit;
  readonly thread: ThreadRow;
  readonly comment: CommentRow;
  readonly comments: readonly CommentRow[];
  readonly subject: Subject;
  readonly at: number;
}

/** Puts one's own comment right: for a while, until somebody has answered. */
export function editComment(context: Parts, on: OnComment, said: string): Done | Refusal {
  return withComment(context, on, (here) => {
    const { orm, comment, comments, subject, at } = here;
    if (comment.memberId !== subject.member.id) return refuse('not_allowed', our.notYours);
    const words = kept(said, namesIn(context.db, subject.partnershipId));
    if (words === comment.words) return undefined;
    const may = rightsOn(comment, comments, subject, at);
    if (!may.edit) return mayWrite(subject) ?? refuse('conflict', our.tooLateToEdit);
    changeComment(orm, comment.id, { words, editedAt: at });
    const edited = { ...comment, words, at };
    if (!isHeld(comment, subject) && tellOfComment(context.db, subject.partnershipId, edited, comment.words))
      here.afterCommit(() => context.mail.wake());
    return 'changed';
  });
}

/** Says that it is the same for one's seat, or takes that back. Saying it twice changes nothing. */
export function sayTheSame(
  context: Parts,
  on: OnComment,
  wanted: { readonly same: boolean; readonly seatId?: string | null | undefined },
): Done | Refusal {
  return withComment(context, on, ({ orm, comment, comments, subject, at }) => {
    const { member } = subject;
    const refusal = mayWrite(subject);
    if (refusal) return refusal;
    if (!wanted.same) return removeReaction(orm, comment.id, member.id) ? 'changed' : undefined;
    if (comment.memberId === member.id) return refuse('conflict', our.yourOwn);
    if (!rightsOn(comment, comments, subject, at).same) return refuse('conflict', our.hiddenSame);
    const seatId = speaksFor(member, wanted.seatId);
    const mute = mayNotSpeak(member, seatId);
    if (mute) return mute;
    const heldRound = member.roles.includes('facilitator') ? null : subject.hidingRound;
    const added = addReaction(orm, { commentId: comment.id, memberId: member.id, seatId, at, heldRound });
    if (!added) return undefined;
    return heldRound === null ? 'changed' : { held: { memberId: member.id, seatId } };
  });
}

/** Hides a comment from everyone but its author and those who may hide, or shows it again. It stands in the journal. */
export function hideComment(context: Parts, on: OnComment, { hide, reason }: Hiding): Done | Refusal {
  return withComment(context, on, ({ orm, comment, comments, subject, at }) => {
    const { member, about, partnershipId, sensitivity } = subject;
    const may = rightsOn(comment, comments, subject, at);
    if (!may.hide && !may.show) return refuse('not_allowed', our.mayNotHide);
    if (hide !== may.hide) return undefined;
    const hidden = { hiddenBy: member.id, hiddenAt: at, hiddenReason: reason };
    const shown = { hiddenBy: null, hiddenAt: null, hiddenReason: null };
    changeComment(orm, comment.id, hide ? hidden : shown);
    record(orm, {
      kind: hide ? 'comment_hidden' : 'comment_shown',
      // Everyone reads the journal, and not everyone a restricted decision.
      detail: { reason: about.kind === 'decision' && sensitivity === 'restricted' ? '' : reason },
      partnershipId,
      subjectId: about.id,
      memberId: member.id,
      at,
    });
    return 'changed';
  });
}

export interface Done {
  readonly revision: number;
}

/** Undefined: it was so already. */
type Changed = 'changed' | { readonly held: Pick<CommentRow, 'memberId' | 'seatId'> } | undefined;

/** In one transaction: finds the comment as they may know of it at this moment, and tells pages of what became of it. */
function withComment(
  context: Parts,
  { commentId, memberId }: OnComment,
  work: (here: Here) => Changed | Refusal,
): Done | Refusal {
  const { db, now } = context;
  return transact<Done | Refusal>(db, (orm, afterCommit) => {
    const comment = commentRow(orm, commentId);
    const thread = comment && threadRow(orm, comment.threadId);
    const subject = thread && subjectFor(context, memberId, aboutOf(thread));
    if (!comment || !thread || !subject) return notFound();
    const comments = commentsIn(orm, thread.id).filter((each) => maySee(each, subject));
    if (!maySee(comment, subject) || !isThere(thread, comments, subject)) return notFound();
    const at = now();
    const changed = work({ orm, afterCommit, thread, comment, comments, subject, at });
    if (isRefusal(changed)) return changed;
    if (changed === undefined) return { revision: thread.revision };
    const { partnershipId, about } = subject;
    const held = changed !== 'changed' ? changed.held : isHeld(comment, subject) ? comment : undefined;
    if (!held) changeThread(orm, thread.id, at);
    tellOf(context, afterCommit, { partnershipId, about, held });
    return { revision: thread.revision + (held ? 0 : 1) };
  });
}
