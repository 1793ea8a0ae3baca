import { Hono } from 'hono';
import { accessAnswer, newSensitivity, sensitivityAnswer } from '../../shared/documents/accessApi.ts';
import { asSeatAnswer } from '../../shared/documents/asSeatApi.ts';
import { namedInAnswer } from '../../shared/documents/namedInApi.ts';
import type { Context } from '../context.ts';
import { notFound, refused } from '../errors.ts';
import { body, describes } from '../openapi.ts';
import type { Permit } from '../permit.ts';
import { asSeat } from './asSeat.ts';
import { whoCanSee } from './explain.ts';
import { namedIn } from './namedIn.ts';
import { setSensitivity } from './sensitivityStore.ts';

/** Who can see a document and why, and how widely it may be known. */
export function accessRoutes({ db, now, content, accessChanges }: Context, permit: Permit) {
  return new Hono()
    .get(
      '/documents/:documentId/access',
      permit({ kind: 'document', right: 'read' }),
      describes('Who can see and do what with a document, and why', accessAnswer),
      async (c) => {
        const found = await whoCanSee(db, c.get('access'));
        const mayPublish = c.get('access').roles.includes('facilitator');
        return found ? c.json({ ...found, mayPublish }, 200) : refused(c, notFound());
      },
    )
    .get(
      '/partnerships/:partnershipId/me/named-in',
      permit({ kind: 'partnership_member' }),
      describes('The documents in which you stand by name', namedInAnswer),
      async (c) =>
        c.json({ documents: await namedIn({ db, content }, c.get('partnershipId'), c.get('member')) }, 200),
    )
    .get(
      '/partnerships/:partnershipId/as/:seatId',
      permit({ kind: 'partnership_role', roles: ['facilitator'] }),
      describes('The documents as one of the seats sees them', asSeatAnswer),
      async (c) => {
        const found = await asSeat(db, c.get('partnershipId'), c.req.param('seatId'), c.get('member'));
        return found ? c.json(found, 200) : refused(c, notFound());
      },
    )
    .put(
      '/documents/:documentId/sensitivity',
      permit({ kind: 'document_manage' }),
      describes('Say how widely a document may be known', sensitivityAnswer),
      body(newSensitivity),
      async (c) => {
        const { documentId, partnershipId, memberId } = c.get('access');
        const wanted = c.req.valid('json');
        const refusal = setSensitivity(
          db,
          { documentId, partnershipId },
          wanted,
          { memberId, at: now() },
          () => accessChanges.tell({ kind: 'document', documentId }),
        );
        return refusal ? refused(c, refusal) : c.json({ sensitivity: wanted.sensitivity }, 200);
      },
    );
}
