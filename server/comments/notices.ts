import type { Db } from '../../db/open.ts';
import { type MentionOf, mentionsIn } from '../../shared/comments/mentions.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { notify } from '../notifications/notify.ts';
import { currentMembers } from '../partnerships/store.ts';
import { type CommentRow, commentsIn, type ThreadRow } from './store.ts';

type Orm = Db['orm'];

/** What people are told of comments. */
export const COMMENT_NOTICES = [
  'comment_mention',
  'comment_reply',
  'suggestion_accepted',
  'suggestion_declined',
] as const;
export type CommentNotice = (typeof COMMENT_NOTICES)[number];

type Added = Pick<CommentRow, 'id' | 'threadId' | 'memberId' | 'words' | 'at'>;

/**
 * Tells those who are mentioned in a comment, and those who wrote in its thread before, inside the transaction that
 * adds it. Whether each may read it is asked when it is put into words. Gives whether there is anyone to tell.
 */
export function tellOfComment(db: Db, partnershipId: string, comment: Added, before = ''): boolean {
  const known = new Set(mentionsIn(before).map(keyOf));
  const fresh = mentionsIn(comment.words).filter((mention) => !known.has(keyOf(mention)));
  const mentioned = fresh.length > 0 ? membersMeant(db, partnershipId, fresh) : [];
  const isNew = before === '';
  const wrote = isNew ? commentsIn(db.orm, comment.threadId).map(({ memberId }) => memberId) : [];
  const others = wrote.filter((id) => !mentioned.includes(id));
  const told = tell(db.orm, partnershipId, 'comment_mention', comment, mentioned);
  return tell(db.orm, partnershipId, 'comment_reply', comment, others) || told;
}

function tell(
  orm: Orm,
  partnershipId: string,
  kind: CommentNotice,
  { id, threadId, memberId, at }: Added,
  memberIds: readonly string[],
): boolean {
  return notify(orm, {
    ...{ eventKey: `${kind}:${id}`, partnershipId, kind, memberIds, at },
    about: { kind: 'thread', id: threadId },
    needsMe: kind === 'comment_mention',
    byMemberId: memberId,
    detail: { commentId: id },
  });
}

/** Tells whoever suggested something what came of it. */
export function tellOfEnding(
  orm: Orm,
  { id, partnershipId, startedBy, revision }: ThreadRow,
  kind: Extract<CommentNotice, `suggestion_${string}`>,
  { memberId, at }: { readonly memberId: string; readonly at: number },
): boolean {
  return notify(orm, {
    ...{ eventKey: `${kind}:${id}:${revision}`, partnershipId, kind, memberIds: [startedBy], at },
    about: { kind: 'thread', id },
    needsMe: false,
    byMemberId: memberId,
    detail: {},
  });
}

/** A person, everyone of a seat, or everyone of a side. */
function membersMeant(db: Db, partnershipId: string, mentions: readonly MentionOf[]): string[] {
  return currentMembers(db, partnershipId)
    .filter((member) => mentions.some((mention) => means(mention, member)))
    .map(({ id }) => id);
}

/** Whether a mention is of this person: by their name, their seat or their side. */
export function means({ kind, id }: MentionOf, member: Pick<OwnMember, 'id' | 'seats'>): boolean {
  switch (kind) {
    case 'member':
      return member.id === id;
    case 'seat':
      return member.seats.some((seat) => seat.id === id);
    case 'side':
      return member.seats.some(({ side }) => side === id);
  }
}

function keyOf({ kind, id }: MentionOf): string {
  return `${kind} ${id}`;
}
