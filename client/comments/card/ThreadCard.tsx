import type { ReactNode } from 'react';
import type { WordsNow } from '../../../shared/comments/api.ts';
import type { Numbered } from '../order.ts';
import { isUnanswered } from '../order.ts';
import { titleOf } from '../said.ts';
import { t } from '../words.ts';
import type { Acting } from './acting.ts';
import { CommentLine } from './CommentLine.tsx';
import { Ending } from './Ending.tsx';
import { type Compare, Quoted } from './Quoted.tsx';
import { ReplyForm } from './ReplyForm.tsx';

export interface ThreadCardProps {
  readonly each: Numbered;
  readonly now: WordsNow | undefined;
  readonly acting: Acting;
  readonly Compare: Compare;
  /** Where it stands among the headings of the page. */
  readonly heading?: 'h2' | 'h3';
  /** Other ways on from here: to the next thread, to the words, away. */
  readonly children?: ReactNode;
}

/** One thread: what it is about, all that was said, and what can be done. */
export function ThreadCard({
  each,
  now,
  acting,
  Compare,
  heading: Heading = 'h2',
  children,
}: ThreadCardProps) {
  const { thread } = each;
  return (
    <>
      <header className="thread-head">
        <Heading tabIndex={-1}>{titleOf(each)}</Heading>
        <span className="thread-state" data-state={thread.state}>
          {t(`threads.state.${thread.state}`)}
        </span>
        {children}
      </header>
      <Quoted thread={thread} now={now} Compare={Compare} />
      {thread.comments.map((comment) => (
        <CommentLine key={comment.id} comment={comment} acting={acting} />
      ))}
      {isUnanswered(thread) && thread.comments.length > 0 && (
        <p className="small thread-unanswered">{t('threads.unanswered')}</p>
      )}
      {thread.may.reply && <ReplyForm key={thread.id} threadId={thread.id} acting={acting} />}
      <Ending key={thread.state} thread={thread} acting={acting} />
    </>
  );
}
