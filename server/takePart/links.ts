import type { Db } from '../../db/open.ts';
import type { Context } from '../context.ts';
import { addLink, linkByCode } from './linkStore.ts';
import { fromCode, newSecrets, unlock } from './secrets.ts';

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

/** The token that a short code opens to; undefined when there is no such code. */
export function tokenOfCode(orm: Db['orm'], code: string): string | undefined {
  const { hash, key } = fromCode(code);
  const link = linkByCode(orm, hash);
  return link && unlock(link.lockedToken, key);
}
