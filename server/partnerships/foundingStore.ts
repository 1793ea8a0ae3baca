import type { Db } from '../../db/open.ts';
import { member, memberRole, partnership, seat, seatHolding } from '../../db/schema/partnerships.ts';
import { transact } from '../../db/transact.ts';
import type { NewPartnership } from '../../shared/partnerships/changes.ts';
import { seatCodes } from '../../shared/partnerships/seatCodes.ts';
import { record } from '../journal/store.ts';

export interface Founding {
  readonly id: string;
  readonly accountId: string;
  readonly wanted: NewPartnership;
  readonly at: number;
  readonly newId: () => string;
}

/** Sets up a partnership with its seats. Whoever sets it up is its first member and facilitator. */
export function foundPartnership(db: Db, { id, accountId, wanted, at, newId }: Founding): void {
  const { name, place, purpose, whyTogether, whyNow, preset, seats, ownName, ownSeat, ownRoles } = wanted;
  transact(db, (orm) => {
    orm
      .insert(partnership)
      .values({ id, name, place, purpose, whyTogether, whyNow, preset, createdAt: at })
      .run();
    const codes = seatCodes([], seats);
    const seatIds = seats.map((idea, position) => {
      const seatId = newId();
      const code = codes[position] as string;
      orm
        .insert(seat)
        .values({ id: seatId, partnershipId: id, code, position, ...idea })
        .run();
      return seatId;
    });
    const memberId = newId();
    orm
      .insert(member)
      .values({ id: memberId, partnershipId: id, accountId, name: ownName, joinedAt: at })
      .run();
    for (const role of new Set(['facilitator' as const, ...ownRoles]))
      orm.insert(memberRole).values({ memberId, role }).run();
    if (ownSeat)
      orm
        .insert(seatHolding)
        .values({ seatId: seatIds[ownSeat.at] as string, memberId, kind: ownSeat.kind })
        .run();
    record(orm, {
      kind: 'partnership_founded',
      detail: { name, seats: seats.length },
      partnershipId: id,
      subjectId: id,
      memberId,
      at,
    });
  });
}
