import { Hono } from 'hono';
import { naming, nothing, ownSignInsAnswer } from '../../shared/people/api.ts';
import type { Context } from '../context.ts';
import { notFound, refused } from '../errors.ts';
import { body, describes } from '../openapi.ts';
import type { Permit } from '../permit.ts';
import { nameAccount } from './accountStore.ts';
import { endOtherSignIns, endOwnSignIn, signInsOf } from './signInStore.ts';

/** What someone does with their own account: signing out, and looking after the browsers where they are signed in. */
export function peopleRoutes({ db, now, signIns, accessChanges }: Context, permit: Permit) {
  // Open connections look again, and close if the sign-in that they came with is over.
  const changed = (accountId: string) => accessChanges.tell({ kind: 'account', accountId });
  return new Hono()
    .post(
      '/sign-out',
      permit({ kind: 'anyone' }),
      describes('Sign out in this browser', nothing),
      body(nothing),
      async (c) => {
        c.header('Set-Cookie', await signIns.end(c.req.header('cookie')));
        const signedIn = c.get('signedIn');
        if (signedIn) changed(signedIn.accountId);
        return c.json({}, 200);
      },
    )
    .get(
      '/me/sign-ins',
      permit({ kind: 'signed_in' }),
      describes('The browsers where you are signed in', ownSignInsAnswer),
      (c) => {
        const { accountId, email, signInHash } = c.get('signedIn');
        return c.json({ email, signIns: signInsOf(db, accountId, signInHash, now()) }, 200);
      },
    )
    .post(
      '/me/sign-ins/:signInId/end',
      permit({ kind: 'signed_in' }),
      describes('Sign out in one of your browsers', nothing),
      body(nothing),
      (c) => {
        const { accountId } = c.get('signedIn');
        if (!endOwnSignIn(db, accountId, c.req.param('signInId'))) return refused(c, notFound());
        changed(accountId);
        return c.json({}, 200);
      },
    )
    .post(
      '/me/sign-ins/end-others',
      permit({ kind: 'signed_in' }),
      describes('Sign out in every browser but this one', nothing),
      body(nothing),
      (c) => {
        const { accountId, signInHash } = c.get('signedIn');
        endOtherSignIns(db, accountId, signInHash);
        changed(accountId);
        return c.json({}, 200);
      },
    )
    .put(
      '/me/name',
      permit({ kind: 'signed_in' }),
      describes('Say what others should call you', nothing),
      body(naming),
      (c) => {
        const refusal = nameAccount(db, c.get('signedIn').accountId, c.req.valid('json').name);
        return refusal ? refused(c, refusal) : c.json({}, 200);
      },
    );
}
