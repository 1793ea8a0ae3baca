import { Hono } from 'hono';
import { decisionWanted } from '../../shared/comments/api.ts';
import * as api from '../../shared/decisions/passageApi.ts';
import type { WordsAnswer } from '../../shared/decisions/recordApi.ts';
import { wordsShape } from '../../shared/decisions/recordShape.ts';
import { hashBlocks } from '../../shared/documents/canonical.ts';
import { passagesWords as words } from '../../shared/messages/en/passages.ts';
import { isRefusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { notFound, refused } from '../errors.ts';
import { body, describes } from '../openapi.ts';
import { memberOf } from '../partnerships/store.ts';
import type { Permit } from '../permit.ts';
import { putBlocks } from './drafting.ts';
import { draftFromThread } from './fromThread.ts';
import { putToDecision } from './putToDecision.ts';
import { passageOf, passagesIn, wordsOfPassageNow } from './shownPassages.ts';

/** Decisions that are bound to words of a living document. */
export function passageRoutes(context: Context, permit: Permit) {
  const memberFor = ({ accountId }: { readonly accountId: string }, partnershipId: string) =>
    memberOf(context.db, accountId, partnershipId);
  return new Hono()
    .get(
      '/documents/:documentId/passages',
      permit({ kind: 'document', right: 'read' }),
      describes(
        'The decisions bound to words of a document, and what became of the words',
        api.documentPassagesShape,
        200,
        'Only decisions that you may read, the newest first. `words` are those that count: what was agreed, else what is on the table. `now` says whether the document still says exactly these (`as_agreed`), something else in their place (`changed`), nothing (`gone`), or that it can’t be told.',
      ),
      async (c) => {
        const access = c.get('access');
        const member = await memberFor(c.get('signedIn'), access.partnershipId);
        if (!member) return refused(c, notFound());
        return c.json<api.DocumentPassages, 200>(await passagesIn(context, access, member), 200);
      },
    )
    .post(
      '/documents/:documentId/decisions',
      permit({ kind: 'document', right: 'comment' }),
      describes(
        'Put words of a document to a decision: a new draft, bound to them',
        api.putAnswer,
        201,
        'The words are read from the document as it is on the server. Those of a restricted document make the decision restricted too.',
      ),
      body(api.putToDecision),
      async (c) => {
        const access = c.get('access');
        const member = await memberFor(c.get('signedIn'), access.partnershipId);
        if (!member) return refused(c, notFound());
        const put = await putToDecision(context, access, member, c.req.valid('json'));
        return isRefusal(put) ? refused(c, put) : c.json(put, 201);
      },
    )
    .post(
      '/threads/:threadId/decision',
      permit({ kind: 'thread' }),
      describes(
        'Begin a draft decision on the words that a thread is about, as they stand now',
        api.putAnswer,
        201,
      ),
      body(decisionWanted),
      async (c) => {
        const begun = await draftFromThread(context, c.get('thread'), c.req.valid('json').question);
        return isRefusal(begun) ? refused(c, begun) : c.json(begun, 201);
      },
    )
    .get(
      '/decisions/:decisionId/passage',
      permit({ kind: 'decision' }),
      describes(
        'The words of a decision against its document as that is now',
        api.decisionPassageShape,
        200,
        '`passage` is null for a decision that is bound to no document; `document` where you may not read it.',
      ),
      async (c) => {
        const { accountId } = c.get('signedIn');
        const { decisionId } = c.get('decision');
        return c.json<api.DecisionPassage, 200>(await passageOf(context, accountId, decisionId), 200);
      },
    )
    .put(
      '/decisions/:decisionId/passage',
      permit({ kind: 'decision' }),
      describes(
        'Put the words as they stand in the document now to the decision that is bound to them, and get their hash',
        wordsShape,
        200,
        'As a proposal they go into the draft at once; name the hash of an amendment in the act.',
      ),
      body(api.putWordsNow),
      async (c) => {
        const access = c.get('decision');
        const { hash, ...how } = c.req.valid('json');
        const blocks = await wordsOfPassageNow(context, c.get('signedIn').accountId, access.decisionId);
        if (!blocks || hashBlocks(blocks) !== hash)
          return refused(c, refuse('conflict', words.changedMeanwhile));
        const answer = putBlocks(context, access, how, blocks);
        return isRefusal(answer) ? refused(c, answer) : c.json<WordsAnswer, 200>(answer, 200);
      },
    );
}
