import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import { NONCE, secureHeaders } from 'hono/secure-headers';
import type { Logger } from 'pino';
import { refusalsWords as words } from '../shared/messages/en/refusals.ts';
import { refuse } from '../shared/refusal.ts';
import { networkOf } from './address.ts';
import type { Config } from './config.ts';
import { refused } from './errors.ts';
import { isOwnHost, isOwnPage, ownOrigin } from './origins.ts';

/** The largest body of any request. The words of documents go over the socket, not here. */
export const LARGEST_BODY = 64 * 1024;

const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

export function isUnsafe(method: string): boolean {
  return UNSAFE.has(method);
}

/** The network that a request came from, for counting; without a socket (in a test) everyone is one neighbour. */
export function senderOf(c: HonoContext, { proxies }: Pick<Config, 'proxies'>): string {
  const remote = c.env && 'incoming' in c.env ? (getConnInfo(c).remote.address ?? '') : '';
  return networkOf(remote, c.req.header('x-forwarded-for'), proxies);
}

/** One line a request, with the pattern of its path: the path itself names documents, a query what was looked for. */
export function logRequests(log: Logger, now: () => number) {
  return createMiddleware(async (c, next) => {
    const began = now();
    await next();
    // Not even that somebody wrote a private note is for those who read logs.
    if (routePath(c).includes('/private-note')) return;
    log.debug(
      {
        requestId: c.get('requestId'),
        method: c.req.method,
        route: routePath(c),
        status: c.res.status,
        ms: now() - began,
      },
      'answered',
    );
  });
}

/** Headers of every answer. Scripts and style sheets run only from our own files or with this answer's nonce. */
export function headers(config: Config) {
  const https = config.baseUrl?.startsWith('https:') ?? false;
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", NONCE],
      styleSrc: ["'self'", NONCE],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      // Not every browser counts ws: to one's own host as 'self'.
      connectSrc: ["'self'", (c) => ownOrigin(config, c.req.header('host')).replace(/^http/, 'ws')],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'no-referrer',
    strictTransportSecurity: https ? 'max-age=31536000' : false,
    xFrameOptions: 'DENY',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  });
}

/** Refuses requests to an address that is not ours; see `isOwnHost`. */
export function ownHostOnly(config: Config) {
  return createMiddleware(async (c, next) => {
    if (!isOwnHost(config, c.req.header('host')))
      return refused(c, refuse('bad_request', words.wrongAddress));
    return next();
  });
}

/**
 * Demands of every request that changes something that a page of ours, or no page, sent it, as JSON; to a page that
 * works without a script, as a form.
 */
export function ownPagesOnly(config: Config) {
  return createMiddleware(async (c, next) => {
    if (!isUnsafe(c.req.method)) return next();
    const byLink = isFormPage(c);
    const form = byLink || isFormOfPaper(c);
    const origin = c.req.header('origin');
    const from = {
      host: c.req.header('host'),
      // A page that hands no address on sends its form without one. Nothing there goes by a cookie: what may be done
      // is in the address and in the form.
      origin: byLink && origin === 'null' ? undefined : origin,
      fetchSite: c.req.header('sec-fetch-site'),
    };
    if (!isOwnPage(config, from)) return refused(c, refuse('not_allowed', words.otherSite));
    if (!(form ? isForm(c) : isJson(c)))
      return refused(c, refuse('not_json', form ? words.notForm : words.notJson));
    return next();
  });
}

/** The pages of personal links, whose forms a browser sends by itself. */
function isFormPage({ req: { path } }: HonoContext): boolean {
  return path === '/p' || path.startsWith('/p/');
}

/** Where packs on paper are made: a page that works without a script too, whose reader is signed in. */
function isFormOfPaper({ req: { path } }: HonoContext): boolean {
  return /^\/(?:documents|decisions)\/[^/]+\/paper$/.test(path);
}

function isJson(c: HonoContext): boolean {
  return /^application\/json(?:\s*;|$)/i.test(c.req.header('content-type')?.trim() ?? '');
}

function isForm(c: HonoContext): boolean {
  return /^application\/x-www-form-urlencoded(?:\s*;|$)/i.test(c.req.header('content-type')?.trim() ?? '');
}

/** A form page shows what is too long again, so that it takes more than it will keep: one letter can be twelve bytes. */
export const smallBodies = createMiddleware((c, next) => (isFormPage(c) ? formBodies : jsonBodies)(c, next));

const jsonBodies = limitedTo(LARGEST_BODY);
const formBodies = limitedTo(8 * LARGEST_BODY);

function limitedTo(maxSize: number) {
  return bodyLimit({ maxSize, onError: (c) => refused(c, refuse('too_large', words.tooLarge)) });
}

/**
 * Takes in the whole body before anyone's rights are looked at: a body sent slowly must not
 * carry a right past its end.
 */
export const wholeBody = createMiddleware(async (c, next) => {
  if (isUnsafe(c.req.method)) await c.req.text();
  return next();
});

/** What the API says is about this moment and this person: nobody may keep it. */
export const neverKept = createMiddleware(async (c, next) => {
  await next();
  c.header('Cache-Control', 'no-store');
});
