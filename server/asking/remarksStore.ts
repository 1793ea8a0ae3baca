import { eq } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { comment, commentReaction, commentThread } from '../../db/schema/comments.ts';
import type { Remark } from '../../shared/asking/answered.ts';
import type { About } from './subject.ts';

/** Who has said something about it, or that it is the same for them, and when. Never what. */
export function remarksAbout(orm: Db['orm'], { kind, id }: About): Remark[] {
  const about = eq(kind === 'document' ? commentThread.documentId : commentThread.decisionId, id);
  const comments = orm
    .select({ memberId: comment.memberId, seatId: comment.seatId, at: comment.at })
    .from(comment)
    .innerJoin(commentThread, eq(commentThread.id, comment.threadId))
    .where(about)
    .all();
  const reactions = orm
    .select({ memberId: commentReaction.memberId, seatId: commentReaction.seatId, at: commentReaction.at })
    .from(commentReaction)
    .innerJoin(comment, eq(comment.id, commentReaction.commentId))
    .innerJoin(commentThread, eq(commentThread.id, comment.threadId))
    .where(about)
    .all();
  return [...comments, ...reactions];
}
