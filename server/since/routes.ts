import { Hono } from 'hono';
import { isRefusal } from '../../shared/refusal.ts';
import { readSince, since } from '../../shared/since/api.ts';
import type { Context } from '../context.ts';
import { refused } from '../errors.ts';
import { body, describes } from '../openapi.ts';
import type { Permit } from '../permit.ts';
import { decisionSince, documentSince, readDecision, readDocument } from './since.ts';

/** What changed since one was last here. One's mark moves only when one says that one has read it. */
export function sinceRoutes(context: Context, permit: Permit) {
  return new Hono()
    .get(
      '/documents/:documentId/since',
      permit({ kind: 'document', right: 'read' }),
      describes('What others changed in a document since you last said that you had read it', since),
      (c) => c.json(documentSince(context, c.get('access'), c.get('signedIn').accountId), 200),
    )
    .put(
      '/documents/:documentId/since',
      permit({ kind: 'document', right: 'read' }),
      describes('Say that you have read a document up to `to`', since),
      body(readSince),
      (c) => {
        const refusal = readDocument(context, c.get('access'), c.req.valid('json').to);
        if (refusal) return refused(c, refusal);
        return c.json(documentSince(context, c.get('access'), c.get('signedIn').accountId), 200);
      },
    )
    .get(
      '/decisions/:decisionId/since',
      permit({ kind: 'decision' }),
      describes('What happened to a decision since you last said that you had read it', since),
      (c) => {
        const found = decisionSince(context, c.get('decision'));
        return isRefusal(found) ? refused(c, found) : c.json(found, 200);
      },
    )
    .put(
      '/decisions/:decisionId/since',
      permit({ kind: 'decision' }),
      describes('Say that you have read a decision as it was shown', since),
      body(readSince),
      (c) => {
        const refusal = readDecision(context, c.get('decision'), c.req.valid('json').to);
        if (refusal) return refused(c, refusal);
        const found = decisionSince(context, c.get('decision'));
        return isRefusal(found) ? refused(c, found) : c.json(found, 200);
      },
    );
}
