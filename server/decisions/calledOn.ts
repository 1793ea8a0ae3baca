import { type ShownBlock, viewOf } from '../../shared/decisions/view.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { mayAnswer } from '../../shared/partnerships/running.ts';
import type { CalledOn } from '../../shared/values/api.ts';
import type { Context } from '../context.ts';
import { mayRead } from './mayRead.ts';
import { seatsEver } from './memberStore.ts';
import { decisionsIn } from './store.ts';

/** Nobody reads further back. */
const MOST_DECISIONS = 500;

/**
 * When values were called on: the blocks that rest on one, in decisions that this member may read, as they may see
 * them. Nothing of a hidden round, and no seat where the rule shows only sides. The newest decision first.
 */
export function calledOn({ db }: Pick<Context, 'db'>, partnershipId: string, me: OwnMember): CalledOn[] {
  const seats = new Map(seatsEver(db, partnershipId).map(({ id, name }) => [id, name]));
  const own = mayAnswer(me.roles) ? me.seats.map(({ id }) => id) : [];
  const viewer = { seats: own, facilitates: me.roles.includes('facilitator') };
  return decisionsIn(db.orm, partnershipId, { most: MOST_DECISIONS })
    .filter((row) => row.body.blocks.length > 0 && mayRead(row, me))
    .flatMap(({ id, number, question, body }) =>
      viewOf(body, viewer).blocks.flatMap((block) => {
        const { value: valueId, reason } = block.position;
        if (valueId === undefined) return [];
        const { seat, side, state } = block;
        const seatName = seat === null ? null : (seats.get(seat) ?? null);
        const decision = { id, number, question };
        return [{ valueId, decision, side, seat: seatName, reason, state, at: raisedAt(block) }];
      }),
    );
}

/** When it was raised; null where that is not told. */
function raisedAt({ steps }: ShownBlock): number | null {
  return steps[0]?.at || null;
}
