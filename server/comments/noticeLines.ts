import type { Db } from '../../db/open.ts';
import { commentNoticesWords as words } from '../../shared/messages/en/commentNotices.ts';
import { fill } from '../../shared/messages/fill.ts';
import { READING_MS, type WayIn } from '../../shared/notifications/notice.ts';
import { documentRow } from '../documents/store.ts';
import type { LineOf, NoticeLines } from '../notifications/lines.ts';
import type { DecisionSeen } from './about.ts';
import type { CommentNotice } from './notices.ts';
import { isThere, mayReadHidden, maySee } from './seen.ts';
import { aboutOf, type CommentRow, commentsIn, memberNow, threadRow } from './store.ts';
import { type Subject, subjectFor } from './subject.ts';

type DecisionSeenIn = (db: Db) => (decisionId: string) => DecisionSeen | undefined;

/** What people are told of comments, in words: only what they may read, and never what was written in them. */
export function commentNoticeLines(decisionSeen: DecisionSeenIn): NoticeLines {
  const lineFor =
    (kind: CommentNotice): LineOf =>
    (db, { about, detail, byMemberId, at }, { member }) => {
      const thread = threadRow(db.orm, about.id);
      const context = { db, decisionSeen: decisionSeen(db) };
      const subject = thread && subjectFor(context, member.id, aboutOf(thread));
      if (!thread || !subject) return undefined;
      const comments = commentsIn(db.orm, thread.id);
      if (!isThere(thread, comments, subject)) return undefined;
      const comment = comments.find(({ id }) => id === detail.commentId);
      const isGone = comment && (!maySee(comment, subject) || isHiddenFrom(comment, subject));
      if (isGone || ('commentId' in detail && !comment)) return undefined;
      const who = (byMemberId !== null && memberNow(db, byMemberId)?.name) || words.someone;
      const what = whatOf(context, subject);
      return {
        title: words[kind].title,
        line: fill(words[kind].line, { who, what }),
        href: `/${subject.about.kind}s/${subject.about.id}#thread-${thread.id}`,
        wayIn: wayIn(subject, comments, at),
      };
    };
  return {
    comment_mention: lineFor('comment_mention'),
    comment_reply: lineFor('comment_reply'),
    suggestion_accepted: lineFor('suggestion_accepted'),
    suggestion_declined: lineFor('suggestion_declined'),
  } satisfies Record<CommentNotice, LineOf>;
}

/** For the seat that they spoke for there. What was said has no end, so that it can be read for a while. */
function wayIn({ about, member }: Subject, comments: readonly CommentRow[], at: number): WayIn {
  const spoke = comments.findLast(({ memberId }) => memberId === member.id);
  const seats = member.seats.map(({ id }) => id);
  const seatId = spoke ? spoke.seatId : (seats[0] ?? null);
  return { about, seatId, comment: true, answer: false, until: at + READING_MS };
}

function isHiddenFrom(
  comment: Parameters<typeof mayReadHidden>[0] & { hiddenAt: number | null },
  { member }: Subject,
) {
  return comment.hiddenAt !== null && !mayReadHidden(comment, member);
}

/** A document by its title, unless few may know of it; a decision by its number. */
function whatOf(
  { db, decisionSeen }: { readonly db: Db; readonly decisionSeen: ReturnType<DecisionSeenIn> },
  { about, partnershipId, sensitivity }: Subject,
): string {
  if (about.kind === 'decision')
    return fill(words.decision, { number: String(decisionSeen(about.id)?.number ?? '') });
  if (sensitivity === 'restricted' || sensitivity === 'procurement') return words.aDocument;
  const title = documentRow(db.orm, { documentId: about.id, partnershipId })?.title ?? '';
  return fill(words.document, { title });
}
