import { and, desc, eq, gt, inArray, isNotNull, isNull, lte, max } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { decision } from '../../db/schema/decisions.ts';
import { ledgerEntry, ledgerHead } from '../../db/schema/ledger.ts';
import { member, partnership, seat, seatHolding } from '../../db/schema/partnerships.ts';
import { account } from '../../db/schema/people.ts';
import { accountAddress } from '../../db/sealed.ts';
import type { Head } from '../../shared/ledger/head.ts';
import type { Tip } from '../../shared/ledger/line.ts';

type Orm = Db['orm'];

/** After these lines something has come to its end, and the chain is signed. */
const CLOSINGS = ['round_closed', 'ended'];

export function partnershipIds(orm: Orm): string[] {
  return orm
    .select({ id: partnership.id })
    .from(partnership)
    .all()
    .map(({ id }) => id);
}

/** The number of the newest line that a signed head covers; 0: none. */
export function signedUpTo(orm: Orm, partnershipId: string): number {
  const row = orm
    .select({ seq: max(ledgerHead.seq) })
    .from(ledgerHead)
    .where(eq(ledgerHead.partnershipId, partnershipId))
    .get();
  return row?.seq ?? 0;
}

export function anyHead(orm: Orm): boolean {
  return orm.select({ seq: ledgerHead.seq }).from(ledgerHead).limit(1).get() !== undefined;
}

/** What closed after one line and not after another, as decisions by their number; restricted ones have none here. */
export function closingsAfter(
  orm: Orm,
  partnershipId: string,
  after: number,
  end: number,
): { readonly number: number | null }[] {
  const rows = orm
    .selectDistinct({ id: ledgerEntry.subject, number: decision.number, sensitivity: decision.sensitivity })
    .from(ledgerEntry)
    .leftJoin(decision, eq(decision.id, ledgerEntry.subject))
    .where(
      and(
        eq(ledgerEntry.partnershipId, partnershipId),
        gt(ledgerEntry.seq, after),
        lte(ledgerEntry.seq, end),
        inArray(ledgerEntry.kind, CLOSINGS),
      ),
    )
    .all();
  return rows.map(({ number, sensitivity }) => ({ number: sensitivity === 'members' ? number : null }));
}

/** The line with this number, as an end of the chain. */
export function tipAt(
  orm: Orm,
  partnershipId: string,
  seq: number,
): (Tip & { readonly at: number }) | undefined {
  return orm
    .select({ seq: ledgerEntry.seq, hash: ledgerEntry.hash, at: ledgerEntry.at })
    .from(ledgerEntry)
    .where(and(eq(ledgerEntry.partnershipId, partnershipId), eq(ledgerEntry.seq, seq)))
    .get();
}

/**
 * The last line that tells nothing about hidden answers: where the first of the hidden rounds that are open now opened.
 * Even the number of lines after it would tell that somebody has answered. Infinite when no round hides anything.
 */
export function openEnd(orm: Orm, partnershipId: string): number {
  const hiding = orm
    .select({ id: decision.id })
    .from(decision)
    .where(and(eq(decision.partnershipId, partnershipId), eq(decision.hides, true)))
    .all();
  return Math.min(...hiding.map(({ id }) => openedAt(orm, id)));
}

/** The line with which a decision's newest round opened; 0: none. */
export function openedAt(orm: Orm, decisionId: string): number {
  const row = orm
    .select({ seq: ledgerEntry.seq })
    .from(ledgerEntry)
    .where(and(eq(ledgerEntry.subject, decisionId), eq(ledgerEntry.kind, 'round_opened')))
    .orderBy(desc(ledgerEntry.seq))
    .limit(1)
    .get();
  return row?.seq ?? 0;
}

export function addHead(orm: Orm, partnershipId: string, head: Head): void {
  orm
    .insert(ledgerHead)
    .values({ partnershipId, ...head })
    .run();
}

/** Everyone who holds a seat or stands in, with an address to write to. */
export function seatPeople(
  orm: Orm,
  partnershipId: string,
): { readonly accountId: string; readonly email: string }[] {
  const rows = orm
    .selectDistinct({ accountId: account.id, email: accountAddress })
    .from(seatHolding)
    .innerJoin(seat, eq(seat.id, seatHolding.seatId))
    .innerJoin(member, eq(member.id, seatHolding.memberId))
    .innerJoin(account, eq(account.id, member.accountId))
    .where(
      and(
        eq(seat.partnershipId, partnershipId),
        isNull(seat.retiredAt),
        isNull(member.leftAt),
        isNotNull(account.email),
        isNull(account.disabledAt),
      ),
    )
    .all();
  return rows.map(({ accountId, email }) => ({ accountId, email: String(email) }));
}

export function partnershipName(orm: Orm, partnershipId: string): string {
  const row = orm
    .select({ name: partnership.name })
    .from(partnership)
    .where(eq(partnership.id, partnershipId))
    .get();
  return row?.name ?? '';
}
