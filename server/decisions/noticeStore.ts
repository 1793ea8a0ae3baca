import { and, eq, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { ledgerActor } from '../../db/schema/ledger.ts';
import { member, memberRole, partnership, seatHolding } from '../../db/schema/partnerships.ts';
import { account } from '../../db/schema/people.ts';
import type { Told } from '../../shared/decisions/notices.ts';

type Orm = Db['orm'];

/** Someone who is told by mail. */
interface Addressed {
  readonly memberId: string;
  readonly email: string;
}

/** Who is in these seats, or facilitates where that is asked for, and can be reached; never the one who did it. */
export function peopleToTell(
  orm: Orm,
  partnershipId: string,
  { seats, facilitators }: Pick<Told, 'seats' | 'facilitators'>,
  doneBy: string,
): Addressed[] {
  const seated = orm
    .select({ id: seatHolding.memberId })
    .from(seatHolding)
    .where(inArray(seatHolding.seatId, [...seats]));
  const serving = orm
    .select({ id: memberRole.memberId })
    .from(memberRole)
    .where(eq(memberRole.role, 'facilitator'));
  const whoever = facilitators
    ? or(inArray(member.id, seated), inArray(member.id, serving))
    : inArray(member.id, seated);
  return orm
    .select({ memberId: member.id, email: account.email, actor: ledgerActor.id })
    .from(member)
    .innerJoin(account, eq(account.id, member.accountId))
    .leftJoin(ledgerActor, eq(ledgerActor.memberId, member.id))
    .where(
      and(
        eq(member.partnershipId, partnershipId),
        isNull(member.leftAt),
        isNull(account.disabledAt),
        isNotNull(account.email),
        ne(account.email, ''),
        whoever,
      ),
    )
    .all()
    .flatMap(({ memberId, email, actor }) =>
      email === null || actor === doneBy ? [] : [{ memberId, email }],
    );
}

export function partnershipName(orm: Orm, partnershipId: string): string {
  const row = orm
    .select({ name: partnership.name })
    .from(partnership)
    .where(eq(partnership.id, partnershipId))
    .get();
  return row?.name ?? '';
}
