import type { Standing } from '../../db/schema/comments.ts';
import { transact } from '../../db/transact.ts';
import type { Ending } from '../../shared/comments/api.ts';
import { commentsWords as words } from '../../shared/messages/en/comments.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import type { Done } from './change.ts';
import { tellOfEnding } from './notices.ts';
import { type OnThread, threadFor } from './onThread.ts';
import { putIn } from './putIn.ts';
import { rightsIn } from './rights.ts';
import { isHeld } from './seen.ts';
import { mayNotSpeak, speaksFor } from './speaking.ts';
import { changeThread, holdEnding, type ThreadRow } from './store.ts';
import { mayWrite, type Subject } from './subject.ts';
import { tellOf } from './telling.ts';

type Parts = Pick<Context, 'db' | 'now' | 'content' | 'changes' | 'decisionSeen' | 'mail'>;

/** Ends a thread, or begins it again. What it is already is no change. */
export function endThread(
  context: Parts,
  { threadId, memberId }: OnThread,
  { how, reason, seatId: wanted }: Ending,
): Done | Refusal {
  return transact<Done | Refusal>(context.db, (orm, afterCommit) => {
    const found = threadFor(context, { threadId, memberId });
    if (isRefusal(found)) return found;
    const { thread, subject } = found;
    const to = AFTER[how];
    const isTheirs = to === 'open' || thread.endedBy === memberId;
    if (thread.state === to && isTheirs) return { revision: thread.revision };
    const seatId = speaksFor(subject.member, wanted);
    const refusal = mayNotSpeak(subject.member, seatId) ?? mayNotEnd(thread, subject, how);
    if (refusal) return refusal;
    const at = context.now();
    const under = { orm, afterCommit };
    const lost = how === 'accept' ? putIn(context, under, { thread, subject, seatId, at }) : undefined;
    if (lost) return lost;
    const ended = { state: to, endedBy: memberId, endedSeat: seatId, endedAt: at, endedReason: reason };
    const standing = to === 'open' ? OPEN : ended;
    const { partnershipId, about, hidingRound } = subject;
    // Whoever leads the meeting knows all answers, and speaks to everyone.
    if (hidingRound !== null && !subject.member.roles.includes('facilitator')) {
      const held = { heldRound: hidingRound, memberId, seatId };
      holdEnding(orm, threadId, { ...standing, held: { ...held, before: knownBefore(thread, subject) } });
      tellOf(context, afterCommit, { partnershipId, about, held });
      return { revision: thread.revision };
    }
    changeThread(orm, threadId, at, { ...standing, held: null });
    const ending =
      how === 'accept' ? 'suggestion_accepted' : how === 'decline' ? 'suggestion_declined' : null;
    if (ending && tellOfEnding(orm, thread, ending, { memberId, at })) afterCommit(() => context.mail.wake());
    tellOf(context, afterCommit, { partnershipId, about });
    return { revision: thread.revision + 1 };
  });
}

/** What everyone knows of it, under whatever is kept back already. */
function knownBefore({ held, ...thread }: ThreadRow, subject: Subject): Standing {
  if (held && isHeld(held, subject)) return held.before;
  const { state, endedBy, endedSeat, endedAt, endedReason } = thread;
  return { state, endedBy, endedSeat, endedAt, endedReason };
}

const OPEN: Standing = { state: 'open', endedBy: null, endedSeat: null, endedAt: null, endedReason: null };

const AFTER = { resolve: 'resolved', accept: 'accepted', decline: 'declined', reopen: 'open' } as const;

function mayNotEnd(thread: ThreadRow, subject: Subject, how: Ending['how']): Refusal | undefined {
  if (rightsIn(thread, subject)[how]) return undefined;
  const refusal = mayWrite(subject);
  if (refusal) return refusal;
  if (how === 'reopen' ? thread.state === 'accepted' : thread.state !== 'open')
    return refuse('conflict', words.endedAlready);
  return refuse('not_allowed', how === 'resolve' ? words.mayNotResolve : words.mayNotAccept);
}
