import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { refusalsWords } from '../../shared/messages/en/refusals.ts';
import { refuse } from '../../shared/refusal.ts';
import { refused } from '../errors.ts';
import type { Permit } from '../permit.ts';
import { LARGEST_MAIL, type ReceiveParts, receive } from './receive.ts';

/**
 * Takes mails that another mail service posts as they came (`message/rfc822`), with `?to=` naming where they were
 * delivered. It stands outside what only our own pages may ask: no page has the secret.
 */
export function inboundRoutes(parts: ReceiveParts | undefined, permit: Permit) {
  const tooLarge = bodyLimit({
    maxSize: LARGEST_MAIL,
    onError: (c) => refused(c, refuse('too_large', refusalsWords.tooLarge)),
  });
  return new Hono().post('/inbound/mail', permit({ kind: 'mail_service' }), tooLarge, async (c) => {
    if (!parts) throw new Error('nobody is permitted here where no mail comes in');
    const raw = Buffer.from(await c.req.arrayBuffer());
    const received = await receive(parts, raw, c.req.queries('to') ?? []);
    // Only a fault of ours is worth another try, and that is a 500.
    return c.json({ received }, 200);
  });
}
