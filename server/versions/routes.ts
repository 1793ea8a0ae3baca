import { Hono } from 'hono';
import { isRefusal } from '../../shared/refusal.ts';
import * as api from '../../shared/versions/api.ts';
import type { Context } from '../context.ts';
import { noteSeen } from '../documents/seenStore.ts';
import { notFound, refused } from '../errors.ts';
import { body, describes, query } from '../openapi.ts';
import type { Permit } from '../permit.ts';
import { momentsOf, stepsOf } from './moments.ts';
import { nameVersion, stateAt, versionAt } from './versions.ts';

/** Reading a document as it was, naming it as it stands, and what a page needs to bring a version back. */
export function versionRoutes(context: Context, permit: Permit) {
  const { db, now } = context;
  return new Hono()
    .get(
      '/documents/:documentId/versions',
      permit({ kind: 'document', right: 'read' }),
      describes('When a document was written in, and by whom, the newest first', api.momentsAnswer),
      query(api.momentsSearch),
      (c) => {
        const { before, from, to } = c.req.valid('query');
        const access = c.get('access');
        const found =
          from !== undefined && to !== undefined
            ? stepsOf(context, access, from, to)
            : momentsOf(context, access, before);
        return c.json(found, 200);
      },
    )
    .post(
      '/documents/:documentId/versions',
      permit({ kind: 'document', right: 'edit' }),
      describes('Give a document as it stands now a name', api.namedAnswer, 201),
      body(api.newName),
      (c) => {
        const named = nameVersion(context, c.get('access'), c.req.valid('json').name);
        return isRefusal(named) ? refused(c, named) : c.json(named, 201);
      },
    )
    .get(
      '/documents/:documentId/versions/:seq',
      permit({ kind: 'document', right: 'read' }),
      describes('What a document said after one of its changes', api.versionAnswer),
      async (c) => {
        const seq = numberIn(c.req.param('seq'));
        if (seq === undefined) return refused(c, notFound());
        noteSeen(db, c.get('access'), now());
        const found = await versionAt(context, c.get('access').documentId, seq);
        return isRefusal(found) ? refused(c, found) : c.json(found, 200);
      },
    )
    .get(
      '/documents/:documentId/versions/:seq/state',
      permit({ kind: 'document', right: 'edit' }),
      describes('A document as it was, whole, for an editor that brings it back', api.stateAnswer),
      async (c) => {
        const seq = numberIn(c.req.param('seq'));
        if (seq === undefined) return refused(c, notFound());
        noteSeen(db, c.get('access'), now());
        const found = await stateAt(context, c.get('access').documentId, seq);
        return isRefusal(found) ? refused(c, found) : c.json(found, 200);
      },
    );
}

function numberIn(seq: string): number | undefined {
  return /^\d{1,12}$/.test(seq) ? Number(seq) : undefined;
}
