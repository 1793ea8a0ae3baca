import { Hono, type Context as HonoContext } from 'hono';
import { compress } from 'hono/compress';
import { createMiddleware } from 'hono/factory';
import { takePartWords } from '../../shared/messages/en/takePart.ts';
import { fill } from '../../shared/messages/fill.ts';
import { isRefusal, REFUSALS, type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { type ErrorBody, refused } from '../errors.ts';
import type { Found, Permit } from '../permit.ts';
import { neverKept, senderOf } from '../security.ts';
import { type LinkAccess, linkAccess } from './access.ts';
import { answerByLink } from './answering.ts';
import { codePage } from './codePage.tsx';
import { commentByLink } from './commenting.ts';
import { decisionPage } from './decisionPage.tsx';
import { documentPage } from './documentPage.tsx';
import { type Done, donePage } from './donePage.tsx';
import { linkLimits } from './linkLimits.ts';
import type { Look } from './linkPage.tsx';
import { tokenOfCode } from './links.ts';
import { type Paragraph, paragraphShown, paragraphsOf } from './paragraphs.ts';
import { refusedPage } from './refusedPage.tsx';
import { saidTo } from './saidTo.ts';
import { readCode } from './secrets.ts';
import { sentencePage } from './sentencePage.tsx';
import type { Again, Showing } from './showing.ts';
import { type ShownDecision, shownDecision } from './shownDecision.ts';
import { type ShownDocument, shownDocument } from './shownDocument.ts';
import { ownWords, readTyped, type Typed } from './typed.ts';

const words = takePartWords.refused;

type LinkPages = HonoContext<{ Variables: Found<{ kind: 'personal_link' }> }>;

/** What a link is about, as its pages show it. */
type Shown =
  | { readonly kind: 'decision'; readonly shown: ShownDecision }
  | { readonly kind: 'document'; readonly shown: ShownDocument };

/**
 * Taking part by a personal link, without an account and without a script. Opening a page changes nothing: programs
 * that look for harm in mails open every link. Only sending a form does something.
 */
export function takePartRoutes(context: Context, permit: Permit) {
  const { config, db, log, newId, now } = context;
  const limits = linkLimits();
  const byLink = () => permit({ kind: 'personal_link' });

  const load = async (access: LinkAccess): Promise<Shown> =>
    access.about.kind === 'decision'
      ? { kind: 'decision', shown: shownDecision(context, access) }
      : { kind: 'document', shown: await shownDocument(context, access) };

  const page = ({ kind, shown }: Shown, showing: Showing, part: number) =>
    kind === 'decision' ? decisionPage(shown, showing) : documentPage(shown, part, showing);

  const showing = (c: LinkPages, access: LinkAccess, again?: Again): Showing => ({
    ...{ access, again, look: lookOf(c), request: newId(), said: saidTo(context, access) },
  });

  /** The page again with everything that was typed; where its form is gone, what was typed alone. */
  const once = async (
    c: LinkPages,
    access: LinkAccess,
    typed: Typed,
    refusal: Refusal,
    form: Again['form'],
  ) => {
    const { refused: code, message, fields = {} } = refusal;
    const status = REFUSALS[code];
    const found = await load(access);
    const again: Again = { form, typed, errors: fields, message };
    const gone =
      form === 'answer'
        ? found.kind !== 'decision' || found.shown.asked.kind !== 'answer'
        : !access.mayComment;
    if (gone) return c.html(refusedPage(message, ownWords(typed), lookOf(c), lookOf(c).here), status);
    const quote = form === 'comment' && typed.shown ? quoted(found, typed) : undefined;
    const shown = showing(c, access, again);
    return c.html(quote ? sentencePage(titleOf(found), quote, shown) : page(found, shown, 0), status);
  };

  /** Counts, looks at the link once more, does it, and shows what was done. */
  const send = async (
    c: LinkPages,
    form: Again['form'],
    work: (access: LinkAccess, typed: Typed) => Done | Refusal | Promise<Done | Refusal>,
  ) => {
    const { token, link } = c.get('link');
    const typed = readTyped(await c.req.parseBody());
    const source = senderOf(c, config);
    const seconds = await limits.act({ linkId: link.id, memberId: link.memberId, source });
    // It may have been taken back while the request was on its way.
    const access = linkAccess(db, token, now());
    if (access === undefined) return refused(c, refuse('not_found', words.absent));
    if (typeof access === 'string') return refused(c, refuse('not_allowed', words[access]));
    if (seconds !== undefined) {
      c.header('Retry-After', String(seconds));
      return once(c, access, typed, refuse('too_many', fill(words.tooFast, { seconds })), form);
    }
    const done = await work(access, typed);
    return isRefusal(done) ? once(c, access, typed, done, form) : c.html(donePage(done, access, lookOf(c)));
  };

  return (
    new Hono()
      .get('/p', permit({ kind: 'public' }), (c) => c.html(codePage('', undefined, lookOf(c))))
      .post('/p', permit({ kind: 'public' }), async (c) => {
        const { code: typed = '' } = readTyped(await c.req.parseBody());
        const code = readCode(typed);
        const again = (error: string, status: 422 | 429) => c.html(codePage(typed, error, lookOf(c)), status);
        if (code === undefined) return again(takePartWords.code.wrong, 422);
        const seconds = await limits.tryCode(code, senderOf(c, config));
        if (seconds !== undefined) {
          c.header('Retry-After', String(seconds));
          return again(fill(takePartWords.code.tooFast, { minutes: Math.ceil(seconds / 60) }), 429);
        }
        const token = tokenOfCode(db.orm, code);
        if (token !== undefined) return c.redirect(`/p/${token}`, 303);
        await limits.wrongCode();
        log.info('a code that there is not was typed');
        return again(takePartWords.code.wrong, 422);
      })
      .get('/p/:linkToken', byLink(), async (c) => {
        const found = await load(c.get('link'));
        return c.html(page(found, showing(c, c.get('link')), partIn(found, c.req.query('part'))));
      })
      .get('/p/:linkToken/say', byLink(), async (c) => {
        const access = c.get('link');
        const { paragraph = '', shown = '' } = c.req.query();
        if (!access.mayComment) return refused(c, refuse('not_allowed', words.mayNot));
        const found = await load(access);
        const quote =
          paragraphShown(paragraphsIn(found), Number(paragraph), shown) ??
          paragraphsIn(found)[Number(paragraph)];
        if (!quote) return c.redirect(lookOf(c).here, 303);
        return c.html(sentencePage(titleOf(found), quote, showing(c, access)));
      })
      // Where a form was sent to, reached by its address: back to the page that has the form.
      .get('/p/:linkToken/answer', byLink(), (c) => c.redirect(lookOf(c).here, 303))
      .get('/p/:linkToken/comment', byLink(), (c) => c.redirect(lookOf(c).here, 303))
      .post('/p/:linkToken/answer', byLink(), (c) =>
        send(c, 'answer', (access, typed) => answerByLink(context, access, typed)),
      )
      .post('/p/:linkToken/comment', byLink(), (c) =>
        send(c, 'comment', async (access, typed) =>
          commentByLink(context, access, typed, paragraphsIn(await load(access))),
        ),
      )
  );
}

/** Turns every refusal in JSON, the server's own too, into a page with whatever had been typed. */
const refusalsKeepingWords = createMiddleware(async (c, next) => {
  await next();
  const { status, headers } = c.res;
  if (status < 400 || !headers.get('Content-Type')?.startsWith('application/json')) return;
  const { error } = (await c.res.json()) as ErrorBody;
  const kept = status === REFUSALS.too_large ? [] : ownWords(readTyped(await typedIn(c)));
  const message = error.code === 'broken' && kept.length > 0 ? words.broken : error.message;
  const { here, ...look } = lookOf(c);
  const answer = new Response(String(await refusedPage(message, kept, { ...look, here })), {
    status,
    headers: { 'Content-Type': 'text/html; charset=UTF-8' },
  });
  const wait = headers.get('Retry-After');
  if (wait !== null) answer.headers.set('Retry-After', wait);
  c.res = answer;
});

/** What goes round every page of a link, and round what the server refuses by itself before any page. */
export const roundLinkPages = [neverKept, compress(), refusalsKeepingWords] as const;

/** What a form sent, whatever became of it; nothing where it was none. */
async function typedIn(c: HonoContext): Promise<Record<string, unknown>> {
  if (c.req.method !== 'POST') return {};
  try {
    return await c.req.parseBody();
  } catch {
    return {};
  }
}

/** How a page of a link is to look, and where it is. */
export function lookOf(c: HonoContext): Look {
  const token = /^\/p\/([\w-]+)/.exec(c.req.path)?.[1] ?? '';
  const nonce: string = c.get('secureHeadersNonce') ?? '';
  return { nonce, large: c.req.query('size') === 'large', here: `/p/${token}` };
}

function titleOf(found: Shown): string {
  return found.kind === 'decision' ? found.shown.question : found.shown.title;
}

function paragraphsIn(found: Shown): Paragraph[] {
  return paragraphsOf(found.kind === 'decision' ? found.shown.words : found.shown.blocks);
}

/** The paragraph that something was said about: as it was shown, else as it is now. */
function quoted(found: Shown, typed: Typed): Paragraph | undefined {
  const paragraphs = paragraphsIn(found);
  const number = Number(typed.paragraph ?? '');
  return paragraphShown(paragraphs, number, typed.shown ?? '') ?? paragraphs[number];
}

function partIn(found: Shown, asked = '1'): number {
  if (found.kind === 'decision') return 0;
  const number = Number.parseInt(asked, 10);
  return Number.isInteger(number) ? Math.min(Math.max(number, 1), found.shown.parts.length) - 1 : 0;
}
