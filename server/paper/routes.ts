import { Hono, type Context as HonoContext } from 'hono';
import { paperWords as words } from '../../shared/messages/en/paper.ts';
import { fill } from '../../shared/messages/fill.ts';
import { foundPaper, paperComment, paperKept } from '../../shared/paper/api.ts';
import { referenceOf } from '../../shared/paper/reference.ts';
import type { OwnMember, PartnershipAnswer } from '../../shared/partnerships/api.ts';
import { isRefusal, type Refusal } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { shown } from '../decisions/shown.ts';
import { type DocumentScope, documentById } from '../documents/store.ts';
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
import { candidates, type ForWhom, forWhom, waysInFor } from './forWhom.ts';
import { decisionPack, type Pack } from './pack.ts';
import { paperPage } from './page.tsx';
import { qrSvg } from './qr.ts';
import type { Choosing, Copy } from './sheet.ts';

/** Documents and decisions to print and to give back: one page or all of it, in usual or large print. */
export function paperRoutes(context: Context, permit: Permit) {
  const { db, now, newId, address } = context;
  const files = readingFiles();
  const asPages = refusalsAsPages(() => ({ styleSheet: styleSheetAddress(files), large: false }));

  interface Asked {
    readonly c: HonoContext;
    readonly member: OwnMember;
    readonly partnership: PartnershipAnswer;
    readonly pack: Pack;
  }

  async function asked(c: HonoContext, pack: Pack, me: Me): Promise<Asked | Refusal> {
    const partnership = await partnershipById(db, me.partnershipId);
    const member = await memberOf(db, me.accountId, me.partnershipId);
    return partnership && member ? { c, member, partnership, pack } : notFound();
  }

  /** The sheet, for anyone or with a name on it: asking for it changes nothing. */
  async function show(c: HonoContext, pack: Pack, me: Me) {
    const wanted = await asked(c, pack, me);
    if (isRefusal(wanted)) return refused(c, wanted);
    const name = c.req.query('for');
    const whom = name === undefined ? null : forWhom(context, wanted, name);
    if (isRefusal(whom)) return refused(c, whom);
    const people = whom === null ? candidates(context, wanted) : [];
    return c.html(await sheets(wanted, [whom], { people, request: newId() }));
  }

  /** Packs for people, each with a way in of their own, all on one page to print. */
  async function make(c: HonoContext, pack: Pack, me: Me) {
    const wanted = await asked(c, pack, me);
    if (isRefusal(wanted)) return refused(c, wanted);
    const { person = [], request } = await c.req.parseBody({ all: true });
    const memberIds = [person].flat().filter((id) => typeof id === 'string');
    const made = waysInFor(context, wanted, { memberIds, request: String(request) });
    return isRefusal(made) ? refused(c, made) : c.html(await sheets(wanted, made, null));
  }

  async function sheets(
    { c, partnership, pack }: Asked,
    whom: readonly (ForWhom | null)[],
    choose: Choosing | null,
  ) {
    const full = c.req.query('pack') === 'full';
    return paperPage({
      pack,
      body: full ? documentHtml(pack.blocks, partnership.seats) : '',
      size: c.req.query('size') === 'large' ? 'large' : 'usual',
      form: full ? 'full' : 'one-page',
      madeAt: now(),
      timeZone: partnership.timeZone,
      reference: referenceOf({ id: pack.id, version: pack.version }),
      styleSheet: styleSheetAddress(files, 'paper.css'),
      links: `/partnerships/${partnership.id}/links`,
      choose,
      copies: await Promise.all(whom.map((each) => copyFor(pack, each))),
    });
  }

  async function copyFor(pack: Pack, whom: ForWhom | null): Promise<Copy> {
    const online = whom?.link?.address ?? `${address()}/${pack.kind}s/${pack.id}`;
    return {
      for: whom && { name: whom.name, seat: whom.seat },
      online: {
        address: online,
        qr: await qrSvg(online),
        code: whom?.link ? { at: `${address()}/p`, code: whom.link.shortCode } : null,
      },
    };
  }

  async function documentPackFor({ documentId, partnershipId }: DocumentScope): Promise<Pack | Refusal> {
    const scope = { documentId, partnershipId };
    const found = await documentById(db, scope);
    const partnership = await partnershipById(db, partnershipId);
    if (!found || !partnership) return notFound();
    return {
      ...{ kind: 'document', id: documentId, title: found.title, facts: [], easyRead: '' },
      kicker: fill(words.document, { partnership: partnership.name }),
      blocks: await blocksOf(context.content, documentId),
      ...{ options: [], asks: { kind: 'nothing' }, version: null, until: null },
    };
  }

  async function decisionPackFor(decision: Parameters<typeof shown>[1]): Promise<Pack | Refusal> {
    const seen = shown(context, decision);
    if (isRefusal(seen)) return seen;
    const partnership = await partnershipById(db, decision.partnershipId);
    return decisionPack(seen, partnership?.name ?? '');
  }

  const ofDocument = () => permit({ kind: 'document', right: 'read' });
  const ofDecision = () => permit({ kind: 'decision' });
  return new Hono()
    .use('/documents/:documentId/paper', neverKept, asPages)
    .use('/decisions/:decisionId/paper', neverKept, asPages)
    .get('/documents/:documentId/paper', ofDocument(), async (c) => {
      const { access, signedIn } = c.var;
      const pack = await documentPackFor(access);
      return isRefusal(pack) ? refused(c, pack) : show(c, pack, meOf(access, signedIn));
    })
    .post('/documents/:documentId/paper', ofDocument(), async (c) => {
      const { access, signedIn } = c.var;
      const pack = await documentPackFor(access);
      return isRefusal(pack) ? refused(c, pack) : make(c, pack, meOf(access, signedIn));
    })
    .get('/decisions/:decisionId/paper', ofDecision(), async (c) => {
      const { decision, signedIn } = c.var;
      const pack = await decisionPackFor(decision);
      return isRefusal(pack) ? refused(c, pack) : show(c, pack, meOf(decision, signedIn));
    })
    .post('/decisions/:decisionId/paper', ofDecision(), async (c) => {
      const { decision, signedIn } = c.var;
      const pack = await decisionPackFor(decision);
      return isRefusal(pack) ? refused(c, pack) : make(c, pack, meOf(decision, signedIn));
    });
}

interface Me {
  readonly accountId: string;
  readonly partnershipId: string;
}

function meOf({ partnershipId }: { partnershipId: string }, { accountId }: { accountId: string }): Me {
  return { accountId, partnershipId };
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
