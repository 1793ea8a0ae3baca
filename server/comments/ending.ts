import { transact } from '../../db/transact.ts';
import type { Ending } from '../../shared/comments/api.ts';
import { commentsWords as words } from '../../shared/messages/en/comments.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import type { Done } from './change.ts';
import { rightsIn } from './rights.ts';
import { isThere, maySee } from './seen.ts';
import { mayNotSpeak, speaksFor } from './speaking.ts';
import { aboutOf, changeThread, commentsIn, type ThreadRow, threadRow } from './store.ts';
import { mayWrite, type Subject, subjectFor } from './subject.ts';
import { tellOf } from './telling.ts';

type Parts = Pick<Context, 'db' | 'now' | 'changes' | 'decisionSeen'>;

export interface OnThread {
  readonly threadId: string;
  readonly memberId: string;
}

/** Ends a thread, or begins it again. What it is already is no change. */
export function endThread(
  context: Parts,
  { threadId, memberId }: OnThread,
  { how, reason, seatId: wanted }: Ending,
): Done | Refusal {
  return transact<Done | Refusal>(context.db, (orm, afterCommit) => {
    const thread = threadRow(orm, threadId);
    const subject = thread && subjectFor(context, memberId, aboutOf(thread));
    if (!thread || !subject) return notFound();
    const comments = commentsIn(orm, threadId).filter((each) => maySee(each, subject));
    if (!isThere(thread, comments, subject)) return notFound();
    const to = AFTER[how];
    if (thread.state === to) return { revision: thread.revision };
    const seatId = speaksFor(subject.member, wanted);
    const refusal = mayNotSpeak(subject.member, seatId) ?? mayNotEnd(thread, subject, how);
    if (refusal) return refusal;
    if (how === 'accept') return refuse('unavailable', words.mayNotAccept);
    const at = context.now();
    const ended = { endedBy: memberId, endedSeat: seatId, endedAt: at, endedReason: reason };
    const open = { endedBy: null, endedSeat: null, endedAt: null, endedReason: null };
    changeThread(orm, threadId, at, { state: to, ...(to === 'open' ? open : ended) });
    const { partnershipId, about } = subject;
    tellOf(context, afterCommit, { partnershipId, about });
    return { revision: thread.revision + 1 };
  });
}

const AFTER = { resolve: 'resolved', accept: 'accepted', decline: 'declined', reopen: 'open' } as const;

function mayNotEnd(thread: ThreadRow, subject: Subject, how: Ending['how']): Refusal | undefined {
  if (rightsIn(thread, subject)[how]) return undefined;
  const refusal = mayWrite(subject);
  if (refusal) return refusal;
  if (how === 'reopen' ? thread.state === 'accepted' : thread.state !== 'open')
    return refuse('conflict', words.endedAlready);
  return refuse('not_allowed', how === 'resolve' ? words.mayNotResolve : words.mayNotAccept);
}
