import { Hono, type Context as HonoContext } from 'hono';
import { runningWords as words } from '../../shared/messages/en/running.ts';
import { type PartnershipAnswer, partnershipAnswer } from '../../shared/partnerships/api.ts';
import * as api from '../../shared/partnerships/changes.ts';
import { nothing } from '../../shared/people/api.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { notFound, refused } from '../errors.ts';
import { body, describes } from '../openapi.ts';
import type { Found, Permit } from '../permit.ts';
import type { CarryOver, Change } from './changing.ts';
import { depart, giveRoles, handOver } from './memberStore.ts';
import { addSeat, changeSeat, orderSeats, retireSeat, seatPeople } from './seatStore.ts';
import { changePartnership } from './settingsStore.ts';
import { partnershipById } from './store.ts';

type InPartnership = HonoContext<{ Variables: Found<{ kind: 'partnership_member' }> }>;

/** Running a partnership: each change answers with the partnership as it then is. */
export function runningRoutes(
  { db, now, newId, accessChanges }: Context,
  permit: Permit,
  carryOver: CarryOver,
) {
  const facilitator = () => permit({ kind: 'partnership_role', roles: ['facilitator'] });
  const by = (c: InPartnership): Change => {
    const partnershipId = c.get('partnershipId');
    const changed = () => accessChanges.tell({ kind: 'partnership', partnershipId });
    return { partnershipId, memberId: c.get('member').id, at: now(), changed };
  };
  const answer = async (c: InPartnership, refusal: Refusal | undefined) => {
    if (refusal) return refused(c, refusal);
    const found = await partnershipById(db, c.get('partnershipId'));
    return found ? c.json<PartnershipAnswer, 200>(found, 200) : refused(c, notFound());
  };

  return new Hono()
    .patch(
      '/partnerships/:partnershipId',
      facilitator(),
      describes('Change what a partnership says of itself', partnershipAnswer),
      body(api.partnershipChange),
      (c) => answer(c, changePartnership(db, by(c), c.req.valid('json'))),
    )
    .post(
      '/partnerships/:partnershipId/seats',
      facilitator(),
      describes('Add a seat', partnershipAnswer),
      body(api.newSeat),
      (c) => answer(c, addSeat(db, by(c), newId(), c.req.valid('json'), carryOver)),
    )
    .put(
      '/partnerships/:partnershipId/seats/order',
      facilitator(),
      describes('Put the seats into another order', partnershipAnswer),
      body(api.seatOrder),
      (c) => {
        const { seatIds, reason } = c.req.valid('json');
        return answer(c, orderSeats(db, by(c), seatIds, reason));
      },
    )
    .patch(
      '/partnerships/:partnershipId/seats/:seatId',
      facilitator(),
      describes('Give a seat another name or note', partnershipAnswer),
      body(api.seatChange),
      (c) => answer(c, changeSeat(db, by(c), c.req.param('seatId'), c.req.valid('json'))),
    )
    .put(
      '/partnerships/:partnershipId/seats/:seatId/people',
      facilitator(),
      describes('Say who is in a seat', partnershipAnswer),
      body(api.seatPeople),
      (c) => answer(c, seatPeople(db, by(c), c.req.param('seatId'), c.req.valid('json'))),
    )
    .put(
      '/partnerships/:partnershipId/seats/:seatId/retirement',
      facilitator(),
      describes('Take a seat away from the table', partnershipAnswer),
      body(api.seatRetirement),
      (c) => answer(c, retireSeat(db, by(c), c.req.param('seatId'), c.req.valid('json'), carryOver)),
    )
    .put(
      '/partnerships/:partnershipId/members/:memberId/roles',
      facilitator(),
      describes('Say which roles someone has', partnershipAnswer),
      body(api.newRoles),
      (c) => answer(c, giveRoles(db, by(c), c.req.param('memberId'), c.req.valid('json'))),
    )
    .post(
      '/partnerships/:partnershipId/facilitation',
      facilitator(),
      describes('Hand over being facilitator to someone else', partnershipAnswer),
      body(api.handingOver),
      (c) => {
        const { to, reason } = c.req.valid('json');
        return answer(c, handOver(db, by(c), to, reason));
      },
    )
    .post(
      '/partnerships/:partnershipId/members/:memberId/departure',
      permit({ kind: 'partnership_member' }),
      describes('Leave a partnership, or remove someone from it', nothing),
      body(api.departure),
      (c) => {
        const memberId = c.req.param('memberId');
        const { reason } = c.req.valid('json');
        // Nobody has to say why they leave; whoever removes someone has to.
        if (reason === '' && memberId !== c.get('member').id)
          return refused(c, refuse('invalid', words.reasonMissing, { reason: words.reasonMissing }));
        const refusal = depart(db, by(c), memberId, reason);
        return refusal ? refused(c, refusal) : c.json({}, 200);
      },
    );
}
