import type { Db } from '../../db/open.ts';
import { everyLine } from '../../shared/access.ts';
import type { AccessAnswer, AccessPerson } from '../../shared/documents/accessApi.ts';
import { explainAccess } from '../../shared/documents/explainAccess.ts';
import { mayManage } from '../../shared/documents/managing.ts';
import { partnershipsWords } from '../../shared/messages/en/partnerships.ts';
import type { Role } from '../../shared/partnerships/roles.ts';
import { currentMembers, seatsIn } from '../partnerships/store.ts';
import { publicationOf } from './publicationStore.ts';
import { whoSaw } from './seenStore.ts';
import { type DocumentScope, documentById, rightLines } from './store.ts';

/** What every member of the partnership may do with a document, and why; undefined if it is gone. */
export async function whoCanSee(
  db: Db,
  scope: DocumentScope,
): Promise<Omit<AccessAnswer, 'mayPublish'> | undefined> {
  const document = await documentById(db, scope);
  if (!document) return undefined;
  const { sensitivity, createdBy } = document;
  const table = seatsIn(db, scope.partnershipId);
  const rights = { sensitivity, lines: everyLine(await rightLines(db, scope), table) };
  const seats = new Map(table.map((seat) => [seat.id, seat.name]));
  const people = currentMembers(db, scope.partnershipId).map((member): AccessPerson => {
    const { id, name, roles } = member;
    const { right, because } = explainAccess({ seatIds: member.seats.map((seat) => seat.id), roles }, rights);
    return {
      memberId: id,
      name,
      side: member.seats[0]?.side ?? null,
      right,
      mayManage: mayManage({ memberId: id, roles, right }, createdBy),
      startedIt: id === createdBy,
      because: because.map(({ line: { holderKind, holder }, effect }) => ({
        holderKind,
        holder,
        name: holderKind === 'seat' ? (seats.get(holder) ?? holder) : partnershipsWords.roles[holder as Role],
        effect,
      })),
    };
  });
  return { sensitivity, people, seen: whoSaw(db, scope), publication: publicationOf(db.orm, scope) ?? null };
}
