import { Hono, type Context as HonoContext } from 'hono';
import { etag } from 'hono/etag';
import { outline } from '../../shared/documents/outline.ts';
import { templateOf } from '../../shared/documents/templates/templates.ts';
import type { Context } from '../context.ts';
import { publicAt, publicOf } from '../documents/publicationStore.ts';
import { notFound, refused } from '../errors.ts';
import { seatsIn } from '../partnerships/store.ts';
import type { Permit } from '../permit.ts';
import { documentHtml } from '../reading/documentHtml.ts';
import { readingFiles, styleSheetAddress } from '../reading/files.ts';
import { refusalsAsPages } from '../reading/routes.ts';
import type { Sheet } from '../reading/sheetPage.tsx';
import { publicListPage, publicPage } from './page.tsx';

/** A browser or a cache may show it for this long: so long may something that was taken back still be seen there. */
const KEPT = 'public, max-age=60, must-revalidate';

/**
 * The only pages that anyone can read without signing in. They show what a partnership made public and nothing
 * else, are the same for everyone, and never look at who asks, so that they may be kept and sent on by others.
 */
export function publicViewRoutes({ db, address }: Context, permit: Permit) {
  const styleSheet = styleSheetAddress(readingFiles());
  const sheetFor = (c: HonoContext): Sheet => ({ styleSheet, large: c.req.query('size') === 'large' });
  return new Hono()
    .use('/public/*', etag(), refusalsAsPages(sheetFor))
    .get('/public/of/:partnershipId', permit({ kind: 'public' }), (c) => {
      const found = publicOf(db.orm, c.req.param('partnershipId'));
      if (!found) return refused(c, notFound());
      c.header('Cache-Control', KEPT);
      return c.html(publicListPage(found, sheetFor(c)));
    })
    .get('/public/:publicationId', permit({ kind: 'public' }), (c) => {
      const found = publicAt(db.orm, c.req.param('publicationId'));
      if (!found) return refused(c, notFound());
      c.header('Cache-Control', KEPT);
      if (found.kind === 'moved') return c.redirect(`/public/${found.to}`, 302);
      const {
        id,
        title,
        partnership,
        partnershipId,
        timeZone,
        publishedAt,
        blocks,
        contentHash: hash,
      } = found;
      return c.html(
        publicPage(
          {
            ...{ id, title, partnership, partnershipId, timeZone, publishedAt, hash },
            kind: templateOf(found.template)?.name ?? '',
            outline: outline(blocks),
            body: withoutIds(documentHtml(blocks, seatsIn(db, partnershipId))),
            address: `${address()}/public/${id}`,
          },
          sheetFor(c),
        ),
      );
    });
}

/** Whom a mention points at is for the partnership alone; outside it stands as the words that were written. */
function withoutIds(body: string): string {
  return body.replace(/ data-mention="[^"]*"/g, '');
}
