import { Hono, type Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Context } from '../context.ts';
import { notFound, refused } from '../errors.ts';
import type { Addressee } from '../notifications/readerStore.ts';
import { unsubscribe, whoseMails } from '../notifications/unsubscribe.ts';
import type { Permit } from '../permit.ts';
import { readingFiles, styleSheetAddress } from '../reading/files.ts';
import { refusalsAsPages } from '../reading/routes.ts';
import type { Sheet } from '../reading/sheetPage.tsx';
import { unsubscribePage } from './page.tsx';

/** A mail program sends one word. */
const LARGEST = 1024;

/**
 * Ends mails with one click, without signing in (RFC 8058). Mail programs ask from anywhere and as a form, so it stands
 * outside what only our own pages may ask; it is safe there because it looks at no cookie, and its secret does only
 * this. Asking for the page changes nothing: mail scanners open every link.
 */
export function unsubscribeRoutes({ db, now }: Context, permit: Permit) {
  const styleSheet = styleSheetAddress(readingFiles());
  const sheetFor = (c: HonoContext): Sheet => ({ styleSheet, large: c.req.query('size') === 'large' });
  const answer = (c: HonoContext, found: Addressee | undefined, done: boolean) => {
    if (!found) return refused(c, notFound());
    c.header('Cache-Control', 'no-store');
    return c.html(unsubscribePage({ ...found, done }, sheetFor(c)));
  };
  return new Hono()
    .use('/unsubscribe/*', refusalsAsPages(sheetFor), bodyLimit({ maxSize: LARGEST }))
    .get('/unsubscribe/:token', permit({ kind: 'public' }), (c) =>
      answer(c, whoseMails(db, c.req.param('token'), now()), false),
    )
    .post('/unsubscribe/:token', permit({ kind: 'public' }), (c) =>
      answer(c, unsubscribe(db, c.req.param('token'), now()), true),
    );
}
