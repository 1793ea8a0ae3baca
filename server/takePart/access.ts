import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '../../db/open.ts';
import { member, partnership } from '../../db/schema/partnerships.ts';
import { account } from '../../db/schema/people.ts';
import { atLeast, type Right, rightOf } from '../../shared/access.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import type { Side } from '../../shared/partnerships/sides.ts';
import { mayRead } from '../decisions/mayRead.ts';
import { memberHere } from '../decisions/memberStore.ts';
import { decisionRow } from '../decisions/store.ts';
import { type DocumentScope, documentRow, storedLines } from '../documents/store.ts';
import { type LinkRow, linkByToken } from './linkStore.ts';

/** What whoever holds a link may see and do by it at this moment. */
export interface LinkAccess {
  readonly token: string;
  readonly link: LinkRow;
  readonly about: { readonly kind: 'document' | 'decision'; readonly id: string };
  /** Whose link it is, with the one seat that they speak for by it and with no other; without a seat, with their roles. */
  readonly member: OwnMember;
  readonly seat: { readonly id: string; readonly name: string; readonly side: Side } | null;
  readonly partnership: string;
  /** By which clock times are said. */
  readonly timeZone: string;
  readonly mayComment: boolean;
  readonly mayAnswer: boolean;
}

/** Why a link that there is works no longer. */
export type LinkOver = 'taken_back' | 'time_is_up' | 'not_theirs';

/**
 * Looks a link up by its token, with all that it depends on, as that is now: changes nothing. Undefined when there is
 * none. Ask again right before something is done by it.
 */
export function linkAccess(db: Db, token: string, now: number): LinkAccess | LinkOver | undefined {
  const link = linkByToken(db.orm, token);
  return link && accessOf(db, token, link, now);
}

function accessOf(db: Db, token: string, link: LinkRow, now: number): LinkAccess | LinkOver {
  if (link.revokedAt !== null) return 'taken_back';
  if (now >= link.expiresAt) return 'time_is_up';
  const whole = mayCome(db, link) ? memberHere(db, link.partnershipId, link.memberId) : undefined;
  const narrow = whole && narrowTo(whole, link.seatId);
  if (!narrow) return 'not_theirs';
  const [seat] = narrow.seats;
  const right = rightBy(db, link, narrow);
  if (right === 'none') return 'not_theirs';
  return {
    token,
    link,
    about: aboutOf(link),
    member: narrow,
    seat: seat ? { id: seat.id, name: seat.name, side: seat.side } : null,
    ...partnershipSays(db, link.partnershipId),
    mayComment: link.mayComment && atLeast(right, 'comment'),
    mayAnswer: link.mayAnswer && link.decisionId !== null,
  };
}

/**
 * Someone with the one seat that they speak for and with no other; without a seat, with their roles. Undefined when they
 * are not in it.
 */
export function narrowTo(whole: OwnMember, seatId: string | null): OwnMember | undefined {
  if (seatId === null) return { ...whole, seats: [] };
  const seat = whole.seats.find(({ id }) => id === seatId);
  return seat && { ...whole, seats: [seat], roles: [] };
}

/** Whether a link would show this to someone who is narrowed to a seat. */
export function mayReadBy(
  { orm }: Db,
  partnershipId: string,
  { kind, id }: LinkAccess['about'],
  narrow: OwnMember,
): boolean {
  if (kind === 'document')
    return atLeast(documentRightBy(orm, { documentId: id, partnershipId }, narrow), 'read');
  const row = decisionRow(orm, id);
  return row?.partnershipId === partnershipId && mayRead(row, narrow);
}

/** Whoever left has no account here any more; whoever's account is closed comes in by no way. */
function mayCome({ orm }: Db, { memberId }: LinkRow): boolean {
  const found = orm
    .select({ id: member.id })
    .from(member)
    .innerJoin(account, eq(account.id, member.accountId))
    .where(and(eq(member.id, memberId), isNull(member.leftAt), isNull(account.disabledAt)))
    .get();
  return found !== undefined;
}

export function aboutOf({ documentId, decisionId }: LinkRow): LinkAccess['about'] {
  if (documentId !== null) return { kind: 'document', id: documentId };
  if (decisionId !== null) return { kind: 'decision', id: decisionId };
  throw new Error('a link is about a document or a decision');
}

function rightBy({ orm }: Db, link: LinkRow, narrow: OwnMember): Right {
  const about = aboutOf(link);
  if (about.kind === 'decision') {
    const row = decisionRow(orm, about.id);
    if (row?.partnershipId !== link.partnershipId || !mayRead(row, narrow)) return 'none';
    // What the link was for is over: it can still be read, as long as the link lasts.
    return row.state === 'ended' ? 'read' : 'comment';
  }
  return documentRightBy(orm, { documentId: about.id, partnershipId: link.partnershipId }, narrow);
}

/** What may be done by a link with a document: no more than its one seat may, and nothing with one under procurement. */
export function documentRightBy(orm: Db['orm'], scope: DocumentScope, narrow: OwnMember): Right {
  const row = documentRow(orm, scope);
  // Who saw a document under procurement is written down; whoever opens a link may be a machine that tries mails out.
  if (!row || row.sensitivity === 'procurement') return 'none';
  const holder = { seatIds: narrow.seats.map(({ id }) => id), roles: narrow.roles };
  const right = rightOf(holder, { sensitivity: row.sensitivity, lines: storedLines(orm, scope) });
  return row.archivedAt !== null && right !== 'none' ? 'read' : right;
}

function partnershipSays({ orm }: Db, id: string): Pick<LinkAccess, 'partnership' | 'timeZone'> {
  const row = orm
    .select({ partnership: partnership.name, timeZone: partnership.timeZone })
    .from(partnership)
    .where(eq(partnership.id, id))
    .get();
  if (!row) throw new Error('a link is of a partnership');
  return row;
}
