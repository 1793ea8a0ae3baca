import type { Context } from '../context.ts';
import { asSeen, isThere, maySee } from './seen.ts';
import {
  aboutOf,
  type CommentRow,
  commentRow,
  commentsIn,
  memberIdOf,
  type ThreadRow,
  threadRow,
} from './store.ts';
import { type Subject, subjectFor } from './subject.ts';

/** A thread that somebody may read, and what they may do with what it is about. */
export interface ThreadAccess {
  readonly thread: ThreadRow;
  readonly comments: readonly CommentRow[];
  readonly subject: Subject;
}

export interface CommentAccess extends ThreadAccess {
  readonly comment: CommentRow;
}

type Parts = Pick<Context, 'db' | 'decisionSeen'>;

/** A thread through the rights of an account; undefined for one that it may not read, as for one that does not exist. */
export function threadAccess(context: Parts, accountId: string, threadId: string): ThreadAccess | undefined {
  const { db } = context;
  const thread = threadRow(db.orm, threadId);
  const memberId = thread && memberIdOf(db, accountId, thread.partnershipId);
  const subject = thread && memberId && subjectFor(context, memberId, aboutOf(thread));
  if (!thread || !subject) return undefined;
  const comments = commentsIn(db.orm, threadId);
  return isThere(thread, comments, subject)
    ? { thread: asSeen(thread, subject), comments, subject }
    : undefined;
}

/** The same for one comment. */
export function commentAccess(
  context: Parts,
  accountId: string,
  commentId: string,
): CommentAccess | undefined {
  const comment = commentRow(context.db.orm, commentId);
  const access = comment && threadAccess(context, accountId, comment.threadId);
  return access && maySee(comment, access.subject) ? { ...access, comment } : undefined;
}
