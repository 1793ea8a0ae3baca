import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { liveWords as words } from '../../shared/messages/en/live.ts';
import { refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { refused } from '../errors.ts';
import { eventStream } from '../live/eventStream.ts';
import type { Permit } from '../permit.ts';
import { memberOf } from './store.ts';

/** More open pages than anyone has; a page that is out of sight has no stream. */
const MOST_STREAMS = 24;

/** What open pages of a partnership listen to. */
export function eventRoutes(context: Context, permit: Permit) {
  const { db, signIns, changes, accessChanges } = context;
  const open = new Map<string, number>();
  return new Hono().get(
    '/partnerships/:partnershipId/events',
    permit({ kind: 'partnership_member' }),
    describeRoute({
      summary: 'What changes in a partnership, as it happens',
      description:
        'Server-sent events. `hello` comes first, and then `changed` with what changed as JSON, `{"kind":"decision","id":"…"}`: never with what it says now, which is asked for as always. Ends when one’s place here does.',
      responses: { 200: { description: 'A stream', content: { 'text/event-stream': {} } } },
    }),
    (c) => {
      const { partnershipId, signedIn } = c.var;
      const { accountId } = signedIn;
      const cookie = c.req.header('cookie');
      const streams = open.get(accountId) ?? 0;
      if (streams >= MOST_STREAMS) return refused(c, refuse('too_many', words.tooManyPages));
      open.set(accountId, streams + 1);
      const stream = eventStream({
        changes,
        accessChanges,
        partnershipId,
        accountId,
        // Asked before each thing that is sent: nobody hears of anything once their place is gone.
        who: async () =>
          (await signIns.who(cookie))?.accountId === accountId
            ? memberOf(db, accountId, partnershipId)
            : undefined,
        onEnd: () => {
          const left = (open.get(accountId) ?? 1) - 1;
          if (left > 0) open.set(accountId, left);
          else open.delete(accountId);
        },
      });
      // Proxies would hold back what has not filled a page.
      return c.body(stream, 200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'X-Accel-Buffering': 'no',
      });
    },
  );
}
