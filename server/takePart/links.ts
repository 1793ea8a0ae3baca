import type { Db } from '../../db/open.ts';
import type { Context } from '../context.ts';
import { addLink, BY_MAIL, linkByCode, linksCalled, renewLink } from './linkStore.ts';
import { fromCode, newSecrets, secretsWithoutCode, unlock } from './secrets.ts';

/** What a link lets one person do, for one seat, until when. */
export interface NewLink {
  readonly partnershipId: string;
  readonly memberId: string;
  /** The seat that they speak for by it; null: for themselves. */
  readonly seatId: string | null;
  readonly about: { readonly kind: 'document' | 'decision'; readonly id: string };
  readonly allows: { readonly comment: boolean; readonly answer: boolean };
  readonly expiresAt: number;
  readonly madeBy: string;
}

/** A link as whoever made it is given it, this once: only hashes are kept. */
export interface MadeLink {
  readonly id: string;
  readonly token: string;
  /** To be typed from paper at `/p`. */
  readonly shortCode: string;
  readonly address: string;
}

/**
 * Makes a personal link, inside the transaction of whatever it is made for. Whether its maker may is for the caller to
 * ask; what its person may do by it is asked again each time it is used.
 */
export function makeLink(
  orm: Db['orm'],
  { now, newId, address }: Pick<Context, 'now' | 'newId' | 'address'>,
  { about, allows, ...link }: NewLink,
): MadeLink {
  const { token, shortCode, kept } = newSecrets();
  const id = newId();
  addLink(orm, {
    ...link,
    ...kept,
    id,
    documentId: about.kind === 'document' ? about.id : null,
    decisionId: about.kind === 'decision' ? about.id : null,
    mayComment: allows.comment,
    mayAnswer: allows.answer && about.kind === 'decision',
    createdAt: now(),
  });
  return { id, token, shortCode, address: `${address()}/p/${token}` };
}

/**
 * The link of one mail, called by the notices that the mail tells of, and gives its address. It has no code to type.
 * What one of them told before in a mail that could not be delivered gets no second link: that mail's opens nothing any
 * more. Undefined when that was taken back meanwhile.
 */
export function linkForMail(
  orm: Db['orm'],
  { now, address }: Pick<Context, 'now' | 'address'>,
  { about, allows, ...link }: NewLink,
  noticeIds: readonly number[],
): string | undefined {
  const { token, kept } = secretsWithoutCode();
  const ids = noticeIds.map((id) => `${BY_MAIL}${id}`);
  const may = { mayComment: allows.comment, mayAnswer: allows.answer && about.kind === 'decision' };
  const [before] = linksCalled(orm, ids);
  if (before?.revokedAt != null) return undefined;
  if (before) renewLink(orm, before.id, { ...kept, ...may, expiresAt: link.expiresAt });
  else
    addLink(orm, {
      ...{ ...link, ...kept, ...may, id: ids.sort()[0] as string, createdAt: now() },
      documentId: about.kind === 'document' ? about.id : null,
      decisionId: about.kind === 'decision' ? about.id : null,
    });
  return `${address()}/p/${token}`;
}

/** The token that a short code opens to; undefined when there is no such code. */
export function tokenOfCode(orm: Db['orm'], code: string): string | undefined {
  const { hash, key } = fromCode(code);
  const link = linkByCode(orm, hash);
  return link && unlock(link.lockedToken, key);
}
