import { Hono } from 'hono';
import * as api from '../../shared/comments/api.ts';
import type { Commenting } from '../../shared/comments/comment.ts';
import { isRefusal } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { notFound, refused } from '../errors.ts';
import { body, describes, query } from '../openapi.ts';
import type { Permit } from '../permit.ts';
import type { About } from './about.ts';
import type { CommentAccess } from './access.ts';
import { addComment, startThread } from './add.ts';
import { editComment, hideComment, type OnComment, sayTheSame } from './change.ts';
import { endThread } from './ending.ts';
import { makeQuestion } from './question.ts';
import { shownThreads } from './shown.ts';
import { sinceThen } from './sinceThen.ts';
import { speaksFor } from './speaking.ts';
import { type Subject, subjectFor } from './subject.ts';

/** What people say about documents and decisions: reading it, beginning a thread, and answering in one. */
export function commentRoutes(context: Context, permit: Permit) {
  const readBy = async (subject: Subject, since: string | undefined) =>
    sinceThen(context.db, subject, await shownThreads(context, subject), since);
  return new Hono()
    .get(
      '/documents/:documentId/threads',
      permit({ kind: 'document', right: 'read' }),
      describes(
        'Every thread on a document, and what has become of the words that it is about',
        api.threadsRead,
        200,
        'The oldest first. With `since`, the `version` of an earlier answer, only the threads that are new or otherwise than in it, and the ids of those that are `gone`; where that answer is not known any more, all of them, and `since` is null. `passage.now` says whether the words still are as they were quoted (`as_quoted`), something else stands in their place (`changed`), nothing does (`gone`), or that it can’t be told.',
      ),
      query(api.threadsQuery),
      async (c) => {
        const { documentId, memberId } = c.get('access');
        const subject = subjectFor(context, memberId, { kind: 'document', id: documentId });
        if (!subject) return refused(c, notFound());
        return c.json<api.ThreadsRead, 200>(await readBy(subject, c.req.valid('query').since), 200);
      },
    )
    .post(
      '/documents/:documentId/threads',
      permit({ kind: 'document', right: 'comment' }),
      describes(
        'Begin a thread on words of a document, or on all of it',
        api.startedAnswer,
        201,
        'With `suggestion` it suggests other words. The words are read from the document as it is on the server; refused when they are not those that were shown.',
      ),
      body(api.newDocumentThread),
      async (c) => {
        const { documentId, memberId } = c.get('access');
        const about = { kind: 'document', id: documentId } as const;
        const subject = subjectFor(context, memberId, about);
        if (!subject) return refused(c, notFound());
        const { seatId, supporter, ...what } = c.req.valid('json');
        const by = onPage(subject, { seatId, supporter });
        const started = await startThread(context, by, { about, ...what });
        return isRefusal(started) ? refused(c, started) : c.json(started, 201);
      },
    )
    .get(
      '/decisions/:decisionId/threads',
      permit({ kind: 'decision' }),
      describes(
        'Every thread on a decision',
        api.threadsRead,
        200,
        'With `since`, only what is other than in that answer, as for documents. While answers are hidden, what others write meanwhile is kept back like the answers.',
      ),
      query(api.threadsQuery),
      async (c) => {
        const { decisionId, member } = c.get('decision');
        const subject = subjectFor(context, member.id, { kind: 'decision', id: decisionId });
        if (!subject) return refused(c, notFound());
        return c.json<api.ThreadsRead, 200>(await readBy(subject, c.req.valid('query').since), 200);
      },
    )
    .post(
      '/decisions/:decisionId/threads',
      permit({ kind: 'decision' }),
      describes('Begin a thread on a decision', api.startedAnswer, 201),
      body(api.newDecisionThread),
      async (c) => {
        const { decisionId, member } = c.get('decision');
        const about: About = { kind: 'decision', id: decisionId };
        const subject = subjectFor(context, member.id, about);
        if (!subject) return refused(c, notFound());
        const { seatId, supporter, ...what } = c.req.valid('json');
        const by = onPage(subject, { seatId, supporter });
        const started = await startThread(context, by, { about, ...what });
        return isRefusal(started) ? refused(c, started) : c.json(started, 201);
      },
    )
    .post(
      '/threads/:threadId/comments',
      permit({ kind: 'thread' }),
      describes('Answer in a thread', api.commentedAnswer, 201),
      body(api.newComment),
      (c) => {
        const { thread, subject } = c.get('thread');
        const { seatId, supporter, ...what } = c.req.valid('json');
        const by = onPage(subject, { seatId, supporter });
        const added = addComment(context, by, { threadId: thread.id, ...what });
        return isRefusal(added) ? refused(c, added) : c.json(added, 201);
      },
    );
}

/** What can be done with threads and comments that are there. */
export function threadRoutes(context: Context, permit: Permit) {
  return new Hono()
    .patch(
      '/comments/:commentId',
      permit({ kind: 'comment' }),
      describes('Put your own comment right: within 15 minutes, while nobody has answered', api.doneAnswer),
      body(api.rewording),
      (c) => {
        const done = editComment(context, onComment(c.get('comment')), c.req.valid('json').words);
        return isRefusal(done) ? refused(c, done) : c.json(done, 200);
      },
    )
    .put(
      '/comments/:commentId/same',
      permit({ kind: 'comment' }),
      describes('Say that it is the same for your seat', api.doneAnswer),
      body(api.sameForUs),
      (c) => {
        const wanted = { same: true, ...c.req.valid('json') };
        const done = sayTheSame(context, onComment(c.get('comment')), wanted);
        return isRefusal(done) ? refused(c, done) : c.json(done, 200);
      },
    )
    .delete(
      '/comments/:commentId/same',
      permit({ kind: 'comment' }),
      describes('Take back that it is the same for you', api.doneAnswer),
      (c) => {
        const done = sayTheSame(context, onComment(c.get('comment')), { same: false });
        return isRefusal(done) ? refused(c, done) : c.json(done, 200);
      },
    )
    .post(
      '/comments/:commentId/hiding',
      permit({ kind: 'comment' }),
      describes(
        'Hide a comment, or show it again, with a reason',
        api.doneAnswer,
        200,
        'For facilitators and safeguarding leads. Only they and its author read it meanwhile. It stands in the journal.',
      ),
      body(api.hiding),
      (c) => {
        const done = hideComment(context, onComment(c.get('comment')), c.req.valid('json'));
        return isRefusal(done) ? refused(c, done) : c.json(done, 200);
      },
    )
    .post(
      '/threads/:threadId/ending',
      permit({ kind: 'thread' }),
      describes(
        'Resolve a thread, accept or decline a suggestion, or open a thread again',
        api.doneAnswer,
        200,
        'Accepting puts the suggested words into the document; refused when its words are no longer those that were quoted.',
      ),
      body(api.ending),
      (c) => {
        const { thread, subject } = c.get('thread');
        const on = { threadId: thread.id, memberId: subject.member.id };
        const done = endThread(context, on, c.req.valid('json'));
        return isRefusal(done) ? refused(c, done) : c.json(done, 200);
      },
    )
    .post(
      '/threads/:threadId/question',
      permit({ kind: 'thread' }),
      describes(
        'Make a thread an open question: its first comment is written under “Open questions” of the document',
        api.doneAnswer,
      ),
      (c) => {
        const { thread, subject } = c.get('thread');
        const done = makeQuestion(context, { threadId: thread.id, memberId: subject.member.id });
        return isRefusal(done) ? refused(c, done) : c.json(done, 200);
      },
    );
}

function onComment({ comment, subject }: CommentAccess): OnComment {
  return { commentId: comment.id, memberId: subject.member.id };
}

/** Someone who writes on a page themselves. */
function onPage(
  { member }: Subject,
  { seatId, supporter }: Pick<api.NewComment, 'seatId' | 'supporter'>,
): Commenting {
  return {
    memberId: member.id,
    seatId: speaksFor(member, seatId),
    via: 'page',
    supporter: supporter ?? null,
    enteredBy: null,
    witness: null,
  };
}
