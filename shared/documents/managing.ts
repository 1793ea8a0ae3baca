import {
  atLeast,
  type DocumentRights,
  type Holding,
  type Right,
  type RightLine,
  rightOf,
} from '../access.ts';
import { documentsWords as words } from '../messages/en/documents.ts';
import type { Role } from '../partnerships/roles.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** What the rules below need to know of a member of the document's partnership. */
export interface Holder extends Holding {
  readonly memberId: string;
}

/** Anyone with a seat may start a document, and so may those who serve the meeting. */
export function mayCreate(member: Pick<Holder, 'seatIds' | 'roles'>): Refusal | undefined {
  const may =
    member.seatIds.length > 0 || member.roles.includes('facilitator') || member.roles.includes('recorder');
  return may ? undefined : refuse('not_allowed', words.noSeat);
}

/** Whether someone may archive a document and say who may do what with it. */
export function mayManage(
  member: { readonly memberId: string; readonly roles: readonly Role[]; readonly right: Right },
  createdBy: string | null,
): boolean {
  if (member.roles.includes('facilitator')) return atLeast(member.right, 'read');
  return createdBy === member.memberId && atLeast(member.right, 'edit');
}

/** An archived document is kept as it was. */
export function mayRename(document: { readonly archived: boolean }): Refusal | undefined {
  return document.archived ? refuse('conflict', words.inArchive) : undefined;
}

/**
 * Checks rights that are to replace a document's: every line must name a seat or role of the partnership,
 * once, and afterwards somebody must still be able to write in the document and somebody to change the
 * rights back, so that nobody can lock everyone out.
 */
export function checkRights(
  rights: DocumentRights,
  partnership: {
    readonly holders: readonly Pick<RightLine, 'holderKind' | 'holder'>[];
    readonly members: readonly Holder[];
    readonly createdBy: string | null;
  },
): Refusal | undefined {
  const { lines } = rights;
  const key = (line: Pick<RightLine, 'holderKind' | 'holder'>) => `${line.holderKind} ${line.holder}`;
  const known = new Set(partnership.holders.map(key));
  if (lines.some((line) => !known.has(key(line)))) return wrongLines(words.unknownHolder);
  if (new Set(lines.map(key)).size < lines.length) return wrongLines(words.holderTwice);
  const lockedOut = whoIsLockedOut(rights, partnership);
  return lockedOut === undefined ? undefined : wrongLines(lockedOut);
}

/** Why nobody could write in a document, or put its rights right, if these were its rights; undefined if somebody could. */
export function whoIsLockedOut(
  rights: DocumentRights,
  { members, createdBy }: { readonly members: readonly Holder[]; readonly createdBy: string | null },
): string | undefined {
  const after = members.map((member) => ({ ...member, right: rightOf(member, rights) }));
  if (!after.some((member) => member.right === 'edit')) return words.nobodyCouldEdit;
  if (!after.some((member) => mayManage(member, createdBy))) return words.nobodyCouldManage;
  return undefined;
}

function wrongLines(message: string): Refusal {
  return refuse('invalid', message, { lines: message });
}
