import type { Db } from '../../db/open.ts';
import type { Refusal } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import type { ThreadAccess } from './access.ts';
import { asSeen, isThere, maySee } from './seen.ts';
import { aboutOf, commentsIn, threadRow } from './store.ts';
import { subjectFor } from './subject.ts';

/** Which thread, and who would do something with it. */
export interface OnThread {
  readonly threadId: string;
  readonly memberId: string;
}

/** A thread as someone may know of it at this moment, for use inside a transaction. */
export function threadFor(
  context: Pick<Context, 'decisionSeen'> & { readonly db: Db },
  { threadId, memberId }: OnThread,
): ThreadAccess | Refusal {
  const { orm } = context.db;
  const thread = threadRow(orm, threadId);
  const subject = thread && subjectFor(context, memberId, aboutOf(thread));
  if (!thread || !subject) return notFound();
  const comments = commentsIn(orm, threadId).filter((each) => maySee(each, subject));
  return isThere(thread, comments, subject)
    ? { thread: asSeen(thread, subject), comments, subject }
    : notFound();
}
