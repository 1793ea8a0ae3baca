import { mentionsIn, plainWords } from '../../shared/comments/mentions.ts';
import type { Side } from '../../shared/partnerships/sides.ts';
import type { Context } from '../context.ts';
import { read } from './mentioned.ts';
import { means } from './notices.ts';
import { asSeen, isThere, mayReadHidden, maySee } from './seen.ts';
import { type CommentRow, type Names, namesIn, saidAbout, type ThreadRow } from './store.ts';
import type { Subject } from './subject.ts';

/** A thread as somebody reads it who took part in it: the words it is about, who said what, and how it ended. */
export interface Conversation {
  readonly id: string;
  /** Empty: it is about all of it. */
  readonly quote: string;
  readonly comments: readonly Remark[];
  readonly ended: { readonly state: Exclude<ThreadRow['state'], 'open'>; readonly reason: string } | null;
}

interface Remark {
  readonly id: string;
  readonly name: string;
  readonly seat: { readonly name: string; readonly side: Side } | null;
  readonly at: number;
  /** Plain words; null: they are hidden. */
  readonly words: string | null;
}

/** Nobody reads more on a small screen; the newest are there. */
const MOST_THREADS = 3;
const MOST_REMARKS = 6;

/**
 * The newest threads in which this person wrote or was mentioned, by the rights of the subject: what is kept back from
 * them, or hidden, is not in it.
 */
export function conversationsOf({ db }: Pick<Context, 'db'>, subject: Subject): Conversation[] {
  const { member } = subject;
  const { threads, comments } = saidAbout(db, subject.about);
  const names = namesIn(db, subject.partnershipId);
  return threads
    .map((thread) => ({
      thread: asSeen(thread, subject),
      all: comments.filter(({ threadId }) => threadId === thread.id),
    }))
    .filter(({ thread, all }) => isThere(thread, all, subject))
    .map(({ thread, all }) => ({ thread, seen: all.filter((one) => maySee(one, subject)) }))
    .filter(({ seen }) =>
      seen.some(
        ({ memberId, words }) =>
          memberId === member.id || mentionsIn(words).some((mention) => means(mention, member)),
      ),
    )
    .sort((one, other) => newestOf(other.seen) - newestOf(one.seen))
    .slice(0, MOST_THREADS)
    .map(({ thread: { id, quote, state, endedReason }, seen }) => ({
      ...{ id, quote },
      comments: seen.slice(-MOST_REMARKS).map((one) => remark(one, names, subject)),
      ended: state === 'open' ? null : { state, reason: endedReason ?? '' },
    }));
}

function newestOf(comments: readonly CommentRow[]): number {
  return comments.at(-1)?.at ?? 0;
}

function remark(comment: CommentRow, names: Names, { member }: Subject): Remark {
  const { id, memberId, seatId, at, hiddenAt, words } = comment;
  const isReadable = hiddenAt === null || mayReadHidden(comment, member);
  return {
    ...{ id, at },
    name: names.people.get(memberId)?.name ?? '',
    seat: (seatId !== null && names.seats.get(seatId)) || null,
    words: isReadable ? plainWords(read(words, names)) : null,
  };
}
