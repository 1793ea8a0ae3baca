import { Hono } from 'hono';
import * as api from '../../shared/documents/api.ts';
import { mayCreate, mayRename } from '../../shared/documents/managing.ts';
import { templateOf, templates } from '../../shared/documents/templates/templates.ts';
import { titleMatches } from '../../shared/documents/titles.ts';
import { documentsWords } from '../../shared/messages/en/documents.ts';
import { nothing } from '../../shared/people/api.ts';
import { refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { notFound, refused } from '../errors.ts';
import { body, describes, query } from '../openapi.ts';
import type { Permit } from '../permit.ts';
import type { DocumentAccess } from './access.ts';
import { openToSeat } from './openingStore.ts';
import { documentRights, newLines } from './rights.ts';
import { noteSeen } from './seenStore.ts';
import * as store from './store.ts';
import { documentWords, firstWords } from './words.ts';

export function documentRoutes(context: Context, permit: Permit) {
  const { db, now, newId, accessChanges, content } = context;
  const by = ({ memberId }: DocumentAccess) => ({ memberId, at: now() });
  const accessChanged = ({ documentId }: DocumentAccess) =>
    accessChanges.tell({ kind: 'document', documentId });

  return new Hono()
    .get(
      '/templates',
      permit({ kind: 'signed_in' }),
      describes('What a document may start from', api.templatesAnswer),
      (c) => c.json({ templates: templates.map(({ blocks: _, ...about }) => about) }, 200),
    )
    .get(
      '/partnerships/:partnershipId/documents',
      permit({ kind: 'partnership_member' }),
      describes("The partnership's documents that you may read", api.documentsAnswer),
      query(api.documentSearch),
      async (c) => {
        const { search = '', archived } = c.req.valid('query');
        const found = await store.documentsFor(db, c.get('partnershipId'), c.get('member'), archived === '1');
        return c.json({ documents: found.filter(({ title }) => titleMatches(title, search)) }, 200);
      },
    )
    .post(
      '/partnerships/:partnershipId/documents',
      permit({ kind: 'partnership_member' }),
      describes('Start a document from a template', api.createdAnswer, 201),
      body(api.newDocument),
      async (c) => {
        const member = c.get('member');
        const refusal = mayCreate({ seatIds: member.seats.map(({ id }) => id), roles: member.roles });
        if (refusal) return refused(c, refusal);
        const { title, template, preset } = c.req.valid('json');
        const start = templateOf(template);
        if (!start)
          return refused(
            c,
            refuse('invalid', documentsWords.unknownTemplate, { template: documentsWords.unknownTemplate }),
          );
        const id = newId();
        const partnershipId = c.get('partnershipId');
        const words = firstWords(start.blocks);
        await store.addDocument(
          db,
          { id, partnershipId, template, title, preset, createdBy: member.id, createdAt: now() },
          () => content.start(id, words),
        );
        return c.json({ id }, 201);
      },
    )
    .put(
      '/partnerships/:partnershipId/seats/:seatId/documents',
      permit({ kind: 'partnership_role', roles: ['facilitator'] }),
      describes('Let a new seat into the documents so far, as a new document would', api.openedAnswer),
      body(nothing),
      (c) => {
        const [partnershipId, seatId] = [c.get('partnershipId'), c.req.param('seatId')];
        const by = { memberId: c.get('member').id, at: now() };
        const opened = openToSeat(db, { partnershipId, seatId }, by, () =>
          accessChanges.tell({ kind: 'partnership', partnershipId }),
        );
        return 'refused' in opened ? refused(c, opened) : c.json(opened, 200);
      },
    )
    .get(
      '/documents/:documentId',
      permit({ kind: 'document', right: 'read' }),
      describes('One document, and what you may do with it', api.documentAnswer),
      async (c) => {
        const access = c.get('access');
        const found = await store.documentById(db, access);
        if (!found) return refused(c, notFound());
        const { id, partnershipId, title, template, createdAt, changedAt, archivedAt, sensitivity } = found;
        const { memberId, memberName, seat = null, right, mayManage } = access;
        const actsFor = { memberId, memberName, seat };
        return c.json(
          {
            id,
            partnershipId,
            title,
            template,
            createdAt,
            changedAt,
            archivedAt,
            sensitivity,
            right,
            actsFor,
            mayManage,
          },
          200,
        );
      },
    )
    .get(
      '/documents/:documentId/text',
      permit({ kind: 'document', right: 'read' }),
      describes('What a document says', api.textAnswer),
      async (c) => {
        const access = c.get('access');
        noteSeen(db, access, now());
        return c.json(await documentWords(content, access.documentId), 200);
      },
    )
    .patch(
      '/documents/:documentId',
      permit({ kind: 'document', right: 'edit' }),
      describes('Give a document another title', api.renamedAnswer),
      body(api.renaming),
      async (c) => {
        const access = c.get('access');
        const refusal = mayRename(access);
        if (refusal) return refused(c, refusal);
        const { title } = c.req.valid('json');
        await store.renameDocument(db, access, title, by(access));
        return c.json({ id: access.documentId, title }, 200);
      },
    )
    .put(
      '/documents/:documentId/archive',
      permit({ kind: 'document_manage' }),
      describes('Put a document into the archive, where it can only be read', nothing),
      body(nothing),
      async (c) => {
        const access = c.get('access');
        await store.archiveDocument(db, access, true, by(access), () => accessChanged(access));
        return c.json({}, 200);
      },
    )
    .delete(
      '/documents/:documentId/archive',
      permit({ kind: 'document_manage' }),
      describes('Bring a document back from the archive', nothing),
      body(nothing),
      async (c) => {
        const access = c.get('access');
        await store.archiveDocument(db, access, false, by(access), () => accessChanged(access));
        return c.json({}, 200);
      },
    )
    .get(
      '/documents/:documentId/rights',
      permit({ kind: 'document', right: 'read' }),
      describes('Who may do what with a document', api.rightsAnswer),
      async (c) => c.json({ lines: await documentRights(db, c.get('access')) }, 200),
    )
    .put(
      '/documents/:documentId/rights',
      permit({ kind: 'document_manage' }),
      describes('Say who may do what with a document', api.rightsAnswer),
      body(api.newRights),
      async (c) => {
        const access = c.get('access');
        const choose = () => newLines(db, access, c.req.valid('json'));
        const refusal = await store.replaceRights(db, access, choose, by(access), () =>
          accessChanged(access),
        );
        if (refusal) return refused(c, refusal);
        return c.json({ lines: await documentRights(db, access) }, 200);
      },
    );
}
