import { Hono } from 'hono';
import { publicationAnswer, publishing } from '../../shared/documents/publicationApi.ts';
import { publicViewWords as words } from '../../shared/messages/en/publicView.ts';
import { nothing } from '../../shared/people/api.ts';
import { refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { refused } from '../errors.ts';
import { body, describes } from '../openapi.ts';
import type { Permit } from '../permit.ts';
import { publish, withdraw } from './publicationStore.ts';
import { documentWords } from './words.ts';

/** Making a document's words public, and taking them back. */
export function publicationRoutes({ db, now, newId, content }: Context, permit: Permit) {
  return new Hono()
    .post(
      '/documents/:documentId/publication',
      permit({ kind: 'document_manage' }),
      describes('Make a document’s words public, exactly as you have seen them', publicationAnswer, 201),
      body(publishing),
      async (c) => {
        const access = c.get('access');
        const { contentHash } = c.req.valid('json');
        const { blocks, hash } = await documentWords(content, access.documentId);
        if (hash !== contentHash) return refused(c, refuse('conflict', words.wordsChanged));
        const [id, at] = [newId(), now()];
        const refusal = publish(db, access, { id, blocks, contentHash }, { memberId: access.memberId, at });
        return refusal ? refused(c, refusal) : c.json({ id, publishedAt: at, contentHash }, 201);
      },
    )
    .delete(
      '/documents/:documentId/publication',
      permit({ kind: 'document_manage' }),
      describes('Take a document’s public words back', nothing),
      body(nothing),
      (c) => {
        const access = c.get('access');
        const refusal = withdraw(db, access, { memberId: access.memberId, at: now() });
        return refusal ? refused(c, refusal) : c.json({}, 200);
      },
    );
}
