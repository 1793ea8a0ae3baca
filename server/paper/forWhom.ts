import { transact } from '../../db/transact.ts';
import { paperWords as words } from '../../shared/messages/en/paper.ts';
import type { OwnMember, PartnershipAnswer } from '../../shared/partnerships/api.ts';
import type { Side } from '../../shared/partnerships/sides.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts';
import { writableFor } from '../comments/subject.ts';
import type { Context } from '../context.ts';
import { memberHere } from '../decisions/memberStore.ts';
import { record } from '../journal/store.ts';
import { currentMembers } from '../partnerships/store.ts';
import { mayReadBy, narrowTo } from '../takePart/access.ts';
import { linksCalled } from '../takePart/linkStore.ts';
import { type MadeLink, makeLink } from '../takePart/links.ts';
import type { Pack } from './pack.ts';

const MONTH_MS = 30 * 86_400_000;
/** Each link takes some work; nobody hands out more at once. */
const MOST_PEOPLE = 60;

/** Whom a pack is made for: a seat, or a person, who can have a way in of their own. */
export interface ForWhom {
  readonly name: string | null;
  readonly seat: { readonly name: string; readonly side: Side } | null;
  readonly link: MadeLink | null;
}

/** Someone whom a pack can be made for. */
export interface Candidate {
  readonly memberId: string;
  readonly name: string;
  readonly seat: { readonly id: string; readonly name: string; readonly side: Side } | null;
}

interface Wanted {
  readonly member: OwnMember;
  readonly partnership: PartnershipAnswer;
  readonly pack: Pack;
}

/**
 * The seat or the person whose name a pack has, by its id. Asking for that changes nothing. Only those who serve the
 * meeting make packs for others, and only for who may take part in what is in it.
 */
export function forWhom(context: Context, wanted: Wanted, asked: string): ForWhom | Refusal {
  if (!serves(wanted.member)) return refuse('not_allowed', words.refused.notYours);
  const at = wanted.partnership.seats.find(({ id }) => id === asked);
  if (at) return { name: null, seat: { name: at.name, side: at.side }, link: null };
  const found = candidate(context, wanted, asked);
  return found ? { name: found.name, seat: found.seat, link: null } : nobody();
}

/** Everyone for whom this person can make a pack with a way in of their own; nobody for those who do not serve the meeting. */
export function candidates(context: Context, wanted: Wanted): Candidate[] {
  if (!serves(wanted.member)) return [];
  return currentMembers(context.db, wanted.partnership.id).flatMap(({ id }) => {
    const found = candidate(context, wanted, id);
    return found ? [found] : [];
  });
}

function serves({ roles }: OwnMember): boolean {
  return roles.some((role) => role === 'facilitator' || role === 'recorder');
}

function candidate(
  context: Context,
  { partnership, pack: { kind, id } }: Wanted,
  memberId: string,
): Candidate | undefined {
  const person = memberHere(context.db, partnership.id, memberId);
  if (!person || isRefusal(writableFor(context, person.id, { kind, id }))) return undefined;
  const [seat = null] = person.seats;
  const narrow = narrowTo(person, seat?.id ?? null);
  if (!narrow || !mayReadBy(context.db, partnership.id, { kind, id }, narrow)) return undefined;
  return { memberId: person.id, name: person.name, seat };
}

function nobody(): Refusal {
  return refuse('not_found', words.refused.nobody);
}

interface Made {
  readonly memberIds: readonly string[];
  /** Sent again under the same name, nothing is made. */
  readonly request: string;
}

/**
 * Makes a way in for each of these people, to be printed and kept nowhere: what was made once can't be shown again.
 * All of them, or none.
 */
export function waysInFor(
  context: Context,
  wanted: Wanted,
  { memberIds, request }: Made,
): ForWhom[] | Refusal {
  const { db, now } = context;
  const { partnership, pack } = wanted;
  const wrong = whyNotMade({ memberIds, request });
  if (wrong) return wrong;
  return transact<ForWhom[] | Refusal>(db, (orm) => {
    const maker = memberHere(db, partnership.id, wanted.member.id);
    if (!maker || !serves(maker)) return refuse('not_allowed', words.refused.notYours);
    const people = [...new Set(memberIds)].map((id) => candidate(context, wanted, id));
    const called = (memberId: string) => `pack-${request}-${memberId}`;
    const found = people.filter((each) => each !== undefined);
    if (found.length < people.length) return nobody();
    const ids = found.map(({ memberId }) => called(memberId));
    if (linksCalled(orm, ids).length > 0) return refuse('conflict', words.refused.madeBefore);
    const at = now();
    return found.map(({ memberId, name, seat }) => {
      const link = makeLink(
        orm,
        { ...context, newId: () => called(memberId) },
        {
          ...{ partnershipId: partnership.id, memberId, seatId: seat?.id ?? null },
          about: { kind: pack.kind, id: pack.id },
          allows: { comment: true, answer: seat !== null },
          expiresAt: pack.until ?? at + MONTH_MS,
          madeBy: maker.id,
        },
      );
      record(orm, {
        ...{ kind: 'link_made', detail: {}, partnershipId: partnership.id, subjectId: memberId },
        ...{ memberId: maker.id, at },
      });
      return { name, seat, link };
    });
  });
}

const REQUEST = /^[A-Za-z0-9_-]{8,64}$/;

function whyNotMade({ memberIds, request }: Made): Refusal | undefined {
  if (!REQUEST.test(request)) return refuse('invalid', words.refused.form);
  if (memberIds.length === 0) return refuse('invalid', words.refused.choose);
  return memberIds.length > MOST_PEOPLE ? refuse('invalid', words.refused.tooMany) : undefined;
}
