import { Hono } from 'hono';
import { memberAnswer } from '../../shared/partnerships/memberApi.ts';
import { shownTo } from '../../shared/people/shownProfile.ts';
import type { Context } from '../context.ts';
import { notFound, refused } from '../errors.ts';
import { describes } from '../openapi.ts';
import { profileOf } from '../people/profileStore.ts';
import type { Permit } from '../permit.ts';
import { memberIn, placesOf, sealedName } from './pseudonymStore.ts';
import { heldSeats, rolesOf } from './store.ts';

/** One person in a partnership, as the one who asks may see them. */
export function memberRoutes({ db }: Context, permit: Permit) {
  return new Hono().get(
    '/partnerships/:partnershipId/members/:memberId',
    permit({ kind: 'partnership_member' }),
    describes('A person in a partnership, and what they let you see of themselves', memberAnswer),
    (c) => {
      const me = c.get('member');
      const found = memberIn(db.orm, c.get('partnershipId'), c.req.param('memberId'));
      if (!found) return refused(c, notFound());
      const { id, name, isPseudonym, accountId } = found;
      const looking = {
        isSelf: id === me.id,
        isFacilitator: me.roles.includes('facilitator'),
        couldBeMatched: isPseudonym && placesOf(db.orm, accountId) > 1,
      };
      return c.json(
        {
          ...{ id, name, isPseudonym, roles: rolesOf(db, id), seats: heldSeats(db, id) },
          isSelf: looking.isSelf,
          profile: shownTo(profileOf(db.orm, accountId), looking),
          mayOpenName:
            me.roles.includes('safeguarding_lead') && sealedName(db.orm, id) !== undefined && !looking.isSelf,
        },
        200,
      );
    },
  );
}
