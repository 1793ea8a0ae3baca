import { Hono, type Context as HonoContext } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Thread } from '../../shared/comments/api.ts';
import type { BoundHere } from '../../shared/decisions/passageApi.ts';
import type { Block } from '../../shared/documents/blocks.ts';
import { outline } from '../../shared/documents/outline.ts';
import { renderMarkdown } from '../../shared/documents/renderMarkdown.ts';
import { renderText } from '../../shared/documents/renderText.ts';
import { templateOf } from '../../shared/documents/templates/templates.ts';
import { shownThreads } from '../comments/shown.ts';
import { subjectFor } from '../comments/subject.ts';
import type { Context } from '../context.ts';
import { passagesIn } from '../decisions/shownPassages.ts';
import type { DocumentAccess } from '../documents/access.ts';
import { rightOfSeat, seatAt } from '../documents/asSeat.ts';
import { noteSeen } from '../documents/seenStore.ts';
import { documentById } from '../documents/store.ts';
import { documentWords } from '../documents/words.ts';
import { type ErrorBody, notFound, refused } from '../errors.ts';
import { ownOrigin } from '../origins.ts';
import { memberOf, partnershipById } from '../partnerships/store.ts';
import type { SignedIn } from '../people/signIn.ts';
import type { Permit } from '../permit.ts';
import { neverKept } from '../security.ts';
import { markedWords } from './boundWords.ts';
import { documentHtml, seatsMentioned } from './documentHtml.ts';
import { type ReadingFile, readingFiles, styleSheetAddress } from './files.ts';
import { type Reading, readingPage, refusalPage } from './page.tsx';
import type { Sheet } from './sheetPage.tsx';
import { textForm } from './textForm.ts';

/** Documents to read and to print, without JavaScript: as a page, as Markdown (`.md`) and as plain text (`.txt`). */
export function readingRoutes(context: Context, permit: Permit) {
  const files = readingFiles();
  const styleSheet = styleSheetAddress(files);
  const sheetFor = (c: HonoContext): Sheet => ({ styleSheet, large: c.req.query('size') === 'large' });
  return new Hono()
    .use('/read/*', neverKept, refusalsAsPages(sheetFor))
    .get('/read/:documentId', permit({ kind: 'document', right: 'read' }), async (c) => {
      const { access } = c.var;
      noteSeen(context.db, access, context.now());
      const { blocks, hash } = await documentWords(context.content, access.documentId);
      const found = await documentById(context.db, access);
      if (!found) return refused(c, notFound());
      const form = /\.(md|txt)$/.exec(c.req.path)?.[1];
      if (form)
        return textAnswer(
          c,
          form,
          textForm(form === 'md' ? renderMarkdown : renderText, found.title, blocks),
        );
      const as = await seenAs(context, access, c.req.query('as'));
      if (as === 'nothing') return refused(c, notFound());
      const passages = as ? [] : await passagesFor(context, c.var);
      const threads = as ? [] : await threadsFor(context, access);
      const reading = await readingOf(context, access, { ...found, blocks, hash, passages, threads }, c);
      return c.html(readingPage(as ? { ...reading, right: as.right, as } : reading, sheetFor(c)));
    })
    .get('/read-files/:name', permit({ kind: 'anyone' }), (c) =>
      fileAnswer(c, files.get(c.req.param('name'))),
    );
}

/** Turns what the permit says in JSON into a page that a person can read; a bug's answer too. */
export function refusalsAsPages(sheetFor: (c: HonoContext) => Sheet) {
  return createMiddleware(async (c, next) => {
    await next();
    const { status, headers } = c.res;
    if (status < 400 || !headers.get('Content-Type')?.startsWith('application/json')) return;
    const { error } = (await c.res.json()) as ErrorBody;
    c.res = new Response(String(await refusalPage(error.message, status === 401, sheetFor(c))), {
      status,
      headers: { 'Content-Type': 'text/html; charset=UTF-8' },
    });
  });
}

/** For a facilitator who looks as a seat does: that seat and its right; `nothing` where there would be no page. */
async function seenAs(
  { db }: Context,
  access: DocumentAccess,
  seatId: string | undefined,
): Promise<Reading['as'] | 'nothing'> {
  if (seatId === undefined) return undefined;
  const seat = access.roles.includes('facilitator') && seatAt(db, access.partnershipId, seatId);
  if (!seat) return 'nothing';
  const right = await rightOfSeat(db, access, seat.id);
  if (right === 'none') return 'nothing';
  return { seatId: seat.id, seat: seat.name, right, partnershipId: access.partnershipId };
}

/** The decisions bound to the document that this reader may read. */
async function passagesFor(
  context: Context,
  { access, signedIn }: { access: DocumentAccess; signedIn: SignedIn },
): Promise<readonly BoundHere[]> {
  const member = await memberOf(context.db, signedIn.accountId, access.partnershipId);
  return member ? (await passagesIn(context, access, member)).passages : [];
}

/** What people say about the document, as far as this reader may know of it. */
async function threadsFor(
  context: Context,
  { documentId, memberId }: DocumentAccess,
): Promise<readonly Thread[]> {
  const subject = subjectFor(context, memberId, { kind: 'document', id: documentId });
  return subject ? (await shownThreads(context, subject)).threads : [];
}

interface Found {
  readonly title: string;
  readonly template: string;
  readonly changedAt: number;
  readonly blocks: readonly Block[];
  readonly hash: string;
  readonly passages: readonly BoundHere[];
  readonly threads: readonly Thread[];
}

async function readingOf(
  { config, db }: Context,
  access: DocumentAccess,
  found: Found,
  c: HonoContext,
): Promise<Reading> {
  const partnership = await partnershipById(db, access.partnershipId);
  if (!partnership) throw new Error('whoever reads a document is in its partnership');
  const { blocks, hash, passages, threads } = found;
  const template = templateOf(found.template);
  const { seats, timeZone } = partnership;
  return {
    documentId: access.documentId,
    title: found.title,
    kind: template?.name ?? found.template,
    source: template?.source,
    partnership: partnership.name,
    timeZone,
    right: access.right,
    changedAt: found.changedAt,
    archived: access.archived,
    hash,
    outline: outline(blocks),
    body: documentHtml(blocks, seats, markedWords(blocks, passages)),
    passages,
    threads,
    named: seatsMentioned(blocks, seats),
    as: undefined,
    address: `${ownOrigin(config, c.req.header('host'))}/read/${access.documentId}`,
  };
}

function textAnswer(c: HonoContext, form: string, text: string) {
  c.header('Content-Type', `${form === 'md' ? 'text/markdown' : 'text/plain'}; charset=UTF-8`);
  c.header('X-Content-Type-Options', 'nosniff');
  return c.body(text);
}

function fileAnswer(c: HonoContext, file: ReadingFile | undefined) {
  if (!file) return refused(c, notFound());
  c.header('Content-Type', file.type);
  c.header('Cache-Control', 'public, max-age=31536000, immutable');
  return c.body(file.bytes);
}
