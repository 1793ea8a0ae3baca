import type { Db } from '../../db/open.ts';
import { type AfterCommit, transact } from '../../db/transact.ts';
import {
  type Commenting,
  LONGEST_COMMENT,
  MOST_A_MINUTE,
  MOST_COMMENTS,
  MOST_THREADS,
} from '../../shared/comments/comment.ts';
import type { Layout } from '../../shared/documents/layout.ts';
import { commentsWords as words } from '../../shared/messages/en/comments.ts';
import { bindPassage } from '../../shared/passages/bindPassage.ts';
import type { BoundPassage, Place } from '../../shared/passages/passage.ts';
import { mayReplace } from '../../shared/passages/replaceWords.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { versionOf } from '../partnerships/version.ts';
import { inDocument } from '../passages/inDocument.ts';
import type { About } from './about.ts';
import { kept } from './mentioned.ts';
import { tellOfComment } from './notices.ts';
import { asSeen, isThere } from './seen.ts';
import { mayNotSpeak } from './speaking.ts';
import {
  aboutOf,
  addCommentRow,
  addThread,
  changeThread,
  commentOfRequest,
  commentsIn,
  countSince,
  countThreads,
  namesIn,
  threadRow,
} from './store.ts';
import { type Subject, writableFor } from './subject.ts';
import { tellOf } from './telling.ts';

/** What a thread begins with. */
export interface NewThread {
  readonly about: About;
  /** The words that it is about, as they were shown; left out: about the whole. */
  readonly passage?: { readonly start: Place; readonly end: Place; readonly hash: string } | undefined;
  readonly words: string;
  /** Other words for the passage; makes it a suggestion. */
  readonly suggestion?: string | undefined;
  readonly requestId: string;
}

type Parts = Pick<Context, 'db' | 'now' | 'newId' | 'content' | 'changes' | 'decisionSeen' | 'mail'>;

interface Under {
  readonly orm: Db['orm'];
  readonly afterCommit: AfterCommit;
}

/**
 * Begins a thread, for everyone and however it comes in; whether they may is asked here. The same request again gives
 * the same thread. Refused when the words are not those that were shown.
 */
export async function startThread(
  context: Parts,
  by: Commenting,
  what: NewThread,
): Promise<{ threadId: string } | Refusal> {
  const { about, passage, words: said, suggestion } = what;
  const may = writableFor(context, by.memberId, about);
  if (isRefusal(may)) return may;
  const requestId = nameOf(what.requestId, [about, passage?.hash, said, suggestion]);
  const before = commentOfRequest(context.db.orm, by.memberId, requestId);
  if (before) return { threadId: before.threadId };
  const bound = await passageFor(context, what);
  if (isRefusal(bound)) return bound;
  return transact(context.db, (orm, afterCommit) => {
    const subject = writableFor(context, by.memberId, about);
    if (isRefusal(subject)) return subject;
    const again = commentOfRequest(orm, by.memberId, requestId);
    if (again) return { threadId: again.threadId };
    const at = context.now();
    if (countThreads(orm, about) >= MOST_THREADS) return refuse('conflict', words.tooManyThreads);
    const refusal = mayNotSay(orm, by, { subject, words: said, at });
    if (refusal) return refusal;
    const threadId = context.newId();
    addThread(orm, {
      id: threadId,
      partnershipId: subject.partnershipId,
      documentId: about.kind === 'document' ? about.id : null,
      decisionId: about.kind === 'decision' ? about.id : null,
      kind: suggestion === undefined ? 'comment' : 'suggestion',
      ...(bound && rowOf(bound)),
      suggestion: suggestion ?? null,
      startedBy: by.memberId,
      createdAt: at,
      changedAt: at,
    });
    addTo(context, { orm, afterCommit }, by, { subject, threadId, words: said, requestId, at });
    return { threadId };
  });
}

/** With what it asks for in its name: something else that was sent under the same name by mistake is not lost. */
function nameOf(requestId: string, asked: unknown): string {
  return `${requestId} ${versionOf(asked)}`;
}

async function passageFor(
  { content }: Parts,
  { about, passage, suggestion }: NewThread,
): Promise<BoundPassage | undefined | Refusal> {
  if (!passage) return undefined;
  if (about.kind !== 'document') return refuse('invalid', words.place, { passage: words.place });
  const bound = await inDocument(content, about.id, ({ layout }) => {
    const found = bindPassage(layout, passage.start, passage.end);
    if (typeof found === 'string' || suggestion === undefined) return found;
    return mayNotSuggest(layout, found, suggestion) ?? found;
  });
  if (bound === 'too_long') return refuse('invalid', words.passageTooLong, { passage: words.passageTooLong });
  if (isRefusal(bound)) return bound;
  if (bound === 'not_here' || bound.hash !== passage.hash) return refuse('conflict', words.changedMeanwhile);
  return bound;
}

function mayNotSuggest(layout: Layout, { stretch, quote }: BoundPassage, suggestion: string) {
  const no = (message: string) => refuse('invalid', message, { suggestion: message });
  if (suggestion === quote) return no(words.suggestionSame);
  switch (mayReplace(layout, stretch, suggestion)) {
    case 'not_plain':
      return no(words.suggestionPlain);
    case 'fewer_lines':
      return no(words.suggestionFewer);
    case 'cut_line':
      return no(words.suggestionCut);
    case 'yes':
      return undefined;
  }
}

function rowOf({ start, end, quote, before, after, characters, hash }: BoundPassage) {
  return { start, end, quote, before, after, characters, hash };
}

/**
 * Adds a comment to a thread, for everyone and however it comes in; whether they may is asked here. The same request
 * again adds nothing, and gives the same.
 */
export function addComment(
  context: Parts,
  by: Commenting,
  what: { readonly threadId: string; readonly words: string; readonly requestId: string },
): { commentId: string } | Refusal {
  return transact<{ commentId: string } | Refusal>(context.db, (orm, afterCommit) => {
    const thread = threadRow(orm, what.threadId);
    if (!thread) return notFound();
    const subject = writableFor(context, by.memberId, aboutOf(thread));
    if (isRefusal(subject)) return subject;
    const comments = commentsIn(orm, thread.id);
    if (!isThere(thread, comments, subject)) return notFound();
    const requestId = nameOf(what.requestId, [thread.id, what.words]);
    const again = commentOfRequest(orm, by.memberId, requestId);
    if (again) return { commentId: again.id };
    if (asSeen(thread, subject).state !== 'open') return refuse('conflict', words.ended);
    if (comments.length >= MOST_COMMENTS) return refuse('conflict', words.tooManyComments);
    const adding = { subject, ...what, requestId, at: context.now() };
    return mayNotSay(orm, by, adding) ?? addTo(context, { orm, afterCommit }, by, adding);
  });
}

interface Adding {
  readonly subject: Subject;
  readonly threadId: string;
  readonly words: string;
  readonly requestId: string;
  readonly at: number;
}

function addTo(
  context: Parts,
  { orm, afterCommit }: Under,
  by: Commenting,
  { subject, threadId, words: said, requestId, at }: Adding,
): { commentId: string } {
  const { memberId, seatId, via, supporter, enteredBy, witness } = by;
  const commentId = context.newId();
  // Whoever leads the meeting knows all answers, and speaks to everyone.
  const heldRound = subject.member.roles.includes('facilitator') ? null : subject.hidingRound;
  const row = { id: commentId, threadId, memberId, seatId, via, supporter, enteredBy, witness, requestId };
  const words = kept(said.trim(), namesIn(context.db, subject.partnershipId));
  addCommentRow(orm, { ...row, words, at, heldRound });
  // That something is kept back must not show in the thread itself.
  if (heldRound === null) changeThread(orm, threadId, at);
  const { partnershipId, about } = subject;
  const held = heldRound === null ? undefined : { memberId, seatId };
  // Nobody is mailed of what is kept back.
  const comment = { id: commentId, threadId, memberId, words, at };
  if (!held && tellOfComment(context.db, partnershipId, comment)) afterCommit(() => context.mail.wake());
  tellOf(context, afterCommit, { partnershipId, about, held });
  return { commentId };
}

/** Why these words may not be said by them now; undefined when they may. */
function mayNotSay(
  orm: Db['orm'],
  { memberId, seatId }: Commenting,
  { subject, words: said, at }: Pick<Adding, 'subject' | 'words' | 'at'>,
): Refusal | undefined {
  return mayNotSpeak(subject.member, seatId) ?? checkWords(said) ?? tooFast(orm, memberId, at);
}

function checkWords(said: string): Refusal | undefined {
  const length = said.trim().length;
  if (length === 0) return refuse('invalid', words.empty, { words: words.empty });
  return length > LONGEST_COMMENT ? refuse('invalid', words.tooLong, { words: words.tooLong }) : undefined;
}

function tooFast(orm: Db['orm'], memberId: string, at: number): Refusal | undefined {
  return countSince(orm, memberId, at - MINUTE) >= MOST_A_MINUTE
    ? refuse('too_many', words.tooFast)
    : undefined;
}

const MINUTE = 60_000;
