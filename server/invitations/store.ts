import { and, desc, eq, getTableColumns, isNull, lte, ne } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { invitation, seat } from '../../db/schema/partnerships.ts';
import { hashedAddress, openedFrom, sealedIn } from '../../db/sealed.ts';
import type { InvitationLine } from '../../shared/invitations/api.ts';
import type { Invitee } from '../../shared/invitations/checkLines.ts';
import {
  type Ending,
  INVITATION_LASTS_MS,
  INVITEE_KEPT_MS,
  stateOf,
} from '../../shared/invitations/states.ts';
import { dropMail } from '../mail/store.ts';

type Orm = Db['orm'];
/** An invitation, with the address as it is. */
export type InvitationRow = Omit<typeof invitation.$inferSelect, 'emailHash'>;

const { emailHash: _, ...columns } = getTableColumns(invitation);

/** The columns of an `InvitationRow`. */
export const invitationRow = {
  ...columns,
  email: openedFrom('invitation', invitation.id, invitation.email),
};

/** The partnership's invitations, the newest first, as its facilitators see them. */
export async function invitationsIn(db: Db, partnershipId: string, now: number): Promise<InvitationLine[]> {
  return db.orm
    .select({ invitation: invitationRow, seat })
    .from(invitation)
    .leftJoin(seat, eq(seat.id, invitation.seatId))
    .where(eq(invitation.partnershipId, partnershipId))
    .orderBy(desc(invitation.createdAt), invitation.id)
    .all()
    .map(({ invitation: row, seat: at }) => ({
      id: row.id,
      name: row.name,
      email: row.email,
      seat: at && row.seatKind && { id: at.id, name: at.name, side: at.side, kind: row.seatKind },
      roles: [...row.roles],
      state: stateOf(row, now),
      createdAt: row.createdAt,
      expiresAt: row.expiresAt,
      endedAt: row.endedAt,
    }));
}

export interface NewInvitation extends Invitee {
  readonly id: string;
  readonly partnershipId: string;
  readonly tokenHash: string;
  readonly invitedBy: string;
  readonly at: number;
}

/** Adds an invitation. One to the same address that ran out gives way to it, so that one link at most works. */
export function addInvitation(orm: Orm, { seat: place, at, email, ...row }: NewInvitation): void {
  endInvitations(orm, row.partnershipId, email, at);
  orm
    .insert(invitation)
    .values({
      ...row,
      email: sealedIn('invitation', row.id, email),
      emailHash: hashedAddress(email),
      seatId: place?.id ?? null,
      seatKind: place?.kind ?? null,
      createdAt: at,
      expiresAt: at + INVITATION_LASTS_MS,
    })
    .run();
}

function endInvitations(orm: Orm, partnershipId: string, email: string, at: number): void {
  const open = and(
    eq(invitation.partnershipId, partnershipId),
    eq(invitation.emailHash, hashedAddress(email)),
    isNull(invitation.ended),
  );
  const rows = orm.select({ id: invitation.id }).from(invitation).where(open).all();
  for (const { id } of rows) endInvitation(orm, id, 'replaced', at);
}

/** An invitation of this partnership; undefined when it has none of that id. */
export function invitationById(
  orm: Orm,
  partnershipId: string,
  invitationId: string,
): InvitationRow | undefined {
  return orm
    .select(invitationRow)
    .from(invitation)
    .where(and(eq(invitation.id, invitationId), eq(invitation.partnershipId, partnershipId)))
    .get();
}

/** Ends an invitation. If its mail has not gone out yet, it never will: nobody gets a link that is dead. */
export function endInvitation(orm: Orm, invitationId: string, ended: Ending, at: number): void {
  dropMail(orm, mailKey(invitationId));
  orm.update(invitation).set({ ended, endedAt: at }).where(eq(invitation.id, invitationId)).run();
}

/**
 * Forgets whom old invitations were for: an address that nobody will write to again is kept for no reason.
 * The line stays, so that it can still be told how many were asked.
 */
export function forgetOldInvitees(orm: Orm, now: number): void {
  orm
    .update(invitation)
    .set({ name: '', email: '', emailHash: '', note: '' })
    .where(and(ne(invitation.email, ''), lte(invitation.expiresAt, now - INVITEE_KEPT_MS)))
    .run();
}

/** What the mail queue knows the mail of an invitation by. */
export function mailKey(invitationId: string): string {
  return `invitation:${invitationId}`;
}
