import { Hono, type Context as HonoContext } from 'hono';
import * as api from '../../shared/calendar/api.ts';
import { refusalsWords as words } from '../../shared/messages/en/refusals.ts';
import { refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { notFound, refused } from '../errors.ts';
import { body, describes } from '../openapi.ts';
import type { Found, Permit } from '../permit.ts';
import { senderOf } from '../security.ts';
import { calendarOf, feedBy, makeCalendar, takeCalendarBack, writtenFor } from './feed.ts';
import { feedLimits } from './feedLimits.ts';

type InPartnership = HonoContext<{ Variables: Found<{ kind: 'partnership_member' }> }>;

/** One's own calendar address in a partnership: nobody makes, sees or takes back another's. */
export function calendarRoutes(context: Context, permit: Permit) {
  const own = (c: InPartnership) => ({ partnershipId: c.get('partnershipId'), memberId: c.get('member').id });
  return new Hono()
    .get(
      '/partnerships/:partnershipId/me/calendar',
      permit({ kind: 'partnership_member' }),
      describes('Whether you have a calendar address, and what your calendar holds', api.calendarAnswer),
      (c) => c.json(calendarOf(context, c.get('member').id), 200),
    )
    .post(
      '/partnerships/:partnershipId/me/calendar',
      permit({ kind: 'partnership_member' }),
      describes('Make your calendar address; any that there was stops', api.madeCalendar, 201),
      body(api.newCalendar),
      (c) => c.json(makeCalendar(context, own(c)), 201),
    )
    .delete(
      '/partnerships/:partnershipId/me/calendar',
      permit({ kind: 'partnership_member' }),
      describes('Take your calendar address back', api.calendarAnswer),
      (c) => c.json(takeCalendarBack(context, own(c)), 200),
    );
}

/** So long may what was taken back still be seen by the one program that asked before. */
const KEPT = 'private, max-age=300';

/**
 * The calendar itself, for programs that can't sign in: whoever holds the address reads it. It looks at no cookie, and
 * whatever is wrong with an address, it answers alike.
 */
export function calendarFeedRoutes(context: Context, permit: Permit) {
  const limits = feedLimits();
  const tooOften = (c: HonoContext, seconds: number) => {
    c.header('Retry-After', String(seconds));
    return refused(c, refuse('too_many', words.tooMany));
  };
  return new Hono().get('/calendar/:token', permit({ kind: 'public' }), async (c) => {
    c.header('X-Robots-Tag', 'noindex');
    c.header('Cache-Control', 'no-store');
    const busy = await limits.network(senderOf(c, context.config));
    if (busy !== undefined) return tooOften(c, busy);
    const token = /^(\w+)\.ics$/.exec(c.req.param('token'))?.[1] ?? '';
    const feed = feedBy(context, token);
    if (!feed) return refused(c, notFound());
    const seconds = await limits.feed(feed.memberId);
    if (seconds !== undefined) return tooOften(c, seconds);
    const { text, etag } = writtenFor(context, feed);
    c.header('Cache-Control', KEPT);
    c.header('ETag', etag);
    if (isSame(c.req.header('if-none-match'), etag)) return c.body(null, 304);
    c.header('Content-Type', 'text/calendar; charset=utf-8');
    c.header('Content-Disposition', 'inline; filename="trialogue.ics"');
    return c.body(text);
  });
}

/** Whether a program has it already, as RFC 9110 compares: a mark of weakness says nothing here. */
function isSame(asked: string | undefined, etag: string): boolean {
  return (asked ?? '').split(',').some((each) => ['*', etag].includes(each.trim().replace(/^W\//, '')));
}
