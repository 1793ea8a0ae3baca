import { Hono } from 'hono';
import { departureAnswer } from '../../shared/departures/api.ts';
import { runningWords as words } from '../../shared/messages/en/running.ts';
import { mayDepart, mayRemove } from '../../shared/partnerships/running.ts';
import { refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { refused } from '../errors.ts';
import { describes } from '../openapi.ts';
import { currentMembers, runningOf } from '../partnerships/store.ts';
import type { Permit } from '../permit.ts';
import { leftBehind } from './leftBehind.ts';

export function departureRoutes(context: Context, permit: Permit) {
  const { db } = context;
  return new Hono().get(
    '/partnerships/:partnershipId/members/:memberId/departure',
    permit({ kind: 'partnership_member' }),
    describes(
      'What someone would leave behind, for themselves and those who may remove them',
      departureAnswer,
    ),
    async (c) => {
      const [partnershipId, asking] = [c.get('partnershipId'), c.get('member')];
      const memberId = c.req.param('memberId');
      if (memberId !== asking.id && !mayRemove(asking.roles))
        return refused(c, refuse('not_allowed', words.onlyRemovers));
      const going = currentMembers(db, partnershipId).find(({ id }) => id === memberId);
      if (!going) return refused(c, refuse('not_found', words.personGone));
      const refusal = mayDepart(runningOf(db, partnershipId), asking.id, memberId);
      return c.json(
        {
          memberId,
          name: going.name,
          isYou: memberId === asking.id,
          refusal: refusal?.message ?? null,
          leaves: await leftBehind(context, { partnershipId, going, asking }),
        },
        200,
      );
    },
  );
}
