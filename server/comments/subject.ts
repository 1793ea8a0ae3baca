import type { Db } from '../../db/open.ts';
import { atLeast, type Right, type Sensitivity } from '../../shared/access.ts';
import { commentsWords as words } from '../../shared/messages/en/comments.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { type Refusal, refuse } from '../../shared/refusal.ts';
import type { Context } from '../context.ts';
import { memberAccess } from '../documents/access.ts';
import { notFound } from '../errors.ts';
import type { About } from './about.ts';
import { memberNow } from './store.ts';

/** What someone may do with comments on something at this moment. */
export interface Subject {
  readonly about: About;
  readonly partnershipId: string;
  readonly member: OwnMember;
  readonly right: Exclude<Right, 'none'>;
  readonly archived: boolean;
  readonly sensitivity: Sensitivity;
  readonly hidingRound: number | null;
}

type Parts = Pick<Context, 'decisionSeen'> & { readonly db: Db };

/** The subject through the rights of a member; undefined for what they may not read, as for what does not exist. */
export function subjectFor(context: Parts, memberId: string, about: About): Subject | undefined {
  return about.kind === 'document'
    ? documentSubject(context, memberId, about)
    : decisionSubject(context, memberId, about);
}

function documentSubject({ db }: Parts, memberId: string, about: About): Subject | undefined {
  const access = memberAccess(db, memberId, about.id);
  const member = access && memberNow(db, memberId);
  if (!access || !member) return undefined;
  const { partnershipId, right, archived, sensitivity } = access;
  return { about, partnershipId, member, right, archived, sensitivity, hidingRound: null };
}

function decisionSubject({ db, decisionSeen }: Parts, memberId: string, about: About): Subject | undefined {
  const seen = decisionSeen(about.id);
  const member = memberNow(db, memberId);
  if (!seen || !member || member.partnershipId !== seen.partnershipId || !seen.mayRead(member))
    return undefined;
  const { partnershipId, hidingRound } = seen;
  return {
    about,
    partnershipId,
    member,
    right: mayTakePart(member) ? 'comment' : 'read',
    archived: false,
    sensitivity: seen.restricted ? 'restricted' : 'members',
    hidingRound,
  };
}

/** On a decision, everyone comments who sits at the table, serves the meeting, or answers for it to the public. */
function mayTakePart({ seats, roles }: OwnMember): boolean {
  return seats.length > 0 || roles.some((role) => TAKE_PART.includes(role));
}

const TAKE_PART: readonly string[] = ['facilitator', 'recorder', 'leader', 'ratifier', 'elected_member'];

/** Why they may not write here; undefined when they may. */
export function mayWrite(subject: Subject): Refusal | undefined {
  if (!atLeast(subject.right, 'comment')) return refuse('not_allowed', words.mayNotComment);
  return subject.archived ? refuse('conflict', words.archived) : undefined;
}

/** The subject of someone who writes; or why they may not. */
export function writableFor(context: Parts, memberId: string, about: About): Subject | Refusal {
  const subject = subjectFor(context, memberId, about);
  return subject ? (mayWrite(subject) ?? subject) : notFound();
}
