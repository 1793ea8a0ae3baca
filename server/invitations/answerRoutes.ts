import { Hono } from 'hono';
import * as api from '../../shared/invitations/api.ts';
import { nothing } from '../../shared/people/api.ts';
import { isRefusal } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { refused } from '../errors.ts';
import { body, describes } from '../openapi.ts';
import type { Permit } from '../permit.ts';
import { accept, decline, look } from './answering.ts';

/**
 * For whoever holds an invitation's link. The token is in the body of each request: in an address it would
 * stand in logs and histories, and mail programs that try links out ahead would use it up.
 */
export function invitationAnswerRoutes(context: Context, permit: Permit) {
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
