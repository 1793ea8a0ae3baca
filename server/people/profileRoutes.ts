import { Hono } from 'hono';
import { ownProfile } from '../../shared/people/profileApi.ts';
import type { Context } from '../context.ts';
import { body, describes } from '../openapi.ts';
import type { Permit } from '../permit.ts';
import { keepProfile, profileOf } from './profileStore.ts';

/** What someone says of themselves, and who may see it. */
export function profileRoutes({ db }: Context, permit: Permit) {
  return new Hono()
    .get(
      '/me/profile',
      permit({ kind: 'signed_in' }),
      describes('What you say of yourself', ownProfile),
      (c) => c.json(profileOf(db.orm, c.get('signedIn').accountId), 200),
    )
    .put(
      '/me/profile',
      permit({ kind: 'signed_in' }),
      describes('Say something of yourself, and who may see it', ownProfile),
      body(ownProfile),
      (c) => {
        const said = c.req.valid('json');
        keepProfile(db.orm, c.get('signedIn').accountId, said);
        return c.json(said, 200);
      },
    );
}
