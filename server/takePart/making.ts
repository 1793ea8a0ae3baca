import { transact } from '../../db/transact.ts';
import { linksWords as words } from '../../shared/messages/en/links.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { maySeat } from '../../shared/partnerships/running.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/refusal.ts';
import type { LinksAnswer, MadeLinkAnswer, NewPerson, NewPersonalLink } from '../../shared/takePart/api.ts';
import type { Context } from '../context.ts';
import { memberHere } from '../decisions/memberStore.ts';
import { notFound } from '../errors.ts';
import { record } from '../journal/store.ts';
import { writeLetter } from '../mail/letter.ts';
import { queueMail } from '../mail/store.ts';
import { runningOf } from '../partnerships/store.ts';
import { mayReadBy, narrowTo } from './access.ts';
import { moment } from './linkPage.tsx';
import * as store from './linkStore.ts';
import { makeLink } from './links.ts';

/** Who makes links, or takes them back, and where. */
export interface By {
  readonly partnershipId: string;
  readonly member: OwnMember;
}

const DAY = 86_400_000;

/**
 * Makes a link for someone in a seat: a facilitator for anyone, whoever holds a seat for those in it. Refused where the
 * one who asks, or the one it is for, may not read what it is about. It is given this once.
 */
export function makeFor(context: Context, by: By, wanted: NewPersonalLink): MadeLinkAnswer | Refusal {
  const { db, mail } = context;
  const { partnershipId } = by;
  return transact<MadeLinkAnswer | Refusal>(db, (orm, afterCommit) => {
    const maker = memberHere(db, partnershipId, by.member.id);
    const person = memberHere(db, partnershipId, wanted.memberId);
    if (!maker || !person) return notFound();
    if (!mayMake(maker, wanted.seatId)) return refuse('not_allowed', words.notYours);
    const narrow = narrowTo(person, wanted.seatId);
    if (!narrow) return invalid('memberId', words.notInSeat);
    if (!mayReadBy(db, partnershipId, wanted.about, maker)) return notFound();
    if (!mayReadBy(db, partnershipId, wanted.about, narrow)) return invalid('about', words.mayNotRead);
    const email = store.emailOf(orm, person.id);
    if (wanted.mail && !email) return invalid('mail', words.noAddress);
    const at = context.now();
    const { memberId, seatId, about, answer, days } = wanted;
    const made = makeLink(orm, context, {
      ...{ partnershipId, memberId, seatId, about, expiresAt: at + days * DAY, madeBy: maker.id },
      allows: { comment: true, answer: answer && seatId !== null },
    });
    const { id, address, shortCode } = made;
    record(orm, {
      kind: 'link_made',
      detail: {},
      partnershipId,
      subjectId: person.id,
      memberId: maker.id,
      at,
    });
    if (wanted.mail && email) {
      const { name: partnership, timeZone } = store.partnershipSays(orm, partnershipId);
      const gaps = { partnership, who: maker.name, name: person.name };
      const letter = letterOf(gaps, {
        address,
        shortCode,
        where: `${context.address()}/p`,
        until: moment(at + days * DAY, timeZone),
      });
      queueMail(orm, { eventKey: `link:${id}`, kind: 'notice', to: email, at, ...letter });
      afterCommit(() => mail.wake());
    }
    return { id, address, shortCode, mailed: wanted.mail };
  });
}

function mayMake({ roles, seats }: OwnMember, seatId: string | null): boolean {
  return roles.includes('facilitator') || seats.some(({ id, kind }) => id === seatId && kind === 'holder');
}

interface ToMail {
  readonly address: string;
  readonly shortCode: string;
  readonly where: string;
  readonly until: string;
}

function letterOf(gaps: Record<'partnership' | 'who' | 'name', string>, link: ToMail) {
  const { letter } = words;
  return writeLetter({
    subject: fill(letter.subject, gaps),
    paragraphs: [fill(letter.hello, gaps), fill(letter.asks, gaps)],
    link: { words: letter.open, href: link.address },
    code: { words: fill(letter.orCode, { where: link.where }), code: link.shortCode },
    after: [fill(letter.until, { when: link.until })],
  });
}

/** The links that one may see: a facilitator all, others their own and those for the seats that they hold. */
export function linksFor({ db, now }: Context, { partnershipId, member }: By): LinksAnswer {
  const held = new Set(member.seats.flatMap(({ id, kind }) => (kind === 'holder' ? [id] : [])));
  const all = store.linksIn(db.orm, partnershipId, now());
  return {
    links: all
      .filter(
        ({ memberId, seatId }) =>
          member.roles.includes('facilitator') ||
          memberId === member.id ||
          (seatId !== null && held.has(seatId)),
      )
      .filter(({ line }) => mayReadBy(db, partnershipId, line.about, member))
      .map(({ line }) => line),
  };
}

/** Takes a link back: it does nothing from this moment. Facilitators, the seat's holder and whose it is may. */
export function takeBack(
  { db, now }: Context,
  { partnershipId, member }: By,
  linkId: string,
): Refusal | undefined {
  return transact<Refusal | undefined>(db, (orm) => {
    const link = store.linkById(orm, partnershipId, linkId);
    const by = memberHere(db, partnershipId, member.id);
    if (!link || !by || (link.memberId !== by.id && !mayMake(by, link.seatId))) return notFound();
    if (link.revokedAt !== null) return undefined;
    const at = now();
    store.revokeLink(orm, link.id, by.id, at);
    record(orm, {
      ...{
        kind: 'link_taken_back',
        detail: {},
        partnershipId,
        subjectId: link.memberId,
        memberId: by.id,
        at,
      },
    });
    return undefined;
  });
}

/**
 * Adds someone without a mail address to a seat: a member whose account nobody can sign in to. Only a facilitator may.
 */
export function addPerson(
  context: Context,
  { partnershipId, member }: By,
  { name, seatId, kind }: NewPerson,
): { memberId: string } | Refusal {
  const { db, newId, accessChanges } = context;
  return transact<{ memberId: string } | Refusal>(db, (orm, afterCommit) => {
    const at = context.now();
    const memberId = newId();
    const running = runningOf(db, partnershipId);
    const there = store.inSeat(orm, seatId);
    const holder = there.find((each) => each.kind === 'holder')?.memberId ?? null;
    if (kind === 'holder' && holder !== null) return invalid('seatId', words.standsIn);
    const refusal = maySeat(running, member.id, seatId, { holder, substitutes: [] });
    if (isRefusal(refusal)) return refusal;
    store.addNamed(orm, { memberId, accountId: newId(), partnershipId, name, seatId, kind, at });
    record(orm, {
      kind: 'person_added',
      detail: {},
      partnershipId,
      subjectId: memberId,
      memberId: member.id,
      at,
    });
    afterCommit(() => accessChanges.tell({ kind: 'partnership', partnershipId }));
    return { memberId };
  });
}

function invalid(field: string, message: string): Refusal {
  return refuse('invalid', message, { [field]: message });
}
