import { Hono } from 'hono';
import * as api from '../../shared/invitations/api.ts';
import { peopleWords } from '../../shared/messages/en/people.ts';
import { fill } from '../../shared/messages/fill.ts';
import { nothing } from '../../shared/people/api.ts';
import { isRefusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { refused } from '../errors.ts';
import { body, describes } from '../openapi.ts';
import { askingBrowser } from '../people/askingBrowser.ts';
import type { AskLimits } from '../people/askLimits.ts';
import { askCode } from '../people/mailedSignIn.ts';
import type { Permit } from '../permit.ts';
import { senderOf } from '../security.ts';
import { accept, decline, invitedAddress, look } from './answering.ts';

/**
 * For whoever holds an invitation's link. The token is in the body of each request: in an address it would
 * stand in logs and histories, and mail programs that try links out ahead would use it up.
 */
export function invitationAnswerRoutes(context: Context, permit: Permit, limits: AskLimits) {
  const { config } = context;
  const browser = askingBrowser(config.baseUrl?.startsWith('https:') ?? false);
  return new Hono()
    .post(
      '/invitations/look',
      permit({ kind: 'anyone' }),
      describes('What an invitation offers; nothing changes', api.lookAnswer),
      body(api.withToken),
      (c) => {
        const answer = look(context, c.req.valid('json').token, c.get('signedIn')?.accountId);
        return isRefusal(answer) ? refused(c, answer) : c.json(answer, 200);
      },
    )
    .post(
      '/invitations/code',
      permit({ kind: 'anyone' }),
      describes('Have a code to sign in mailed to the address that is invited', nothing),
      body(api.withToken),
      async (c) => {
        const email = invitedAddress(context, c.req.valid('json').token);
        if (isRefusal(email)) return refused(c, email);
        const minutes = await limits.ask(email, senderOf(c, config));
        if (minutes !== undefined) {
          c.header('Retry-After', String(minutes * 60));
          return refused(c, refuse('too_many', fill(peopleWords.askedTooOften, { minutes })));
        }
        const browserSecret = browser.secretIn(c.req.header('cookie')) ?? browser.newSecret();
        askCode(context, { email, browserSecret, goingTo: '/invitation' });
        c.header('Set-Cookie', browser.keep(browserSecret));
        return c.json({}, 200);
      },
    )
    .post(
      '/invitations/accept',
      permit({ kind: 'signed_in' }),
      describes('Come in, exactly as the invitation was shown', api.acceptedAnswer),
      body(api.acceptance),
      (c) => {
        const answer = accept(context, c.req.valid('json'), c.get('signedIn').accountId);
        return isRefusal(answer) ? refused(c, answer) : c.json(answer, 200);
      },
    )
    .post(
      '/invitations/decline',
      permit({ kind: 'anyone' }),
      describes('Say no to an invitation', nothing),
      body(api.withToken),
      (c) => {
        const refusal = decline(context, c.req.valid('json').token);
        return refusal ? refused(c, refusal) : c.json({}, 200);
      },
    );
}
