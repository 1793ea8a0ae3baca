import { and, count, eq, gt, isNull } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { invitation } from '../../db/schema/partnerships.ts';

/** How many invitations someone sent that are still open. */
export function openInvitationsOf(db: Db, partnershipId: string, memberId: string, now: number): number {
  const open = and(
    eq(invitation.partnershipId, partnershipId),
    eq(invitation.invitedBy, memberId),
    isNull(invitation.ended),
    gt(invitation.expiresAt, now),
  );
  return db.orm.select({ open: count() }).from(invitation).where(open).get()?.open ?? 0;
}
