import { Hono } from 'hono';
import { valuesInUse } from '../../shared/values/api.ts';
import type { Context } from '../context.ts';
import { describes } from '../openapi.ts';
import type { Permit } from '../permit.ts';
import { valuesOf } from './store.ts';

/** The partners' shared values, and what leaders say that they will do. */
export function valuesRoutes({ db }: Context, permit: Permit) {
  return new Hono().get(
    '/partnerships/:partnershipId/values-in-use',
    permit({ kind: 'partnership_member' }),
    describes('The values and behaviours that count now', valuesInUse),
    (c) => c.json(valuesOf(db, c.get('partnershipId')), 200),
  );
}
