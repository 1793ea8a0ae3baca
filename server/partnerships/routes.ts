import { Hono } from 'hono';
import { runningWords } from '../../shared/messages/en/running.ts';
import { meAnswer, partnershipAnswer } from '../../shared/partnerships/api.ts';
import { foundedAnswer, newPartnership } from '../../shared/partnerships/changes.ts';
import { mayFound } from '../../shared/people/signUp.ts';
import { refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { notFound, refused } from '../errors.ts';
import { body, describes } from '../openapi.ts';
import { isAdministrator, type Permit } from '../permit.ts';
import { foundPartnership } from './foundingStore.ts';
import { lastNameOf, partnershipById, partnershipsOf } from './store.ts';

export function partnershipRoutes(context: Context, permit: Permit) {
  const { db, config, now, newId } = context;
  return new Hono()
    .get(
      '/me',
      permit({ kind: 'anyone' }),
      describes('Who is signed in, and their partnerships', meAnswer),
      async (c) => {
        const signedIn = c.get('signedIn');
        const account = signedIn
          ? { id: signedIn.accountId, name: signedIn.name || (lastNameOf(db, signedIn.accountId) ?? '') }
          : null;
        const partnerships = account ? await partnershipsOf(db, account.id) : [];
        return c.json(
          {
            account,
            example: config.example,
            mayFound: signedIn !== undefined && mayFound(config, signedIn.email),
            administrator: signedIn !== undefined && isAdministrator(context, signedIn),
            partnerships,
          },
          200,
        );
      },
    )
    .get(
      '/partnerships/:partnershipId',
      permit({ kind: 'partnership_member' }),
      describes('A partnership, its seats and its people', partnershipAnswer),
      async (c) => {
        const found = await partnershipById(db, c.get('partnershipId'));
        return found ? c.json(found, 200) : refused(c, notFound());
      },
    )
    .post(
      '/partnerships',
      permit({ kind: 'signed_in' }),
      describes('Set up a partnership', foundedAnswer, 201),
      body(newPartnership),
      (c) => {
        const signedIn = c.get('signedIn');
        if (!mayFound(config, signedIn.email))
          return refused(c, refuse('not_allowed', runningWords.mayNotFound));
        const id = newId();
        const { accountId } = signedIn;
        foundPartnership(db, { id, accountId, wanted: c.req.valid('json'), at: now(), newId });
        return c.json({ id }, 201);
      },
    );
}
