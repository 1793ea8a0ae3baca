import type { Comment, Thread } from '../../../../shared/comments/api.ts';
import type { Side } from '../../../../shared/partnerships/sides.ts';
import type { BoundPassage } from '../../../../shared/passages/passage.ts';

/** Who says something in a test: a member, with a seat on a side or none. */
export function said(id: string, memberId: string, side: Side | null, words: string | null = 'Hm.'): Comment {
  return {
    id,
    author: {
      memberId,
      name: memberId,
      isPseudonym: false,
      seat: side && { id: `${memberId}-seat`, name: `${memberId}'s seat`, side },
    },
    via: 'page',
    supporter: null,
    entered: null,
    words,
    at: 1,
    editedAt: null,
    hidden: null,
    same: { count: 0, mine: false, names: [] },
    may: { edit: false, same: true, hide: false, show: false },
  };
}

const NOT = { reply: true, resolve: false, reopen: false, accept: false, decline: false };

/** An open thread on the whole document, but for what is given. */
export function threadOf(id: string, more: Partial<Thread> = {}): Thread {
  return {
    id,
    kind: 'comment',
    documentId: 'd',
    decisionId: null,
    passage: null,
    quote: '',
    suggestion: null,
    state: 'open',
    endedBy: null,
    endedAt: null,
    endedReason: null,
    became: { decision: null, questionAt: null },
    createdAt: 1,
    changedAt: 1,
    revision: 1,
    comments: [said(`${id}-1`, 'priya', 'commissioner')],
    mine: false,
    unanswered: true,
    may: { ...NOT, makeDecision: false, makeQuestion: false },
    ...more,
  };
}

/** A thread on words, as the server gives it while they are as they were. */
export function threadOn(id: string, bound: BoundPassage): Thread {
  const { start, end, before, after, characters, hash, quote, stretch } = bound;
  const now = { state: 'as_quoted' as const, stretch };
  return threadOf(id, { passage: { start, end, before, after, characters, hash, now }, quote });
}
