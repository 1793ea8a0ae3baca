import { Hono, type Context as HonoContext } from 'hono';
import { paperWords as words } from '../../shared/messages/en/paper.ts';
import { fill } from '../../shared/messages/fill.ts';
import { foundPaper, paperComment, paperKept } from '../../shared/paper/api.ts';
import { referenceOf } from '../../shared/paper/reference.ts';
import { isRefusal } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { shown } from '../decisions/shown.ts';
import { documentById } from '../documents/store.ts';
import { blocksOf } from '../documents/words.ts';
import { notFound, refused } from '../errors.ts';
import { body, describes } from '../openapi.ts';
import { memberOf, partnershipById } from '../partnerships/store.ts';
import type { Permit } from '../permit.ts';
import { documentHtml } from '../reading/documentHtml.ts';
import { readingFiles, styleSheetAddress } from '../reading/files.ts';
import { refusalsAsPages } from '../reading/routes.ts';
import { neverKept } from '../security.ts';
import { enterComment } from './entering.ts';
import { findPaper } from './finding.ts';
import { forWhom } from './forWhom.ts';
import { decisionPack, type Pack } from './pack.ts';
import { paperPage } from './page.tsx';
import { qrSvg } from './qr.ts';

/** Documents and decisions to print and to give back: one page or all of it, in usual or large print. */
export function paperRoutes(context: Context, permit: Permit) {
  const { db, now, address } = context;
  const files = readingFiles();
  const asPages = refusalsAsPages(() => ({ styleSheet: styleSheetAddress(files), large: false }));

  async function answer(c: HonoContext, pack: Pack, me: { accountId: string; partnershipId: string }) {
    const partnership = await partnershipById(db, me.partnershipId);
    const member = await memberOf(db, me.accountId, me.partnershipId);
    if (!partnership || !member) return refused(c, notFound());
    const asked = c.req.query('for');
    const whom = asked === undefined ? null : forWhom(context, { member, partnership, pack, asked });
    if (isRefusal(whom)) return refused(c, whom);
    const online = whom?.link?.address ?? `${address()}/${pack.kind}s/${pack.id}`;
    const full = c.req.query('pack') === 'full';
    return c.html(
      paperPage({
        pack,
        body: full ? documentHtml(pack.blocks, partnership.seats) : '',
        size: c.req.query('size') === 'large' ? 'large' : 'usual',
        form: full ? 'full' : 'one-page',
        madeAt: now(),
        timeZone: partnership.timeZone,
        reference: referenceOf({ id: pack.id, version: pack.version }),
        styleSheet: styleSheetAddress(files, 'paper.css'),
        for: whom && { name: whom.name, seat: whom.seat },
        online: {
          address: online,
          qr: await qrSvg(online),
          code: whom?.link ? { at: `${address()}/p`, code: whom.link.shortCode } : null,
        },
      }),
    );
  }

  return new Hono()
    .use('/documents/:documentId/paper', neverKept, asPages)
    .use('/decisions/:decisionId/paper', neverKept, asPages)
    .get('/documents/:documentId/paper', permit({ kind: 'document', right: 'read' }), async (c) => {
      const { access, signedIn } = c.var;
      const found = await documentById(db, access);
      const partnership = await partnershipById(db, access.partnershipId);
      if (!found || !partnership) return refused(c, notFound());
      const pack: Pack = {
        ...{ kind: 'document', id: access.documentId, title: found.title, facts: [], easyRead: '' },
        kicker: fill(words.document, { partnership: partnership.name }),
        blocks: await blocksOf(context.content, access.documentId),
        ...{ options: [], asks: { kind: 'nothing' }, version: null, until: null },
      };
      return answer(c, pack, { accountId: signedIn.accountId, partnershipId: access.partnershipId });
    })
    .get('/decisions/:decisionId/paper', permit({ kind: 'decision' }), async (c) => {
      const { decision, signedIn } = c.var;
      const seen = shown(context, decision);
      if (isRefusal(seen)) return refused(c, seen);
      const partnership = await partnershipById(db, decision.partnershipId);
      const pack = decisionPack(seen, partnership?.name ?? '');
      const { partnershipId } = decision;
      return answer(c, pack, { accountId: signedIn.accountId, partnershipId });
    });
}

/** What comes back on paper: finding what a sheet is about, and entering a comment from it. */
export function paperEntryRoutes(context: Context, permit: Permit) {
  const { db } = context;
  return new Hono()
    .get(
      '/partnerships/:partnershipId/paper/:reference',
      permit({ kind: 'partnership_role', roles: ['recorder', 'facilitator'] }),
      describes('What the sheet with this reference is about', foundPaper),
      async (c) => {
        const who = { partnershipId: c.get('partnershipId'), member: c.get('member') };
        const found = await findPaper(db, who, c.req.param('reference'));
        return isRefusal(found) ? refused(c, found) : c.json(found, 200);
      },
    )
    .post(
      '/documents/:documentId/paper-comments',
      permit({ kind: 'document', right: 'read' }),
      describes('Enter a comment about a document that came on paper', paperKept, 201),
      body(paperComment),
      async (c) => {
        const { documentId, memberId, partnershipId } = c.get('access');
        const about = { kind: 'document' as const, id: documentId };
        const kept = await enterComment(context, { about, partnershipId, memberId }, c.req.valid('json'));
        return isRefusal(kept) ? refused(c, kept) : c.json(kept, 201);
      },
    )
    .post(
      '/decisions/:decisionId/paper-comments',
      permit({ kind: 'decision' }),
      describes('Enter a comment about a decision that came on paper', paperKept, 201),
      body(paperComment),
      async (c) => {
        const { decisionId, partnershipId, member } = c.get('decision');
        const about = { kind: 'decision' as const, id: decisionId };
        const by = { about, partnershipId, memberId: member.id };
        const kept = await enterComment(context, by, c.req.valid('json'));
        return isRefusal(kept) ? refused(c, kept) : c.json(kept, 201);
      },
    );
}
