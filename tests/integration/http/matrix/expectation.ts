import type { Rule } from '../../../../server/permit.ts';
import { atLeast, RIGHTS, type Right } from '../../../../shared/access.ts';
import type { HttpWorld } from '../server.ts';
import { type Actor, accountOf } from './actors.ts';

/** What a rule lets someone do: `through` to the handler, which may still refuse for reasons of its own. */
export type Verdict = 'through' | 'sign in' | 'forbidden' | 'absent';

/** What somebody is to one partnership and document, read straight from the tables. */
interface Standing {
  readonly roles: readonly string[] | undefined;
  readonly right: Right;
  readonly keeps: boolean;
}

interface Asked {
  readonly partnershipId: string;
  readonly documentId: string;
  readonly decisionId: string;
}

/**
 * What the rule beside a route promises this actor, worked out from the tables alone: a second telling of the
 * rights, so that a mistake in the server's own has to be made twice to go unseen.
 */
export function promised(http: HttpWorld, rule: Rule, actor: Actor, asked: Asked): Verdict {
  if (rule.kind === 'anyone' || rule.kind === 'public') return 'through';
  // The matrix is of a server that is not for trying out, and where no mail comes in.
  if (rule.kind === 'example' || rule.kind === 'mail_service') return 'absent';
  // Nobody is looked at: whoever holds a link may use it until its end.
  if (rule.kind === 'personal_link') return linkOf(http, asked);
  if (actor === 'anonymous') return 'sign in';
  const { roles, right, keeps } = standing(http, actor, asked);
  switch (rule.kind) {
    case 'signed_in':
      return 'through';
    case 'server_administrator':
      return actor === 'keeper' ? 'through' : 'absent';
    case 'partnership_member':
      return roles ? 'through' : 'absent';
    case 'partnership_role':
      if (!roles) return 'absent';
      return rule.roles.some((role) => roles.includes(role)) ? 'through' : 'forbidden';
    case 'document':
      if (right === 'none') return 'absent';
      return atLeast(right, rule.right) ? 'through' : 'forbidden';
    case 'document_manage':
      if (right === 'none') return 'absent';
      return keeps ? 'through' : 'forbidden';
    // Each asking here is about the document of the same thing.
    case 'asking':
      return right === 'none' ? 'absent' : 'through';
    case 'decision':
      return roles && (isOpenToAll(http, asked) || isOfTheTable(http, actor, asked, roles))
        ? 'through'
        : 'absent';
    // Both stand on the document.
    case 'thread':
    case 'comment':
      return right === 'none' ? 'absent' : 'through';
  }
}

function linkOf({ db, now }: HttpWorld, { decisionId }: Asked): Verdict {
  const ends = db.raw.prepare('select expires_at from personal_link where decision_id = ?').pluck();
  const end = ends.get(decisionId) as number | undefined;
  if (end === undefined) return 'absent';
  return end > now() ? 'through' : 'forbidden';
}

function isOpenToAll({ db }: HttpWorld, { decisionId }: Asked): boolean {
  return (
    db.raw.prepare('select sensitivity from decision where id = ?').pluck().get(decisionId) === 'members'
  );
}

/** A restricted draft is for those in any seat, and for those who serve the meeting. */
function isOfTheTable(
  { db }: HttpWorld,
  actor: Actor,
  { partnershipId }: Asked,
  roles: readonly string[],
): boolean {
  const seats = db.raw
    .prepare(
      `select 1 from seat_holding join member on member.id = member_id
       where account_id = ? and partnership_id = ? and left_at is null`,
    )
    .all(accountOf(actor), partnershipId);
  return seats.length > 0 || roles.some((role) => role === 'facilitator' || role === 'recorder');
}

/** The actor's right in a document, from the tables alone. */
export function rightIn(http: HttpWorld, actor: Actor, asked: Asked): Right {
  return standing(http, actor, asked).right;
}

function standing({ db }: HttpWorld, actor: Actor, { partnershipId, documentId }: Asked): Standing {
  const memberId = db.raw
    .prepare('select id from member where account_id = ? and partnership_id = ? and left_at is null')
    .pluck()
    .get(accountOf(actor), partnershipId);
  if (memberId === undefined) return { roles: undefined, right: 'none', keeps: false };
  const roles = db.raw
    .prepare('select role from member_role where member_id = ?')
    .pluck()
    .all(memberId) as string[];
  const rights = db.raw
    .prepare(
      `select right from document_right where document_id = @documentId and (
         holder_kind = 'seat' and holder in (select seat_id from seat_holding where member_id = @memberId) or
         holder_kind = 'role' and holder in (select role from member_role where member_id = @memberId))`,
    )
    .pluck()
    .all({ documentId, memberId }) as Right[];
  const right = RIGHTS.findLast((each) => rights.includes(each)) ?? 'none';
  // Nobody among the actors has started a document, so that only a facilitator keeps one.
  return { roles, right, keeps: roles.includes('facilitator') && right !== 'none' };
}

/** Which verdict a status speaks of. */
export function verdictOf(status: number): Verdict {
  if (status === 401) return 'sign in';
  if (status === 403) return 'forbidden';
  return status === 404 ? 'absent' : 'through';
}
