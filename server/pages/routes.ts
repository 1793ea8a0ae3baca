import { Hono, type Context as HonoContext } from 'hono';
import type { SecureHeadersVariables } from 'hono/secure-headers';
import { notFound, refused } from '../errors.ts';
import type { Permit } from '../permit.ts';
import type { BuiltClient, BuiltFile } from './builtClient.ts';

/** The addresses of the client's own pages; `client/` has a page for each. */
const PAGES = [
  '/',
  '/sign-in',
  '/sign-in/outside',
  '/me',
  '/outbox',
  '/notices',
  '/administration',
  '/partnerships/:partnershipId',
  '/partnerships/:partnershipId/new',
  '/new-partnership',
  '/partnerships/:partnershipId/decisions',
  '/partnerships/:partnershipId/people',
  '/partnerships/:partnershipId/people/:memberId',
  '/partnerships/:partnershipId/people/:memberId/leave',
  '/partnerships/:partnershipId/values',
  '/partnerships/:partnershipId/decisions/new',
  '/decisions/:decisionId/draft',
  '/partnerships/:partnershipId/rules',
  '/partnerships/:partnershipId/rules/new',
  '/partnerships/:partnershipId/rules/try',
  '/partnerships/:partnershipId/journal',
  '/partnerships/:partnershipId/as/:seatId',
  '/partnerships/:partnershipId/my-name',
  '/partnerships/:partnershipId/my-notices',
  '/partnerships/:partnershipId/ledger',
  '/partnerships/:partnershipId/paper',
  '/partnerships/:partnershipId/invite',
  '/partnerships/:partnershipId/links',
  '/partnerships/:partnershipId/private-notes',
  '/partnerships/:partnershipId/welcome',
  '/invitation',
  '/decisions/:decisionId',
  '/documents/:documentId/sign',
  '/documents/:documentId',
  '/documents/:documentId/rights',
  '/documents/:documentId/access',
  '/documents/:documentId/versions',
  '/documents/:documentId/versions/:seq',
] as const;

/**
 * The built client: its page, which holds nobody's data and so is open to anyone, and its files.
 * Without a built client there are no such routes.
 */
export function pageRoutes(permit: Permit, client: BuiltClient | undefined) {
  const app = new Hono<{ Variables: SecureHeadersVariables }>();
  if (!client) return app;
  for (const path of PAGES)
    app.get(path, permit({ kind: 'anyone' }), (c) => page(c, client, c.get('secureHeadersNonce')));
  const { verifier } = client;
  if (verifier !== undefined)
    app.get('/verify', permit({ kind: 'anyone' }), (c) => {
      c.header('Cache-Control', 'no-store');
      return c.html(withNonce(verifier, c.get('secureHeadersNonce') ?? ''));
    });
  return app.get('*', permit({ kind: 'anyone' }), (c) => file(c, client, c.get('secureHeadersNonce')));
}

function page(c: HonoContext, client: BuiltClient, nonce: string | undefined, status: 200 | 404 = 200) {
  c.header('Cache-Control', 'no-store');
  return c.html(withNonce(client.index, nonce ?? ''), status);
}

/** The nonce goes to the page's own tags, and into the tag where libraries that add style sheets look for it. */
function withNonce(html: string, nonce: string): string {
  return html
    .replace(/<(script|style|link)(?=[\s>])/g, `<$1 nonce="${nonce}"`)
    .replace('<head>', `<head>\n    <meta property="csp-nonce" nonce="${nonce}" />`);
}

/** A file of the client; a person who followed a wrong link gets the page that says so, a program the plain refusal. */
function file(c: HonoContext, client: BuiltClient, nonce: string | undefined) {
  const found = client.files.get(c.req.path);
  if (found) return send(c, found);
  const person = !c.req.path.startsWith('/api/') && /\btext\/html\b/.test(c.req.header('accept') ?? '');
  return person ? page(c, client, nonce, 404) : refused(c, notFound());
}

function send(c: HonoContext, { bytes, gzipped, type, hashed }: BuiltFile) {
  c.header('Content-Type', type);
  c.header('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  c.header('Vary', 'Accept-Encoding');
  if (!gzipped || !/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(bytes);
  c.header('Content-Encoding', 'gzip');
  return c.body(gzipped);
}
