import type { z } from 'zod';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import type { forgettableAnswer, headsAnswer } from '../../shared/records/overviewApi.ts';
import type { Context } from '../context.ts';
import { openEnd } from '../ledger/headStore.ts';
import * as store from './eraseStore.ts';
import { headsOf } from './recordStore.ts';

interface ForWhom {
  readonly partnershipId: string;
  readonly member: OwnMember;
}

/** The signed heads, the newest first: none from within a hidden round, for those who may not know how it goes on. */
export function signedHeads(
  { db }: Pick<Context, 'db'>,
  { partnershipId, member }: ForWhom,
): z.infer<typeof headsAnswer> {
  const facilitates = member.roles.includes('facilitator');
  const end = facilitates ? Number.POSITIVE_INFINITY : openEnd(db.orm, partnershipId);
  const heads = headsOf(db.orm, partnershipId).filter(({ seq }) => seq <= end);
  return { heads: heads.reverse(), endsEarly: end < Number.POSITIVE_INFINITY };
}

/** Whom the ledger can forget: those who have left and did something that is in it. */
export function forgettable(
  { db }: Pick<Context, 'db'>,
  partnershipId: string,
): z.infer<typeof forgettableAnswer> {
  return {
    people: store
      .knownAndGone(db.orm, partnershipId)
      .map(({ leftAt, ...person }) => ({ ...person, leftAt: Number(leftAt) })),
  };
}
