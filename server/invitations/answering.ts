import { forgetOldPages } from '../../db/forget.ts';
import { transact } from '../../db/transact.ts';
import {
  hasRunOut,
  mayAccept,
  noInvitation,
  offerOf,
  type Standing,
} from '../../shared/invitations/accepting.ts';
import type { Acceptance, LookAnswer } from '../../shared/invitations/api.ts';
import { hashOffer } from '../../shared/invitations/shown.ts';
import { stateOf } from '../../shared/invitations/states.ts';
import { maskAddress } from '../../shared/mail/maskAddress.ts';
import { checkPseudonym } from '../../shared/people/pseudonyms.ts';
import { isRefusal, type Refusal } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { record } from '../journal/store.ts';
import { nameAccount, nameOf } from '../people/accountStore.ts';
import * as acceptStore from './acceptStore.ts';
import { endInvitation, type InvitationRow } from './store.ts';

/** What whoever holds a link may see of its invitation. Changes nothing. `accountId` is who is signed in. */
export function look(
  { db, now }: Context,
  token: string,
  accountId: string | undefined,
): LookAnswer | Refusal {
  const row = acceptStore.invitationByToken(db.orm, token);
  if (!row) return noInvitation();
  if (accountId !== undefined && acceptStore.cameInBy(db.orm, row, accountId))
    return { state: 'accepted', partnershipId: row.partnershipId };
  const standing = acceptStore.standingOf(db.orm, row);
  const state = stateOf(row, now());
  if (state === 'expired') return { state, ...aboutIt(standing), expiresAt: row.expiresAt };
  if (state !== 'open') return noInvitation();
  if (standing.seat?.isRetired) return { state: 'seat_gone', ...aboutIt(standing) };
  const address = accountId === undefined ? undefined : acceptStore.addressOf(db.orm, accountId);
  return openAnswer(standing, row, youOf(row.email, address));
}

function aboutIt({ partnership, invitedBy }: Standing) {
  return { partnership: partnership.name, invitedBy: invitedBy ?? null };
}

/** `address` is undefined for whoever is not signed in, and null for an account without one. */
function youOf(invited: string, address: string | null | undefined) {
  if (address === undefined) return 'nobody' as const;
  return address === invited ? ('invited' as const) : ('someone_else' as const);
}

function openAnswer(standing: Standing, row: InvitationRow, you: ReturnType<typeof youOf>): LookAnswer {
  const offer = offerOf(standing);
  const { partnership, invitedBy = null, seat, roles, note, expiresAt } = offer;
  return {
    state: 'open',
    partnership,
    invitedBy,
    seat: seat ? { name: seat.name, side: seat.side, kind: seat.kind, invitedAs: seat.invitedAs } : null,
    roles: [...roles],
    note,
    expiresAt,
    shown: hashOffer(offer),
    address: maskAddress(row.email),
    you,
    name: you === 'invited' ? row.name : '',
  };
}

/** The address that an open invitation is for, to mail a code to; or why there is nothing to mail for. */
export function invitedAddress({ db, now }: Context, token: string): string | Refusal {
  const row = acceptStore.invitationByToken(db.orm, token);
  if (!row) return noInvitation();
  const state = stateOf(row, now());
  if (state === 'expired') return hasRunOut();
  return state === 'open' ? row.email : noInvitation();
}

/**
 * Lets the account in as its invitation offers, exactly as it was shown; or says why not. Everything that
 * could have changed since is looked at again inside the transaction.
 */
export function accept(
  context: Context,
  { token, shown, name, pseudonym }: Acceptance,
  accountId: string,
): { readonly partnershipId: string } | Refusal {
  const { db, now, newId } = context;
  const answer = transact(db, (orm, afterCommit) => {
    const at = now();
    const row = acceptStore.invitationByToken(orm, token);
    if (!row) return noInvitation();
    const { partnershipId } = row;
    // Pressed twice, or once more after the answer was lost: they are in, and hear so.
    if (acceptStore.cameInBy(orm, row, accountId)) return { partnershipId };
    const standing = acceptStore.standingOf(orm, row);
    const email = acceptStore.addressOf(orm, accountId);
    const isMember = acceptStore.isMember(orm, accountId, partnershipId);
    const refusal = mayAccept(standing, { email, shown, isMember }, at);
    if (refusal) return refusal;
    if (pseudonym === true) {
      const hidden = `${row.name} ${acceptStore.accountName(orm, accountId)}`;
      const givesAway = checkPseudonym(name, { hidden, others: acceptStore.namesIn(orm, partnershipId) });
      if (givesAway) return givesAway;
      acceptStore.forgetAccountName(orm, accountId);
    }
    const memberId = newId();
    const { seat, roles } = offerOf(standing);
    acceptStore.addNewcomer(orm, {
      ...{ memberId, partnershipId, accountId, name, isPseudonym: pseudonym === true, seat, roles, at },
    });
    // A chosen name is for this partnership alone; and whoever has one anywhere keeps no other in their account.
    if (!pseudonym && nameOf(orm, accountId) === '') nameAccount(db, accountId, name);
    acceptStore.markAccepted(orm, row.id, memberId, at);
    const detail = { seat: seat?.name ?? null, seatKind: seat?.kind ?? null, roles };
    record(orm, { kind: 'came_in', detail, partnershipId, subjectId: memberId, memberId, at });
    afterCommit(() => context.accessChanges.tell({ kind: 'partnership', partnershipId }));
    return { partnershipId };
  });
  if (pseudonym === true && !isRefusal(answer)) forgetOldPages(db);
  return answer;
}

/** Ends an open invitation, as whoever holds its link wishes. */
export function decline({ db, now }: Context, token: string): Refusal | undefined {
  return transact(db, (orm) => {
    const at = now();
    const row = acceptStore.invitationByToken(orm, token);
    if (!row) return noInvitation();
    const state = stateOf(row, at);
    if (state === 'expired') return hasRunOut();
    if (state !== 'open') return noInvitation();
    endInvitation(orm, row.id, 'declined', at);
    const { seat } = acceptStore.standingOf(orm, row);
    const detail = { seat: seat?.name ?? null, seatKind: row.seatKind, roles: row.roles };
    const { partnershipId, id: subjectId } = row;
    record(orm, { kind: 'invitation_declined', detail, partnershipId, subjectId, memberId: null, at });
    return undefined;
  });
}
