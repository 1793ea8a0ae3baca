import { transact } from '../../db/transact.ts';
import type { CheckedAnswer } from '../../shared/invitations/api.ts';
import { type CheckedLine, checkLines, type Invitee } from '../../shared/invitations/checkLines.ts';
import { MOST_AT_ONCE, tooManyToday } from '../../shared/invitations/limits.ts';
import type { InviteLine } from '../../shared/invitations/lines.ts';
import { INVITATION_LASTS_MS, stateOf } from '../../shared/invitations/states.ts';
import type { PlaceOffered } from '../../shared/journal/entries.ts';
import { invitationsWords as words } from '../../shared/messages/en/invitations.ts';
import { refusalsWords } from '../../shared/messages/en/refusals.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { record } from '../journal/store.ts';
import { queueMail } from '../mail/store.ts';
import { invitationLetter } from './letter.ts';
import { readList } from './readList.ts';
import * as store from './store.ts';
import * as table from './tableStore.ts';
import { hashToken, newToken } from './token.ts';

type Orm = Context['db']['orm'];

/** Reads a list that was pasted, and says of each line whether it is good. Changes nothing. */
export function readAndCheck(context: Context, partnershipId: string, text: string): CheckedAnswer | Refusal {
  const lines = readList(text);
  if (lines.length === 0) return wrongText(words.nobodyInList);
  return lines.length > MOST_AT_ONCE ? wrongText(words.tooManyAtOnce) : check(context, partnershipId, lines);
}

function wrongText(message: string): Refusal {
  return refuse('invalid', message, { text: message });
}

/** Says of each line whether it is good. Changes nothing. */
export function check(
  { db, now }: Context,
  partnershipId: string,
  lines: readonly InviteLine[],
): CheckedAnswer {
  return answerOf(checkLines(lines, table.invitingTable(db.orm, partnershipId, now())));
}

/** Invites those whose lines are good, and gives back the others with what is wrong with them. */
export function invite(context: Context, by: table.Inviting, lines: readonly InviteLine[]) {
  const { db, now } = context;
  return transact(db, (orm, afterCommit) => {
    const at = now();
    if (!table.mayInvite(orm, by)) return refuse('not_allowed', refusalsWords.notYourRole);
    const checked = checkLines(lines, table.invitingTable(orm, by.partnershipId, at));
    const good = checked.flatMap(({ invitee }) => invitee ?? []);
    const sent = table.sentInADay(orm, by.partnershipId, at);
    const refusal = tooManyToday(sent, good.length);
    if (refusal) return refusal;
    for (const invitee of good) send(context, orm, by, invitee, 'invited', at);
    if (good.length > 0) afterCommit(() => context.mail.wake());
    return { sent: good.length, ...answerOf(checked.filter(({ invitee }) => !invitee)) };
  });
}

function answerOf(lines: readonly CheckedLine[]): CheckedAnswer {
  return { lines: lines.map(({ problems, ...line }) => ({ ...line, problems: { ...problems } })) };
}

/** Sends somebody a new link to the same place. The old link stops working in the same moment. */
export function inviteAgain(context: Context, by: table.Inviting, invitationId: string): Refusal | undefined {
  const { db, now } = context;
  return transact(db, (orm, afterCommit) => {
    const at = now();
    if (!table.mayInvite(orm, by)) return refuse('not_allowed', refusalsWords.notYourRole);
    const row = store.invitationById(orm, by.partnershipId, invitationId);
    if (!row) return notFound();
    const state = stateOf(row, at);
    if (state === 'accepted') return refuse('conflict', words.onlyOpenAgain);
    if (state === 'replaced') return refuse('conflict', words.goneAlready);
    if (row.email === '') return refuse('conflict', words.forgotten);
    const standing = table.invitingTable(orm, by.partnershipId, at);
    if (standing.memberAddresses.has(row.email)) return refuse('conflict', words.onlyOpenAgain);
    // Taken back or declined, and invited anew since: that newer one is the one to send again.
    if (state !== 'open' && standing.invitedAddresses.has(row.email))
      return refuse('conflict', words.goneAlready);
    const place = row.seatId && row.seatKind ? { id: row.seatId, kind: row.seatKind } : undefined;
    if (place && !standing.seats.some(({ id }) => id === place.id))
      return refuse('conflict', words.seatRetired);
    if (standing.tiredAddresses.has(row.email)) return refuse('too_many', words.tooManyToOne);
    const refusal = tooManyToday(table.sentInADay(orm, by.partnershipId, at), 1);
    if (refusal) return refusal;
    const { name, email, roles, note } = row;
    send(context, orm, by, { name, email, roles, note, seat: place }, 'invited_again', at);
    afterCommit(() => context.mail.wake());
    return undefined;
  });
}

function send(
  { newId, address }: Context,
  orm: Orm,
  { partnershipId, memberId }: table.Inviting,
  invitee: Invitee,
  kind: 'invited' | 'invited_again',
  at: number,
): void {
  store.forgetOldInvitees(orm, at);
  const id = newId();
  const token = newToken();
  const seat = table.seatById(orm, invitee.seat?.id ?? null);
  store.addInvitation(orm, {
    ...invitee,
    id,
    partnershipId,
    tokenHash: hashToken(token),
    invitedBy: memberId,
    at,
  });
  const detail = placeOf(seat?.name, invitee);
  record(orm, { kind, detail, partnershipId, subjectId: id, memberId, at });
  const letter = invitationLetter({
    link: `${address()}/invitation#${token}`,
    name: invitee.name,
    invitedBy: table.memberName(orm, memberId),
    partnership: table.aboutPartnership(orm, partnershipId),
    timeZone: table.timeZoneOf(orm, partnershipId),
    seat: seat && invitee.seat && { name: seat.name, kind: invitee.seat.kind },
    roles: invitee.roles,
    note: invitee.note,
    expiresAt: at + INVITATION_LASTS_MS,
  });
  queueMail(orm, { eventKey: store.mailKey(id), kind: 'invitation', to: invitee.email, at, ...letter });
}

function placeOf(seat: string | undefined, invitee: Pick<Invitee, 'seat' | 'roles'>): PlaceOffered {
  return { seat: seat ?? null, seatKind: invitee.seat?.kind ?? null, roles: invitee.roles };
}

/** Takes an invitation back: its link stops working. One that is over already stays as it ended. */
export function revoke(context: Context, by: table.Inviting, invitationId: string): Refusal | undefined {
  const { db, now } = context;
  return transact(db, (orm) => {
    const at = now();
    if (!table.mayInvite(orm, by)) return refuse('not_allowed', refusalsWords.notYourRole);
    const row = store.invitationById(orm, by.partnershipId, invitationId);
    if (!row) return notFound();
    if (row.ended === 'revoked') return undefined;
    if (row.ended !== null) return refuse('conflict', words.goneAlready);
    store.endInvitation(orm, invitationId, 'revoked', at);
    const seat = table.seatById(orm, row.seatId);
    const detail = { seat: seat?.name ?? null, seatKind: row.seatKind, roles: row.roles };
    const { partnershipId, memberId } = by;
    record(orm, { kind: 'invitation_revoked', detail, partnershipId, subjectId: invitationId, memberId, at });
    return undefined;
  });
}
