import { and, desc, eq, gt, inArray, notLike, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Db } from '../../db/open.ts';
import { decision } from '../../db/schema/decisions.ts';
import { document } from '../../db/schema/documents.ts';
import { member, partnership, seat, seatHolding } from '../../db/schema/partnerships.ts';
import { account } from '../../db/schema/people.ts';
import { personalLink } from '../../db/schema/takePart.ts';
import { accountAddress } from '../../db/sealed.ts';
import type { LinkLine } from '../../shared/takePart/api.ts';
import { hashToken } from './secrets.ts';

type Orm = Db['orm'];
export type LinkRow = typeof personalLink.$inferSelect;

export function addLink(orm: Orm, row: Omit<LinkRow, 'revokedAt' | 'revokedBy' | 'usedAt'>): void {
  orm.insert(personalLink).values(row).run();
}

/** Links of mails are called by this and a notice. */
export const BY_MAIL = 'notice-';

/** The links with one of these ids. */
export function linksCalled(orm: Orm, ids: readonly string[]): LinkRow[] {
  return orm
    .select()
    .from(personalLink)
    .where(inArray(personalLink.id, [...ids]))
    .all();
}

type Renewed = Pick<
  LinkRow,
  'tokenHash' | 'codeHash' | 'lockedToken' | 'mayComment' | 'mayAnswer' | 'expiresAt'
>;

/** Gives a link other secrets: its earlier ones open nothing any more. */
export function renewLink(orm: Orm, id: string, renewed: Renewed): void {
  orm.update(personalLink).set(renewed).where(eq(personalLink.id, id)).run();
}

/** The link that a token opens, whatever became of it since; undefined when there is none. */
export function linkByToken(orm: Orm, token: string): LinkRow | undefined {
  return orm
    .select()
    .from(personalLink)
    .where(eq(personalLink.tokenHash, hashToken(token)))
    .get();
}

/** The link with this slow hash of a short code. */
export function linkByCode(orm: Orm, codeHash: string): LinkRow | undefined {
  return orm.select().from(personalLink).where(eq(personalLink.codeHash, codeHash)).get();
}

/** Something was said by it just now. */
export function noteUse(orm: Orm, linkId: string, at: number): void {
  orm.update(personalLink).set({ usedAt: at }).where(eq(personalLink.id, linkId)).run();
}

/** A link of this partnership by its id, whatever became of it. */
export function linkById(orm: Orm, partnershipId: string, id: string): LinkRow | undefined {
  const here = and(eq(personalLink.id, id), eq(personalLink.partnershipId, partnershipId));
  return orm.select().from(personalLink).where(here).get();
}

export function revokeLink(orm: Orm, id: string, revokedBy: string, revokedAt: number): void {
  orm.update(personalLink).set({ revokedAt, revokedBy }).where(eq(personalLink.id, id)).run();
}

/** The links of a partnership, the newest first, each with whose it is; those of mails only until they end. */
export function linksIn(orm: Orm, partnershipId: string, now: number) {
  const maker = alias(member, 'maker');
  return orm
    .select({
      link: personalLink,
      person: member.name,
      seat: seat.name,
      maker: maker.name,
      title: document.title,
      question: decision.question,
    })
    .from(personalLink)
    .innerJoin(member, eq(member.id, personalLink.memberId))
    .innerJoin(maker, eq(maker.id, personalLink.madeBy))
    .leftJoin(seat, eq(seat.id, personalLink.seatId))
    .leftJoin(document, eq(document.id, personalLink.documentId))
    .leftJoin(decision, eq(decision.id, personalLink.decisionId))
    .where(
      and(
        eq(personalLink.partnershipId, partnershipId),
        or(notLike(personalLink.id, `${BY_MAIL}%`), gt(personalLink.expiresAt, now)),
      ),
    )
    .orderBy(desc(personalLink.createdAt), desc(personalLink.id))
    .limit(MOST_LINES)
    .all()
    .map(({ link, ...named }) => ({
      memberId: link.memberId,
      seatId: link.seatId,
      line: lineOf(link, named, now),
    }));
}

const MOST_LINES = 500;

interface Named {
  readonly person: string;
  readonly seat: string | null;
  readonly maker: string;
  readonly title: string | null;
  readonly question: string | null;
}

function lineOf(
  link: LinkRow,
  { person, seat: seatName, maker, title, question }: Named,
  now: number,
): LinkLine {
  const { id, documentId, decisionId, mayComment, mayAnswer, createdAt, expiresAt, usedAt } = link;
  return {
    ...{ id, person, seat: seatName, comment: mayComment, answer: mayAnswer, madeBy: maker },
    ...{ createdAt, expiresAt, usedAt, byMail: id.startsWith(BY_MAIL) },
    about:
      documentId !== null
        ? { kind: 'document', id: documentId, title: title ?? '' }
        : { kind: 'decision', id: decisionId ?? '', title: question ?? '' },
    state: link.revokedAt !== null ? 'taken_back' : now >= expiresAt ? 'ended' : 'works',
  };
}

/** A member's mail address; undefined where none is known. */
export function emailOf(orm: Orm, memberId: string): string | undefined {
  const row = orm
    .select({ email: accountAddress })
    .from(member)
    .innerJoin(account, eq(account.id, member.accountId))
    .where(eq(member.id, memberId))
    .get();
  return row?.email || undefined;
}

/** What a partnership is called, and by which clock it says times. */
export function partnershipSays(orm: Orm, id: string) {
  const row = orm
    .select({ name: partnership.name, timeZone: partnership.timeZone })
    .from(partnership)
    .where(eq(partnership.id, id))
    .get();
  if (!row) throw new Error('a link is of a partnership');
  return row;
}

export function inSeat(orm: Orm, seatId: string) {
  return orm.select().from(seatHolding).where(eq(seatHolding.seatId, seatId)).all();
}

export interface NamedPerson {
  readonly memberId: string;
  readonly accountId: string;
  readonly partnershipId: string;
  readonly name: string;
  readonly seatId: string;
  readonly kind: 'holder' | 'substitute';
  readonly at: number;
}

/** A member whose account has no mail address and no other way in, so that nobody signs in to it. */
export function addNamed(
  orm: Orm,
  { memberId, accountId, partnershipId, name, seatId, kind, at }: NamedPerson,
): void {
  orm.insert(account).values({ id: accountId, name: '', email: null, createdAt: at }).run();
  orm.insert(member).values({ id: memberId, partnershipId, accountId, name, joinedAt: at }).run();
  orm.insert(seatHolding).values({ seatId, memberId, kind }).run();
}
