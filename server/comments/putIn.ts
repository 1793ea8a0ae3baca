import type { Db } from '../../db/open.ts';
import type { AfterCommit } from '../../db/transact.ts';
import { Layout } from '../../shared/documents/layout.ts';
import { Moves } from '../../shared/documents/moves/moves.ts';
import { commentsWords as words } from '../../shared/messages/en/comments.ts';
import { findPassage } from '../../shared/passages/findPassage.ts';
import { mayReplace, replaceWords } from '../../shared/passages/replaceWords.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { record } from '../journal/store.ts';
import { accountIdOf, type ThreadRow } from './store.ts';
import type { Subject } from './subject.ts';
import { wantedOf } from './wordsNow.ts';

/** A transaction that is under way. */
export interface Under {
  readonly orm: Db['orm'];
  readonly afterCommit: AfterCommit;
}

export interface Accepting {
  readonly thread: ThreadRow;
  readonly subject: Subject;
  readonly seatId: string | null;
  readonly at: number;
}

/**
 * Puts a suggestion's words into its document, as an edit of whoever accepts it: in the transaction in which the thread
 * says so, against the words as they are at this moment. Refused when they are no longer those that were quoted.
 */
export function putIn(
  { content }: Pick<Context, 'content'>,
  { orm, afterCommit }: Under,
  { thread, subject, seatId, at }: Accepting,
): Refusal | undefined {
  const { suggestion, documentId, startedBy } = thread;
  const { member, partnershipId } = subject;
  const wanted = wantedOf(thread);
  const accountId = accountIdOf(orm, member.id);
  if (suggestion === null || documentId === null || !wanted || accountId === undefined)
    return refuse('conflict', words.noSuggestion);
  const refusal = content.edit(afterCommit, documentId, { accountId, seatId }, (doc) => {
    const layout = new Layout(doc);
    const found = findPassage(layout, new Moves(doc), wanted.passage, wanted.hash);
    if (found.state !== 'as_agreed') return refuse('conflict', words.suggestionChanged);
    if (mayReplace(layout, found.stretch, suggestion) !== 'yes')
      return refuse('conflict', words.suggestionChanged);
    replaceWords(layout, found.stretch, suggestion);
    return undefined;
  });
  if (refusal) return refusal;
  record(orm, {
    kind: 'suggestion_accepted',
    detail: { suggestedBy: startedBy },
    partnershipId,
    subjectId: documentId,
    memberId: member.id,
    at,
  });
  return undefined;
}
