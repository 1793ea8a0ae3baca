import { Hono } from 'hono';
import * as api from '../../shared/newcomers/api.ts';
import { latestSignatures, maySign } from '../../shared/newcomers/signing.ts';
import type { Context } from '../context.ts';
import { documentById } from '../documents/store.ts';
import { documentWords } from '../documents/words.ts';
import { notFound, refused } from '../errors.ts';
import { body, describes } from '../openapi.ts';
import type { Permit } from '../permit.ts';
import { addSignature, signaturesUnder } from './store.ts';
import { ownSignature, welcome } from './welcome.ts';

export function newcomerRoutes(context: Context, permit: Permit) {
  const { db, content, now } = context;
  return new Hono()
    .get(
      '/partnerships/:partnershipId/welcome',
      permit({ kind: 'partnership_member' }),
      describes('What someone who is new needs to know first', api.welcomeAnswer),
      async (c) => {
        const found = await welcome(context, c.get('partnershipId'), c.get('member'));
        return found ? c.json(found, 200) : refused(c, notFound());
      },
    )
    .get(
      '/documents/:documentId/values-signatures',
      permit({ kind: 'document', right: 'read' }),
      describes('Who has signed a document of values', api.signaturesAnswer),
      async (c) => {
        const access = c.get('access');
        const { hash } = await documentWords(content, access.documentId);
        const latest = latestSignatures(signaturesUnder(db, access), hash);
        const signatures = latest.map(({ hash: signed, ...line }) => ({
          ...line,
          isCurrent: signed === hash,
        }));
        return c.json({ signatures, mine: ownSignature(latest, access.memberId, hash) }, 200);
      },
    )
    .post(
      '/documents/:documentId/values-signature',
      permit({ kind: 'document', right: 'read' }),
      describes('Sign the values, in exactly the words that were read', api.ownSignatureAnswer),
      body(api.signing),
      async (c) => {
        const { documentId, partnershipId, memberId, archived } = c.get('access');
        const { contentHash } = c.req.valid('json');
        const found = await documentById(db, { documentId, partnershipId });
        if (!found) return refused(c, notFound());
        const { hash, words } = await documentWords(content, documentId);
        const at = now();
        const refusal =
          maySign({ template: found.template, archived, hash, isEmpty: words === 0 }, contentHash) ??
          addSignature(db, { documentId, partnershipId, memberId, hash, at });
        return refusal ? refused(c, refusal) : c.json({ at, isCurrent: true }, 200);
      },
    );
}
