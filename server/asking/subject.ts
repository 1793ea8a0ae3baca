import type { Db } from '../../db/open.ts';
import { atLeast, isRestricted, type Right, rightOf } from '../../shared/access.ts';
import type { Rung, Subject } from '../../shared/asking/rungs.ts';
import { outs } from '../../shared/decisions/facts.ts';
import { mayManage } from '../../shared/documents/managing.ts';
import { askingWords } from '../../shared/messages/en/asking.ts';
import type { OwnMember } from '../../shared/partnerships/api.ts';
import { mayRead } from '../decisions/mayRead.ts';
import { type DecisionRow, decisionRow } from '../decisions/store.ts';
import { documentRow, storedLines } from '../documents/store.ts';

const words = askingWords.whyNot;

/** What an asking is about, by its kind and id. */
export interface About {
  readonly kind: 'document' | 'decision';
  readonly id: string;
  readonly partnershipId: string;
}

/** What is asked about, with what each person may do with it at this moment. */
export interface Found {
  readonly about: About;
  readonly title: string;
  readonly number: number | null;
  /** Not everyone in the partnership may know of it: outside its page nothing is told of it. */
  readonly restricted: boolean;
  readonly subject: Subject;
  /** The decision itself, where it is one. */
  readonly decision: DecisionRow | null;
  mayRead(member: OwnMember): boolean;
  /** Whether they may ask others about it. */
  mayAsk(member: OwnMember): boolean;
  /** Why this much say can't honestly be promised to this person; null: it can. */
  whyNot(rung: Rung, member: OwnMember): string | null;
}

/** What an asking is about; undefined when the partnership has no such thing. Call it again inside a transaction. */
export function findSubject(db: Db, about: About): Found | undefined {
  return about.kind === 'document' ? findDocument(db, about) : findDecision(db, about);
}

function findDocument(db: Db, about: About): Found | undefined {
  const scope = { documentId: about.id, partnershipId: about.partnershipId };
  const row = documentRow(db.orm, scope);
  if (!row) return undefined;
  const rights = { sensitivity: row.sensitivity, lines: storedLines(db.orm, scope) };
  const rightFor = ({ seats, roles }: OwnMember) =>
    rightOf({ seatIds: seats.map(({ id }) => id), roles }, rights);
  return {
    about,
    title: row.title,
    number: null,
    restricted: isRestricted(row.sensitivity),
    subject: { kind: 'document', archived: row.archivedAt !== null },
    decision: null,
    mayRead: (member) => rightFor(member) !== 'none',
    mayAsk: (member) =>
      mayManage({ memberId: member.id, roles: member.roles, right: rightFor(member) }, row.createdBy),
    whyNot: (rung, member) => whyNotWithRight(rung, rightFor(member)),
  };
}

function whyNotWithRight(rung: Rung, right: Right): string | null {
  if (right === 'none') return words.mayNotRead;
  if (rung === 'consult' && !atLeast(right, 'comment')) return words.mayNotComment;
  return rung === 'co_design' && !atLeast(right, 'edit') ? words.mayNotEdit : null;
}

function findDecision(db: Db, about: About): Found | undefined {
  const row = decisionRow(db.orm, about.id);
  if (!row || row.partnershipId !== about.partnershipId) return undefined;
  return {
    about,
    title: row.question,
    number: row.number,
    restricted: row.sensitivity === 'restricted',
    subject: { kind: 'decision', decision: row.body },
    decision: row,
    mayRead: (member) => mayRead(row, member),
    mayAsk: (member) => member.roles.includes('facilitator') && mayRead(row, member),
    whyNot: (rung, member) => {
      if (!mayRead(row, member)) return words.mayNotRead;
      return rung === 'decide' ? whyNotDecides(row, member) : null;
    },
  };
}

/** Only whose seat is counted decides. */
function whyNotDecides({ body }: DecisionRow, { seats }: OwnMember): string | null {
  if (seats.length === 0) return words.noSeat;
  const voting = new Set((body.sealed?.electorate ?? []).map(({ id }) => id));
  const held = seats.filter(({ id }) => voting.has(id));
  if (held.length === 0) return words.noSeatHere;
  const out = new Set(outs(body).map(({ seat }) => seat));
  return held.every(({ id }) => out.has(id)) ? words.seatOut : null;
}
