import { Hono } from 'hono';
import { nothing } from '../../shared/people/api.ts';
import type { Context } from '../context.ts';
import { body, describes } from '../openapi.ts';
import type { Permit } from '../permit.ts';

export function peopleRoutes({ signIns, accessChanges }: Context, permit: Permit) {
  return new Hono().post(
    '/sign-out',
    permit({ kind: 'anyone' }),
    describes('Sign out in this browser', nothing),
    body(nothing),
    async (c) => {
      c.header('Set-Cookie', await signIns.end(c.req.header('cookie')));
      const signedIn = c.get('signedIn');
      // Open connections look again, and close if the sign-in that they came with is over.
      if (signedIn) accessChanges.tell({ kind: 'account', accountId: signedIn.accountId });
      return c.json({}, 200);
    },
  );
}
