import { Hono } from 'hono';
import { meAnswer, partnershipAnswer } from '../../shared/partnerships/api.ts';
import type { Context } from '../context.ts';
import { notFound, refused } from '../errors.ts';
import { describes } from '../openapi.ts';
import type { Permit } from '../permit.ts';
import { partnershipById, partnershipsOf } from './store.ts';

export function partnershipRoutes(context: Context, permit: Permit) {
  const { db, config } = context;
  return new Hono()
    .get(
      '/me',
      permit({ kind: 'anyone' }),
      describes('Who is signed in, and their partnerships', meAnswer),
      async (c) => {
        const signedIn = c.get('signedIn');
        const account = signedIn ? { id: signedIn.accountId, name: signedIn.name } : null;
        const partnerships = account ? await partnershipsOf(db, account.id) : [];
        return c.json({ account, example: config.example, partnerships }, 200);
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
    );
}
