import { transact } from '../../db/transact.ts';
import { plainWords } from '../../shared/comments/mentions.ts';
import { addOpenQuestion } from '../../shared/documents/openQuestions.ts';
import { commentsWords as words } from '../../shared/messages/en/comments.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { record } from '../journal/store.ts';
import type { Done } from './change.ts';
import { read } from './mentioned.ts';
import { type OnThread, threadFor } from './onThread.ts';
import { rightsIn } from './rights.ts';
import { speaksFor } from './speaking.ts';
import { accountIdOf, changeThread, namesIn } from './store.ts';
import { mayWrite } from './subject.ts';
import { tellOf } from './telling.ts';

type Parts = Pick<Context, 'db' | 'now' | 'content' | 'changes' | 'decisionSeen'>;

/** Writes what a thread begins with among the open questions of its document, as an edit of whoever does it. Once. */
export function makeQuestion(context: Parts, on: OnThread): Done | Refusal {
  return transact<Done | Refusal>(context.db, (orm, afterCommit) => {
    const found = threadFor(context, on);
    if (isRefusal(found)) return found;
    const { thread, comments, subject } = found;
    const { member, about, partnershipId } = subject;
    if (thread.questionAt !== null) return { revision: thread.revision };
    if (about.kind !== 'document') return refuse('invalid', words.noDocument);
    if (!rightsIn(thread, subject).makeQuestion)
      return mayWrite(subject) ?? refuse('not_allowed', words.mayNotAccept);
    const [first] = comments;
    const accountId = accountIdOf(orm, member.id);
    if (!first || first.hiddenAt !== null || accountId === undefined)
      return refuse('conflict', words.hiddenSame);
    const said = plainWords(read(first.words, namesIn(context.db, partnershipId)));
    const author = { accountId, seatId: speaksFor(member, undefined) };
    context.content.edit(afterCommit, about.id, author, (doc) => addOpenQuestion(doc, lineOf(said)));
    const at = context.now();
    changeThread(orm, thread.id, at, { questionAt: at });
    const detail = { suggestedBy: first.memberId };
    const entry = { partnershipId, subjectId: about.id, memberId: member.id, at };
    record(orm, { kind: 'question_made', detail, ...entry });
    tellOf(context, afterCommit, { partnershipId, about });
    return { revision: thread.revision + 1 };
  });
}

/** One line, and not a whole page of it. */
function lineOf(said: string): string {
  const line = said.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line;
}

const LONGEST = 300;
