import { commentsWords } from '../../shared/messages/en/comments.ts';
import { passagesWords } from '../../shared/messages/en/passages.ts';
import { bindPassage, placesOf } from '../../shared/passages/bindPassage.ts';
import { findPassage } from '../../shared/passages/findPassage.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import type { ThreadAccess } from '../comments/access.ts';
import { changeThread, threadRow } from '../comments/store.ts';
import { mayWrite } from '../comments/subject.ts';
import { tellOf } from '../comments/telling.ts';
import { wantedOf } from '../comments/wordsNow.ts';
import type { Context } from '../context.ts';
import { memberAccess } from '../documents/access.ts';
import { notFound } from '../errors.ts';
import { inDocument } from '../passages/inDocument.ts';
import { putToDecision } from './putToDecision.ts';

/** Begins a draft decision on the words that a thread is about, as they stand now. The thread says so; it does so once. */
export async function draftFromThread(
  context: Context,
  { thread, subject }: ThreadAccess,
  question: string | undefined,
): Promise<{ id: string; number: number; restricted: boolean } | Refusal> {
  const refusal = mayWrite(subject);
  if (refusal) return refusal;
  const wanted = wantedOf(thread);
  const { documentId } = thread;
  if (!wanted || documentId === null) return refuse('invalid', commentsWords.noWords);
  if (thread.decisionMade !== null) return refuse('conflict', commentsWords.decisionMade);
  const access = memberAccess(context.db, subject.member.id, documentId);
  if (!access) return notFound();
  const bound = await inDocument(context.content, documentId, ({ layout, moves }) => {
    const found = findPassage(layout, moves, wanted.passage, wanted.hash);
    const places = 'stretch' in found ? placesOf(layout, found.stretch) : undefined;
    return places && bindPassage(layout, places.start, places.end);
  });
  if (!bound || typeof bound === 'string') return refuse('conflict', passagesWords.changedMeanwhile);
  const { start, end, hash } = bound;
  const put = { start, end, hash, ...(question !== undefined && { question }) };
  const { db, now } = context;
  return putToDecision(context, access, subject.member, put, {
    mayNot: () =>
      threadRow(db.orm, thread.id)?.decisionMade === null
        ? undefined
        : refuse('conflict', commentsWords.decisionMade),
    begun(id, { orm, afterCommit }) {
      changeThread(orm, thread.id, now(), { decisionMade: id });
      const { partnershipId, about } = subject;
      tellOf(context, afterCommit, { partnershipId, about });
    },
  });
}
