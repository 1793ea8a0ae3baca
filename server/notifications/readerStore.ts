import { and, eq, gt, inArray, isNull } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { mail } from '../../db/schema/mail.ts';
import { member, partnership } from '../../db/schema/partnerships.ts';
import { account } from '../../db/schema/people.ts';
import { accountAddress } from '../../db/sealed.ts';
import { MOST_A_DAY } from '../../shared/notifications/plan.ts';
import { heldSeats, rolesOf } from '../partnerships/store.ts';
import type { NoticeReader } from './lines.ts';

/** Someone who may be told, and where. */
export interface Addressee extends NoticeReader {
  readonly email: string | null;
  readonly partnershipId: string;
  readonly partnership: string;
  readonly timeZone: string;
}

/** A member who is here at this moment and may sign in; undefined for everyone else. */
export function addresseeOf(db: Db, memberId: string): Addressee | undefined {
  const row = db.orm
    .select({ member, partnership, accountId: account.id, email: accountAddress })
    .from(member)
    .innerJoin(account, eq(account.id, member.accountId))
    .innerJoin(partnership, eq(partnership.id, member.partnershipId))
    .where(and(eq(member.id, memberId), isNull(member.leftAt), isNull(account.disabledAt)))
    .get();
  if (!row) return undefined;
  const { id, name, isPseudonym } = row.member;
  return {
    member: { id, name, isPseudonym, roles: rolesOf(db, id), seats: heldSeats(db, id) },
    accountId: row.accountId,
    email: row.email || null,
    partnershipId: row.partnership.id,
    partnership: row.partnership.name,
    timeZone: row.partnership.timeZone,
  };
}

/** When mails with notices were queued for this person, wherever they are a member, the oldest first. */
export function mailedSince(db: Db, accountId: string, since: number): number[] {
  const memberIds = db.orm.select({ id: member.id }).from(member).where(eq(member.accountId, accountId));
  return db.orm
    .select({ at: mail.createdAt })
    .from(mail)
    .where(and(inArray(mail.memberId, memberIds), gt(mail.createdAt, since)))
    .orderBy(mail.createdAt)
    .all()
    .map(({ at }) => at);
}

/** Where mails to a member go, also to one who has left; undefined when they have no address or may not sign in. */
export function mailboxOf(db: Db, memberId: string) {
  const row = db.orm
    .select({ accountId: account.id, email: accountAddress, partnership: partnership.name })
    .from(member)
    .innerJoin(account, eq(account.id, member.accountId))
    .innerJoin(partnership, eq(partnership.id, member.partnershipId))
    .where(and(eq(member.id, memberId), isNull(account.disabledAt)))
    .get();
  return row?.email ? { ...row, email: row.email } : undefined;
}

/** Whether one more mail goes to someone today. */
export function mayMailNow(db: Db, accountId: string, now: number): boolean {
  return mailedSince(db, accountId, now - DAY_MS).length < MOST_A_DAY;
}

const DAY_MS = 24 * 60 * 60_000;
