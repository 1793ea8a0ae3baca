import { transact } from '../../db/transact.ts';
import { paperWords as words } from '../../shared/messages/en/paper.ts';
import type { OwnMember, PartnershipAnswer } from '../../shared/partnerships/api.ts';
import type { Side } from '../../shared/partnerships/sides.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts';
import { writableFor } from '../comments/subject.ts';
import type { Context } from '../context.ts';
import { memberHere } from '../decisions/memberStore.ts';
import { type MadeLink, makeLink } from '../takePart/links.ts';
import type { Pack } from './pack.ts';

const MONTH_MS = 30 * 86_400_000;

/** Whom a pack is made for: a seat, or a person with a way in of their own. */
export interface ForWhom {
  readonly name: string | null;
  readonly seat: { readonly name: string; readonly side: Side } | null;
  readonly link: MadeLink | null;
}

interface Wanted {
  readonly member: OwnMember;
  readonly partnership: PartnershipAnswer;
  readonly pack: Pack;
  /** The id of a seat, or of a member. */
  readonly asked: string;
}

/**
 * The seat or the person that a pack is made for. For a person a link is made that is printed and kept nowhere; each
 * pack has its own. Only those who serve the meeting make packs for others, and only for who may read what is in it.
 */
export function forWhom(context: Context, { member, partnership, pack, asked }: Wanted): ForWhom | Refusal {
  if (!member.roles.some((role) => role === 'facilitator' || role === 'recorder'))
    return refuse('not_allowed', words.refused.notYours);
  const seat = partnership.seats.find(({ id }) => id === asked);
  if (seat) return { name: null, seat: { name: seat.name, side: seat.side }, link: null };
  return transact<ForWhom | Refusal>(context.db, (orm) => {
    const person = memberHere(context.db, partnership.id, asked);
    const may = person && writableFor(context, person.id, { kind: pack.kind, id: pack.id });
    if (!person || !may || isRefusal(may)) return refuse('not_found', words.refused.nobody);
    const [own] = person.seats;
    const link = makeLink(orm, context, {
      ...{ partnershipId: partnership.id, memberId: person.id, seatId: own?.id ?? null },
      about: { kind: pack.kind, id: pack.id },
      allows: { comment: true, answer: own !== undefined },
      expiresAt: pack.until ?? context.now() + MONTH_MS,
      madeBy: member.id,
    });
    return { name: person.name, seat: own ? { name: own.name, side: own.side } : null, link };
  });
}
