import type { Comment, Thread, ThreadsAnswer, WordsNow } from '../../shared/comments/api.ts';
import type { Context } from '../context.ts';
import { noteSeen } from '../documents/seenStore.ts';
import { read } from './mentioned.ts';
import { rightsIn, rightsOn } from './rights.ts';
import { asSeen, mayReadHidden, maySee } from './seen.ts';
import { seatsOf } from './speaking.ts';
import {
  type CommentRow,
  type Names,
  namesIn,
  type ReactionRow,
  saidAbout,
  type ThreadRow,
} from './store.ts';
import { mayWrite, type Subject } from './subject.ts';
import { wordsNowOf } from './wordsNow.ts';

/** Everything that is said about a document or a decision, as far as this member may know of it, the oldest first. */
export async function shownThreads(
  context: Pick<Context, 'db' | 'content' | 'now' | 'decisionSeen'>,
  subject: Subject,
): Promise<ThreadsAnswer> {
  const { db, now } = context;
  const { about, member, partnershipId, sensitivity } = subject;
  if (about.kind === 'document')
    noteSeen(db, { documentId: about.id, memberId: member.id, sensitivity }, now());
  const said = saidAbout(db, about);
  const seeing: Seeing = {
    subject,
    now: now(),
    names: namesIn(db, partnershipId),
    comments: grouped(
      said.comments.filter((comment) => maySee(comment, subject)),
      ({ threadId }) => threadId,
    ),
    reactions: grouped(
      said.reactions.filter((reaction) => maySee(reaction, subject)),
      ({ commentId }) => commentId,
    ),
    decisionSeen: context.decisionSeen,
  };
  const firsts = new Map<string, string>();
  for (const { id, threadId } of said.comments) if (!firsts.has(threadId)) firsts.set(threadId, id);
  const there = said.threads
    .filter(({ id }) => seeing.comments.get(id)?.[0]?.id === firsts.get(id))
    .map((thread) => asSeen(thread, subject));
  const words = about.kind === 'document' ? await wordsNowOf(context, about.id, there) : NOTHING;
  const whyNot = mayWrite(subject)?.message ?? null;
  return {
    threads: there.map((thread) => shownThread(thread, words.get(thread.id), seeing)),
    may: { start: whyNot === null, suggest: whyNot === null && about.kind === 'document', whyNot },
    seats: seatsOf(member),
  };
}

interface Seeing {
  readonly subject: Subject;
  readonly now: number;
  readonly names: Names;
  readonly comments: ReadonlyMap<string, readonly CommentRow[]>;
  readonly reactions: ReadonlyMap<string, readonly ReactionRow[]>;
  readonly decisionSeen: Context['decisionSeen'];
}

const NOTHING: ReadonlyMap<string, WordsNow> = new Map();

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function shownThread(thread: ThreadRow, now: WordsNow | undefined, seeing: Seeing): Thread {
  const { subject, names } = seeing;
  const { id, kind, documentId, decisionId, quote, state, createdAt, changedAt, revision } = thread;
  const { start, end, before, after, characters, hash, startedBy, suggestion } = thread;
  const rows = seeing.comments.get(id) ?? [];
  const me = subject.member.id;
  const may = rightsIn(thread, subject);
  const [first] = rows;
  const suggestionShown = first !== undefined && isReadable(first, seeing);
  return {
    ...{ id, kind, documentId, decisionId, quote, state, createdAt, changedAt, revision },
    passage: start && end && hash && now ? { start, end, before, after, characters, hash, now } : null,
    suggestion: suggestion !== null && suggestionShown ? { words: suggestion } : null,
    endedBy: thread.endedBy === null ? null : personOf(names, thread.endedBy, thread.endedSeat),
    endedAt: thread.endedAt,
    endedReason: thread.endedReason,
    became: { decision: decisionMade(thread, seeing), questionAt: thread.questionAt },
    comments: rows.map((row) => shownComment(row, rows, seeing)),
    mine: rows.some(({ memberId }) => memberId === me),
    unanswered: state === 'open' && rows.every(({ memberId }) => memberId === startedBy),
    may: { ...may, accept: may.accept && now?.state === 'as_quoted' },
  };
}

function decisionMade({ decisionMade: id }: ThreadRow, { subject, decisionSeen }: Seeing) {
  const seen = id === null ? undefined : decisionSeen(id);
  return id !== null && seen?.mayRead(subject.member) ? { id, number: seen.number } : null;
}

function isReadable(comment: CommentRow, { subject }: Seeing): boolean {
  return comment.hiddenAt === null || mayReadHidden(comment, subject.member);
}

function shownComment(comment: CommentRow, all: readonly CommentRow[], seeing: Seeing): Comment {
  const { names, subject, now } = seeing;
  const { id, memberId, seatId, via, supporter, at, editedAt, enteredBy, witness } = comment;
  const readable = isReadable(comment, seeing);
  const nameOf = (member: string) => names.people.get(member)?.name ?? '';
  return {
    ...{ id, via, at, editedAt },
    author: personOf(names, memberId, seatId),
    supporter: readable ? supporter : null,
    entered: enteredBy === null ? null : enteredWith(nameOf(enteredBy), witness && nameOf(witness)),
    words: readable ? read(comment.words, names) : null,
    hidden:
      comment.hiddenBy === null || comment.hiddenAt === null
        ? null
        : { byName: nameOf(comment.hiddenBy), reason: comment.hiddenReason ?? '', at: comment.hiddenAt },
    same: sameFor(seeing.reactions.get(id) ?? [], seeing),
    may: rightsOn(comment, all, subject, now),
  };
}

function enteredWith(byName: string, witnessName: string | null) {
  return { byName, witnessName };
}

function personOf({ people, seats }: Names, memberId: string, seatId: string | null): Comment['author'] {
  const person = people.get(memberId);
  if (!person) throw new Error('whoever comments is or was a member');
  return { ...person, seat: (seatId !== null && seats.get(seatId)) || null };
}

/** One of each seat, and one of each person who speaks for none. */
function sameFor(reactions: readonly ReactionRow[], { names, subject }: Seeing): Comment['same'] {
  const said = new Map<string, string>();
  for (const { memberId, seatId } of reactions) {
    const seat = seatId === null ? undefined : names.seats.get(seatId);
    said.set(seatId ?? memberId, seat?.name ?? names.people.get(memberId)?.name ?? '');
  }
  return {
    count: said.size,
    mine: reactions.some(({ memberId }) => memberId === subject.member.id),
    names: [...said.values()],
  };
}
