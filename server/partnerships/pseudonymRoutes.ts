import { Hono, type Context as HonoContext } from 'hono';
import * as api from '../../shared/partnerships/pseudonymApi.ts';
import { nothing } from '../../shared/people/api.ts';
import type { Context } from '../context.ts';
import { refused } from '../errors.ts';
import { body, describes } from '../openapi.ts';
import type { Found, Permit } from '../permit.ts';
import type { Change } from './changing.ts';
import { nameSeal } from './nameSeal.ts';
import { keepersIn, openingsOf, sealedName } from './pseudonymStore.ts';
import { leavePseudonym, openName, takePseudonym } from './pseudonyms.ts';

type InPartnership = HonoContext<{ Variables: Found<{ kind: 'partnership_member' }> }>;

/** Going by a chosen name in a partnership, and opening the name behind one. */
export function pseudonymRoutes({ config, db, now, accessChanges }: Context, permit: Permit) {
  const seal = nameSeal(config.pseudonymKey);
  const by = (c: InPartnership): Change => {
    const partnershipId = c.get('partnershipId');
    // Whoever sees this person somewhere now is told the name that they go by from now on.
    const changed = () => accessChanges.tell({ kind: 'partnership', partnershipId });
    return { partnershipId, memberId: c.get('member').id, at: now(), changed };
  };
  return new Hono()
    .get(
      '/partnerships/:partnershipId/me/pseudonym',
      permit({ kind: 'partnership_member' }),
      describes('The name you go by in a partnership, and who opened the one behind it', api.ownNameAnswer),
      (c) => {
        const { id, name, isPseudonym } = c.get('member');
        const partnershipId = c.get('partnershipId');
        return c.json(
          {
            name,
            isPseudonym,
            sealed: sealedName(db.orm, id) !== undefined,
            keepers: keepersIn(db.orm, partnershipId),
            openings: openingsOf(db.orm, partnershipId, id),
          },
          200,
        );
      },
    )
    .put(
      '/partnerships/:partnershipId/me/pseudonym',
      permit({ kind: 'partnership_member' }),
      describes('Go by a name that you choose', nothing),
      body(api.chosenName),
      (c) => {
        const refusal = takePseudonym(db, seal, by(c), c.req.valid('json').name);
        return refusal ? refused(c, refusal) : c.json({}, 200);
      },
    )
    .delete(
      '/partnerships/:partnershipId/me/pseudonym',
      permit({ kind: 'partnership_member' }),
      describes('Go by your own name again', nothing),
      body(api.chosenName),
      (c) => {
        const refusal = leavePseudonym(db, by(c), c.req.valid('json').name);
        return refusal ? refused(c, refusal) : c.json({}, 200);
      },
    )
    .post(
      '/partnerships/:partnershipId/members/:memberId/name',
      permit({ kind: 'partnership_role', roles: ['safeguarding_lead'] }),
      describes('Open the name behind a chosen one, with a reason', api.openedName),
      body(api.openingName),
      (c) => {
        const { reason } = c.req.valid('json');
        const opened = openName(db, seal, by(c), c.req.param('memberId'), reason);
        return 'refused' in opened ? refused(c, opened) : c.json(opened, 200);
      },
    );
}
